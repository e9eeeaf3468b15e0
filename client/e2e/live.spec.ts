// What others record meanwhile is announced, waits, and is drawn only when the reader asks for it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { apart } from "./alone.ts";
import { following, openExplore, stops } from "./explore.ts";
import { textOnPlot } from "./ink.ts";
import type { Running } from "./server.ts";
import { expect } from "./test.ts";

const MEMORANDUM = "agreement:smr-2025";
const VIEW = { lanes: "RU,IR;;smr-2025", from: "2025-06-01", to: "2026-06-01" };

const button = (page: Page) => page.getByRole("button", { name: "Show 1 new fact" });
const changed = (page: Page) => page.getByRole("button", { name: "This page changed. Show" });
const strip = (page: Page) => page.locator(".just-now");
const ofColumns = (url: string) =>
  new URL(url).searchParams.get("query")?.includes("history: true");

/** An editor reports that the memorandum has come into force; so many reports, each from another source. */
async function report(server: Running, times = 1) {
  const token = await server.token("editor", "e2e");
  const send = async (query: string, variables: object = {}) => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: "POST",
      body: JSON.stringify({ query, variables }),
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
    return (await answer.json()).data;
  };
  const { agreement } = await send(`{ agreement(slug: "smr-2025") { id version } }`);
  for (let time = 0; time < times; time++) {
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
            url: `https://example.org/small-reactors/${time}`,
            publishedOn: "2026-02-12",
            language: "en",
          },
          note: "Applied from the exchange of letters.",
          expectedVersion: agreement.version + time,
        },
      },
    );
    expect(done.reportAgreementStatus.errors).toEqual([]);
  }
}

/** Has a page believe that it is out of sight, or in sight again. */
const setSight = (page: Page, state: "visible" | "hidden") =>
  page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

apart(
  "a report by somebody else is announced and waits; N draws it, ringed for four seconds, and says what is new",
  async ({ page, server }) => {
    const follows = following(page);
    await openExplore(page, VIEW);
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(/, signed since/);
    await follows;
    await report(server);
    await expect(button(page)).toBeVisible();
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

apart(
  "in the table the row is ringed; on a past day nothing is said; an open panel offers to show the change and stays",
  async ({ page, server }) => {
    await page.clock.install();
    const follows = following(page);
    await openExplore(page, { ...VIEW, known: "2026-02-01", sel: MEMORANDUM });
    const panel = page.getByRole("complementary", { name: "Details" });
    await expect(panel.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await follows;
    const asked = page.waitForResponse((answer) => ofColumns(answer.url()) === true);
    await report(server);
    await asked;
    await page.waitForTimeout(300);
    await expect(button(page)).toHaveCount(0);

    await page.getByRole("button", { name: "Return to latest", exact: true }).click();
    await expect(button(page)).toBeVisible();
    const offer = panel.getByRole("button", { name: "Changed: show" });
    await expect(offer).toBeVisible();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await expect(page.locator("#table tbody tr").first()).toBeVisible();
    await offer.click();
    const ringed = page.locator('#table tr[data-fresh="true"]');
    await expect(ringed.first()).toBeVisible();
    await expect(panel).toContainText(/In force/i);
    await page.clock.fastForward(4_100);
    await expect(ringed).toHaveCount(0);
  },
);

apart(
  "a page out of sight holds no stream; seen again it asks once for all that came, and the reader is told",
  async ({ page, server }) => {
    const follows = following(page);
    await openExplore(page, VIEW);
    const stream = await follows;
    const closed = page.waitForEvent("requestfailed", (one) => one === stream.request());
    await setSight(page, "hidden");
    await closed;
    const asked: string[] = [];
    page.on("request", (one) => {
      if (ofColumns(one.url())) asked.push("columns");
      else if (one.url().includes("/changes")) asked.push("changes");
    });
    await report(server, 12);
    await expect(button(page)).toHaveCount(0);
    expect(asked).toEqual([]);
    await setSight(page, "visible");
    await expect(button(page)).toBeVisible();
    expect(asked).toEqual(["changes", "columns"]);
  },
);

apart(
  "a server that stops and comes back, with a change in between, is followed again from where it was; nothing is lost",
  async ({ page, server, unseen }) => {
    unseen.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
    const follows = following(page);
    await openExplore(page, VIEW);
    await follows;
    await server.halt();
    const beside = await server.next("beside");
    await report(beside);
    await beside.halt();
    await expect(button(page)).toHaveCount(0);
    const again = await server.next("here");
    try {
      await expect(button(page)).toBeVisible({ timeout: 40_000 });
      await page.keyboard.press("n");
      await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(/, in force since 10 Feb/);
      await expect(button(page)).toHaveCount(0);
    } finally {
      await again.halt();
    }
  },
);

apart(
  "where no stream can be had the page asks how far the record is, and the reader is told all the same",
  async ({ page, server, unseen }) => {
    unseen.allow(/status of 503/);
    await page.clock.install();
    // First held back on the way, then refused: all seats are taken.
    let tried = 0;
    await page.route(
      (url) => url.pathname === "/changes",
      (route) => tried++ > 0 && route.fulfill({ status: 503, body: "" }),
    );
    const first = page.waitForRequest((one) => new URL(one.url()).pathname === "/changes");
    await openExplore(page, VIEW);
    await first;
    await report(server);
    const second = following(page);
    await page.clock.fastForward(12_000);
    await second;
    await expect(button(page)).toBeVisible({ timeout: 40_000 });
  },
);

apart(
  "pages of facts and the front page say that they changed, stay as they are, and show it when asked; a page that reads the same says nothing",
  async ({ page, context, server }) => {
    const [front, leader] = [await context.newPage(), await context.newPage()];
    const all = [
      [page, "/agreements/smr-2025", "h1"],
      [front, "/", ".lists li"],
      [leader, "/leaders/vladimir-putin", "h1"],
    ] as const;
    for (const [one, path, ready] of all) {
      const follows = following(one);
      await one.goto(path);
      await expect(one.locator(ready).first()).toBeVisible();
      await follows;
    }
    const looked = leader.waitForResponse((answer) => answer.request().method() === "POST");
    await report(server);
    await expect(changed(page)).toBeVisible();
    await expect(changed(front)).toBeVisible();
    await (await looked).finished();
    await expect(page.locator("article")).not.toContainText("10 February 2026");
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await changed(page).click();
    await expect(page.locator("article")).toContainText("10 February 2026");
    await expect(changed(page)).toHaveCount(0);
    await expect(page.locator("#main")).toBeFocused();
    await expect(front.locator(".lists")).not.toContainText("10 Feb 2026");
    await front.keyboard.press("n");
    await expect(front.locator(".lists")).toContainText("10 Feb 2026");
    await expect(changed(front)).toHaveCount(0);
    await expect(changed(leader)).toHaveCount(0);
  },
);

apart(
  "a list says that it changed, and shows the pages that it showed, as they are by now",
  async ({ page, server }) => {
    // A page of a hundred is more than there is: here ten make one.
    await page.route("**/graphql", (route) => {
      const sent = route.request().postData() ?? "";
      const postData = sent.includes("query Agreements")
        ? sent.replace("first: 100", "first: 10")
        : sent;
      return route.continue({ postData });
    });
    const follows = following(page);
    await page.goto("/agreements");
    const lines = page.locator("main .lines li");
    await expect(lines).toHaveCount(10);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(lines).toHaveCount(20);
    const standing = (name: RegExp) =>
      page.locator("section", { has: page.getByRole("heading", { name }) });
    await follows;
    await report(server);
    await expect(changed(page)).toBeVisible();
    const line = page.locator(`a[href="/agreements/smr-2025"]`);
    await expect(standing(/^Signed/).filter({ has: line })).toHaveCount(1);
    await page.keyboard.press("n");
    await expect(standing(/^Signed/).filter({ has: line })).toHaveCount(0);
    await expect(lines).toHaveCount(20);
    await expect(changed(page)).toHaveCount(0);
    // The second page went on from where the first now ends: nothing is missed, and nothing stands twice.
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
    await expect(standing(/^In force/).filter({ has: line })).toHaveCount(1);
    const all = Number((await page.locator(".page-lead").textContent())?.match(/^\d+/)?.[0]);
    const names = await lines.evaluateAll((rows) => rows.map((row) => row.textContent));
    expect(names.length).toBe(all);
    expect(new Set(names).size).toBe(all);
  },
);
