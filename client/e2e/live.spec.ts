// What others record meanwhile is announced, waits, and is drawn only when the reader asks for it.
import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { openExplore, stops } from "./explore.ts";
import { textOnPlot } from "./ink.ts";
import { type Running, startServer } from "./server.ts";
import { expect, test } from "./test.ts";

const MEMORANDUM = "agreement:smr-2025";
const VIEW = { lanes: "RU,IR;;smr-2025", from: "2025-06-01", to: "2026-06-01" };

/** A server of one's own: what is written here must not be seen by the tests that read. */
const alone = test.extend<{ server: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  baseURL: ({ server }, use) => use(server.url),
});

const button = (page: Page) => page.getByRole("button", { name: "Show 1 new fact" });
const strip = (page: Page) => page.locator(".just-now");

/** An editor reports that the memorandum has come into force. */
async function report(request: APIRequestContext, server: Running) {
  const token = await server.token("editor", "e2e");
  const send = async (query: string, variables: object = {}) => {
    const answer = await request.post("/graphql", {
      data: { query, variables },
      headers: { authorization: `Bearer ${token}` },
    });
    return (await answer.json()).data;
  };
  const { agreement } = await send(`{ agreement(slug: "smr-2025") { id version } }`);
  const done = await send(
    `mutation Report($input: ReportAgreementStatusInput!) {
      reportAgreementStatus(input: $input) { errors { ... on UserError { message } } }
    }`,
    {
      input: {
        agreementId: agreement.id,
        status: "IN_FORCE",
        when: "2026-02-10",
        knownOn: "2026-02-12",
        source: {
          publisher: "Rosatom",
          title: "The memorandum on small nuclear power plants applies",
          url: "https://example.org/small-reactors",
          publishedOn: "2026-02-12",
          language: "en",
        },
        note: "Applied from the exchange of letters.",
        expectedVersion: agreement.version,
      },
    },
  );
  expect(done.reportAgreementStatus.errors).toEqual([]);
}

alone(
  "a report by somebody else is announced and waits; N draws it, ringed for four seconds, and says what is new",
  async ({ page, request, server }) => {
    await page.clock.install();
    await openExplore(page, VIEW);
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(/, signed since/);
    await report(request, server);
    await expect(button(page)).toHaveCount(0);
    // The next question, twenty seconds and a fifth later at the most.
    await page.clock.fastForward(25_000);
    await expect(button(page)).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "new fact" })).toHaveText(
      "1 new fact. Press N to show.",
    );
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(/, signed since/);
    await expect.poll(() => textOnPlot(page)).not.toMatch(/\bIn force\b/);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    const width = () =>
      page.locator(".timeline-plot canvas").evaluate((one) => one.getBoundingClientRect().height);
    const before = await width();
    await page.keyboard.press("n");
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(/, in force since 10 Feb/);
    await expect.poll(() => textOnPlot(page)).toMatch(/\bIn force\b/);
    await expect(button(page)).toHaveCount(0);
    await expect(strip(page)).toContainText("Just now");
    await expect(strip(page)).toContainText("in force, 10 February 2026");
    expect(await width()).toBe(before);
    expect(
      (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id),
    ).toEqual([]);

    await page.keyboard.press("ArrowRight");
    await expect(strip(page)).toHaveCount(0);
  },
);

alone(
  "in the table the row is ringed; on a past day nothing is said; an open panel offers to show the change and stays",
  async ({ page, request, server }) => {
    await page.clock.install();
    await openExplore(page, { ...VIEW, known: "2026-02-01", sel: MEMORANDUM });
    const panel = page.getByRole("complementary", { name: "Details" });
    await expect(panel.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await report(request, server);
    const asked = page.waitForResponse((answer) => answer.url().includes("history"));
    await page.clock.fastForward(25_000);
    await asked;
    await page.waitForTimeout(300);
    await expect(button(page)).toHaveCount(0);

    await page.getByRole("button", { name: "Return to latest", exact: true }).click();
    await expect(button(page)).toBeVisible();
    const changed = panel.getByRole("button", { name: "Changed: show" });
    await expect(changed).toBeVisible();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await expect(page.locator("#table tbody tr").first()).toBeVisible();
    await changed.click();
    const ringed = page.locator('#table tr[data-fresh="true"]');
    await expect(ringed.first()).toBeVisible();
    await expect(panel).toContainText(/In force/i);
    await page.clock.fastForward(4_100);
    await expect(ringed).toHaveCount(0);
  },
);
