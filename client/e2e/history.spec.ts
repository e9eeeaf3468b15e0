// Everything that was recorded, on a page: who, when, what, why, before and after; narrowed by links, and turned page by page.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { alone as own } from "./alone.ts";
import { serious } from "./serious.ts";
import type { Running } from "./server.ts";
import { expect } from "./test.ts";

const alone = own.extend<object, { server: Running }>({
  server: [
    async ({ server }, use) => {
      await edit(server);
      await use(server);
    },
    { scope: "worker" },
  ],
});
alone.describe.configure({ mode: "serial" });

/** A treaty suspended by one editor, and 26 new names of a leader by another. */
async function edit(server: Running): Promise<void> {
  const tokens = await Promise.all(
    ["Vera", "Amir & Co"].map((name) => server.token("editor", name)),
  );
  const ask = async (query: string, input: object | null, editor = 0) => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${tokens[editor]}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors } = await answer.json();
    const wrong =
      errors ?? (input && Object.values(data as Record<string, { errors: [] }>)[0]?.errors);
    if (wrong?.length) throw new Error(JSON.stringify(wrong));
    return data;
  };
  const { agreement, leader } = await ask(
    `{ agreement(slug: "ru-ir-2025") { id version } leader(slug: "abbas-araghchi") { id version } }`,
    null,
  );
  const source = {
    publisher: "A newspaper",
    url: "https://example.org/a",
    publishedOn: "2025-12-02",
  };
  const failed = "errors { ... on UserError { message } }";
  await ask(
    `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) { ${failed} } }`,
    {
      ...{ agreementId: agreement.id, status: "SUSPENDED", when: "2025-12-01", source },
      ...{ note: "Suspended while the sides talk.", expectedVersion: agreement.version },
    },
  );
  for (let round = 0; round < 26; round++) {
    await ask(
      `mutation ($input: UpdateLeaderInput!) { updateLeader(input: $input) { ${failed} } }`,
      {
        ...{ leaderId: leader.id, name: `Abbas Araghchi ${round}`, source },
        ...{ note: `Name ${round}.`, expectedVersion: leader.version + round },
      },
      1,
    );
  }
}

const rows = (page: Page) => page.locator(".record > .record-table tbody tr");

/** Serious findings of the page, in both themes. */
async function seriousInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    found.push(...(await serious(page, "main")).map((each) => `${colorScheme}: ${each}`));
  }
  return found;
}

alone(
  "every change tells who, when, what and why, and leads on to what it was made to",
  async ({ page, server }) => {
    await page.goto("/agreements/ru-ir-2025");
    await page.getByRole("link", { name: "History", exact: true }).click();
    await expect(page).toHaveURL(/\/history\/agreement\/ru-ir-2025$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Comprehensive Strategic Partnership Treaty",
    );
    await expect(page).toHaveTitle(/^History of Comprehensive Strategic/);
    // Its one change, and the load that it came with.
    await expect(rows(page)).toHaveCount(2);
    const change = rows(page).first();
    await expect(change).toContainText("Status reported");
    await expect(change).toContainText("Suspended while the sides talk.");
    await expect(change.getByRole("listitem").first()).toHaveText(/status\s*in force → suspended/i);
    await expect(change.getByRole("listitem").nth(1)).toHaveText(
      /date\s*2 October 2025 → 1 December 2025/i,
    );
    await expect(change.getByRole("link", { name: "A newspaper" })).toHaveAttribute(
      "href",
      /^\/sources\//,
    );
    const { data } = await (
      await page.request.get(`${server.url}/graphql?query={changes(first:2){nodes{at,hash}}}`)
    ).json();
    const [, { at, hash }] = data.changes.nodes;
    await expect(change.locator("time")).toHaveAttribute("datetime", at);
    await expect(change.locator("time")).toContainText(at.slice(11, 16));
    await expect(change.locator("code")).toContainText(hash.slice(0, 8));
    await page.getByRole("link", { name: "Open the agreement" }).click();
    await expect(page).toHaveURL(/\/agreements\/ru-ir-2025$/);
  },
);

alone(
  "all changes are narrowed by links, turned page by page, and saved as they are narrowed",
  async ({ page }) => {
    await page.goto("/history");
    await expect(page.getByText("28 changes")).toBeVisible();
    await expect(rows(page)).toHaveCount(25);
    expect(await seriousInBoth(page)).toEqual([]);
    await page.getByRole("link", { name: "Older changes" }).click();
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).last()).toContainText("Data set loaded");
    await page.getByRole("link", { name: "Newer changes" }).click();
    await expect(rows(page)).toHaveCount(25);

    await page.getByRole("link", { name: "Amir & Co" }).first().click();
    await expect(page.getByText("26 changes")).toBeVisible();
    await page.getByRole("link", { name: "Leaders", exact: true }).last().click();
    await expect(page).toHaveURL("/history?by=Amir+%26+Co&type=leader");
    const file = await page.getByRole("link", { name: "Save as CSV" }).getAttribute("href");
    const saved = await (await page.request.get(String(file))).text();
    expect(saved.trim().split("\r\n")).toHaveLength(27);
    await page.getByRole("link", { name: "Not only by Amir & Co" }).click();
    await page.getByRole("link", { name: "Agreements", exact: true }).last().click();
    // The load may be of any type.
    await expect(page.getByText("2 changes")).toBeVisible();

    const to = page.getByLabel("To", { exact: true });
    await to.fill("the day before");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(to).toBeFocused();
    await expect(to).toHaveAccessibleDescription(/^Write a day, a month or a year/);
    expect(await seriousInBoth(page)).toEqual([]);
    await to.fill("Jan 2001");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/to=2001-01-31/);
    await expect(to).toHaveValue("31 Jan 2001");
    await expect(page.getByText("No change was recorded that fits.")).toBeVisible();
    await page.getByRole("link", { name: "Show all changes" }).click();
    await expect(page.getByText("28 changes")).toBeVisible();
  },
);

alone(
  "a phone shows the same in one column; what fails is named, and nothing is where there is nothing",
  async ({ page, unseen }) => {
    unseen.allow(/ERR_FAILED|status of 404/);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/history");
    await expect(rows(page)).toHaveCount(25);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await seriousInBoth(page)).toEqual([]);
    await page.goto("/history/party/nobody");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/is not|no such|There is/i);
    await page.route(/\/graphql/, (route) => route.abort());
    await page.goto("/history?by=Vera");
    await expect(page.getByRole("alert")).toContainText("The history didn’t load.");
  },
);

alone(
  "an editor undoes a change for a reason, and that in turn; what is in the way is named with the way to it; readers are offered none of it",
  async ({ page, context, server }) => {
    const asked: string[] = [];
    page.on("request", (one) => asked.push(one.url()));
    await page.goto("/history/leader/abbas-araghchi");
    await expect(rows(page)).toHaveCount(25);
    await page.waitForLoadState("networkidle");
    const undo = page.getByRole("button", { name: /^Undo/ });
    await expect(undo).toHaveCount(0);
    expect(asked.filter((url) => /\/assets\/desk-(?!history)/.test(url))).toEqual([]);
    const deskScript = /\/assets\/desk-(?!history|fields|access|ways)/;

    await context.setExtraHTTPHeaders({
      authorization: `Bearer ${await server.token("editor", "Uma")}`,
    });
    await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
    await page.reload();
    await expect(undo).toHaveCount(25);
    expect(asked.filter((url) => deskScript.test(url))).toEqual([]);
    await rows(page).filter({ hasText: "Name 24." }).getByRole("button", { name: /^Undo/ }).click();
    const form = page.getByRole("complementary", { name: "Undo a change" });
    await expect(form).toContainText("leader corrected, version 26");
    const go = form.getByRole("button", { name: "Undo this change" });
    const reason = form.getByLabel(/^Why it is undone/);
    await go.click();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(/Say in one sentence why/);
    await reason.fill("It was a slip.");
    await go.click();
    await expect(form.getByRole("alert")).toContainText("It has been changed since");
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include(".desk")
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await form.getByRole("link", { name: /Leader corrected, by Amir & Co$/ }).click();
    await expect(page).toHaveURL(/\/history\/leader\/abbas-araghchi\?before=\d+$/);
    await expect(rows(page).first()).toContainText("Name 25.");

    await form.getByRole("button", { name: "Cancel" }).click();
    await rows(page).first().getByRole("button", { name: /^Undo/ }).click();
    await reason.fill("It was a slip.");
    await go.click();
    await expect(form).toHaveCount(0);
    const toast = page.locator(".toast");
    await expect(toast).toContainText("version 27 undone, as version 28.");
    await page.goto("/history/leader/abbas-araghchi");
    await expect(rows(page).first()).toContainText("A change undone");
    await expect(rows(page).first()).toContainText("It was a slip.");
    // What was undone says by which change, and leads there; only the undoing can be undone.
    const undone = rows(page).filter({ hasText: "Name 25." });
    const number = /No\. (\d+)/.exec((await rows(page).first().textContent()) ?? "")?.[1];
    await expect(undone.getByRole("button")).toHaveCount(0);
    await undone.getByRole("link", { name: `Undone by No. ${number}` }).click();
    await expect(rows(page).first()).toContainText("It was a slip.");
    await rows(page)
      .first()
      .getByRole("button", { name: `Undo the undo number ${number}` })
      .click();
    await reason.fill("It was none.");
    await go.click();
    await expect(toast).toContainText("version 28 undone, as version 29.");
    await page.getByRole("link", { name: "Newer changes" }).click();
    await expect(rows(page).first()).toContainText("It was none.");
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(toast).toContainText("version 29 undone, as version 30.");
    await expect(rows(page).first()).toContainText("Version 29 undone.");
  },
);
