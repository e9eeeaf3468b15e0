// The panel of what is selected: its ways on, its link, its date for a calendar, and the ladder of what was known.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectSaid, openExplore, said, TREATY, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

const panel = (page: Page) => page.getByRole("complementary", { name: "Details" });
const heading = (page: Page) => panel(page).getByRole("heading", { level: 2 }).first();

test("the next fact is named, leads on in time, and the one before leads back", async ({
  page,
}) => {
  await openExplore(page, { sel: VISIT });
  const title = (await heading(page).textContent()) ?? "";
  const next = panel(page).getByRole("button", { name: /^Next (event|session|agreement): / });
  const name = (await next.getAttribute("aria-label")) ?? "";
  await next.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => said(page, "sel")).not.toBe(VISIT);
  await expect(panel(page).getByRole("button", { name: /^Next / })).toBeFocused();
  if (name.startsWith("Next event"))
    await expect(heading(page)).toHaveText(name.replace("Next event: ", ""));
  await panel(page)
    .getByRole("button", { name: `Previous event: ${title}`, exact: true })
    .click();
  await expectSaid(page, "sel", VISIT);
});

test("the link is copied and said in its place", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExplore(page, { sel: VISIT });
  await panel(page).getByRole("button", { name: "Copy link" }).click();
  await expect(panel(page).getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("a date goes into a calendar as a whole day, with its sources", async ({ page }) => {
  await openExplore(page, { sel: VISIT });
  const saving = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Add to calendar" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("visit-pezeshkian-moscow-2025.ics");
  const file = await readFile(await saved.path(), "utf8");
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  expect(lines).toContain("UID:event-visit-pezeshkian-moscow-2025@entente");
  expect(lines).toContain("DTSTART;VALUE=DATE:20250117");
  expect(lines).toContain("DTEND;VALUE=DATE:20250118");
  expect(lines).toContain("STATUS:CONFIRMED");
  expect(lines).toContain("LOCATION:Moscow\\, Russia");
  expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toContain("Sources:\\n1. ");
});

test("as long as nobody gave a date there is none to add", async ({ page }) => {
  await openExplore(page, { sel: VISIT, known: "2024-12-05" });
  await expect(heading(page)).toBeVisible();
  await expect(panel(page).getByText("No date to add yet")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Add to calendar" })).toHaveCount(0);
});

test("the ladder goes from a lead to a window, a hollow and a filled mark", async ({ page }) => {
  await openExplore(page, { sel: VISIT });
  const rungs = panel(page).locator(".rung");
  await expect(rungs).toHaveCount(4);
  await expect(rungs.nth(0)).toContainText("Planned, date not fixed.");
  await expect(rungs.nth(1)).toContainText("19 January 2025");
  await expect(rungs.nth(2)).toContainText(/Planned for 17 January 2025\..*Confirmed 13 Jan\./);
  await expect(rungs.nth(3)).toContainText("Held 17 January 2025.");
  for (const rung of await rungs.all())
    await expect(rung.getByRole("link", { name: /^Source \d+/ }).first()).toBeVisible();
});

test("an agreement's panel leads to its page, where one source gives an earlier date", async ({
  page,
}) => {
  await openExplore(page, { sel: TREATY });
  await panel(page).getByRole("link", { name: "Open the agreement" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Strategic Partnership");
  await expect(page.getByRole("link", { name: "One source gives an earlier date" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ratification by party" })).toBeVisible();
});
