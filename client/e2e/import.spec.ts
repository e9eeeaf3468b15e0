// A file is imported: tried out, what is wrong with it mended, the good rows alone, undone as one.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { alone } from "./alone.ts";
import { expect } from "./test.ts";

const HEAD = "event,title,kind,level,status,when,participants,publisher,published_on";
const row = (slug: string, who = "RU") =>
  `${slug},Talks ${slug},TALKS,OFFICIALS,HELD,2025-11-03,PARTICIPANT ${who} | PARTICIPANT IR,TASS,2025-11-03`;
const csv = (...rows: string[]) => [HEAD, ...rows].join("\n");

async function begin(page: Page, token: string) {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  expect((await page.goto("/desk/import"))?.status()).toBe(200);
}
const tried = (page: Page) => page.getByRole("heading", { name: "What it would do" });
const sound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
};

alone("imports the good rows by keyboard, and undoes them as one", async ({ page, token }) => {
  await begin(page, token);
  await sound(page);
  const area = page.getByLabel("Rows to import");
  await page.getByRole("button", { name: "Try it out" }).press("Enter");
  await expect(area).toBeFocused();
  await expect(page.getByText("Choose a file, or paste it.")).toBeVisible();

  await area.fill(csv(row("one"), row("two", "Iranz"), row("three")));
  await expect(page.getByText("CSV about events, 3 lines.")).toBeVisible();
  await area.press("Control+Enter");
  await expect(tried(page)).toBeFocused();
  await expect(
    page.getByText("2 rows would add something that is not here yet; 1 row is"),
  ).toBeVisible();
  const refused = page.getByRole("region", { name: "Refused rows" });
  await expect(refused.getByRole("listitem")).toContainText(/Line 3.*participants.*Did you mean/);
  await sound(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    refused.getByRole("button", { name: "Save this row to mend" }).press("Enter"),
  ]);
  const bad = await readFile(await download.path(), "utf8");
  expect(download.suggestedFilename()).toBe("import-to-mend.csv");
  expect(bad.split("\n")).toEqual([
    `problem,${HEAD}`,
    expect.stringMatching(/^"participants: .*",two,Talks two/),
    "",
  ]);

  await page.getByRole("button", { name: "Import the 2 good rows" }).dblclick();
  const done = page.getByRole("heading", { name: "Imported: 2 added, 1 refused." });
  await expect(done).toBeFocused();
  await sound(page);
  await expect(page.getByRole("link", { name: "Talks one" })).toHaveAttribute(
    "href",
    "/events/one",
  );

  // What was saved, mended; and what is in already says nothing new.
  await page.getByRole("button", { name: "Import another file" }).press("Enter");
  await page.locator('input[type="file"]').setInputFiles({
    name: "mended.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(bad.replace("PARTICIPANT Iranz", "PARTICIPANT RU")),
  });
  await page.getByRole("button", { name: "Try it out" }).press("Enter");
  await page.getByRole("button", { name: "Import this row" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Imported: 1 added." })).toBeFocused();
  await page.getByRole("button", { name: "Undo all of it" }).press("Enter");
  await expect(page.getByText("The import is undone.")).toBeVisible();
  await page.getByRole("button", { name: "Import another file" }).press("Enter");
  await area.fill(csv(row("one"), row("three")));
  await area.press("Control+Enter");
  await expect(page.getByText("Nothing new: the record says all of it already.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import (all|the|this)/ })).toHaveCount(0);
  const told = async () => {
    const query = `{ one: event(slug: "one") { status } two: event(slug: "two") { status }
      changes(filter: { actions: ["importBundle"] }, first: 5) { totalCount nodes { revision } } }`;
    return (await (await page.request.post("/graphql", { data: { query } })).json()).data;
  };
  const { changes, ...events } = await told();
  expect(events).toEqual({ one: { status: "HELD" }, two: null });
  expect(changes.totalCount).toBe(2);

  // The first is undone from its history.
  const { revision } = changes.nodes[0];
  await page.goto("/history/event/one");
  await page.getByRole("button", { name: `Undo number ${revision}` }).press("Enter");
  await page.getByLabel("Why it is undone").fill("The file was another's.");
  await page.getByRole("button", { name: "Undo this change" }).press("Enter");
  await expect(page.getByText("The import is undone.")).toBeVisible();
  await expect(page.getByText(/^Undone by No\. /)).toBeVisible();
  expect((await told()).one).toBeNull();
});

alone("still offers to undo an import after the page is loaded anew", async ({ page, token }) => {
  await begin(page, token);
  await page.getByLabel("Rows to import").fill(csv(row("anew")));
  await page.getByRole("button", { name: "Try it out" }).press("Enter");
  await page.getByRole("button", { name: "Import this row" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Imported: 1 added." })).toBeFocused();
  await page.reload();
  const lately = page.getByRole("region", { name: "Imported lately" });
  await expect(lately).toContainText("Imported: 1 added.");
  await expect(lately.getByRole("link", { name: "Its history" })).toBeVisible();
  await sound(page);
  await lately.getByRole("button", { name: "Undo all of it" }).press("Enter");
  await expect(page.getByText("The import is undone.")).toBeVisible();
  await expect(lately).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Rows to import")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(lately).toHaveCount(0);
});

alone(
  "keeps the text through a lost connection and a closed tab, on a phone",
  async ({ page, token, unseen }) => {
    unseen.allow(/net::ERR_FAILED/);
    await page.setViewportSize({ width: 390, height: 844 });
    await begin(page, token);
    // Longer than a body of GraphQL may be.
    const rows = Array.from({ length: 130 }, (_, place) => row(`long-${place}`, "Iranz"));
    const about = "What was said. ".repeat(60);
    const text = [`${HEAD},summary`, row("phone"), ...rows.map((each) => `${each},${about}`)].join(
      "\n",
    );
    expect(text.length).toBeGreaterThan(100 * 1024);
    await page.getByLabel("Rows to import").fill(text);
    await page.route("**/import?*", (route) => route.abort("failed"));
    await page.getByRole("button", { name: "Try it out" }).click();
    await expect(page.getByRole("alert")).toContainText("No answer came. Your file is still here.");
    await expect(page.getByRole("button", { name: "Try it out" })).toBeFocused();
    await page.unroute("**/import?*");
    await page.reload();
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByLabel("Rows to import")).toHaveValue(text);
    await page.getByRole("button", { name: "Try it out" }).click();
    await expect(tried(page)).toBeFocused({ timeout: 20_000 });
    await expect(
      page.getByText("1 row would add something that is not here yet; 130 rows are"),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Show 50 more of 80" })).toBeVisible();
    await sound(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Import nothing" }).click();
    await expect(page.getByText("Nothing was imported.")).toBeVisible();
    await expect(page.getByLabel("Rows to import")).toHaveValue("");
  },
);

alone("tells everybody else whose work it is", async ({ page, server }) => {
  await page.goto("/desk/import");
  await page.locator("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdesk%2Fimport$/);
  const reader = await server.token("viewer", "viewer B");
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${reader}` });
  await page.goto("/desk/import");
  await expect(page.getByText("You are signed in to read")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try it out" })).toHaveCount(0);
});
