// What a reader did can be taken back; and the browser's Back never brings back what was closed.
import type { Page } from "@playwright/test";
import { expectSaid, explore, openExplore, said, stops, TREATY, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

const toast = (page: Page) => page.locator(".toast");
const undo = (page: Page) => toast(page).getByRole("button", { name: "Undo" });
const head = (page: Page, name: string) =>
  page.locator(".timeline-head", { has: page.getByText(name, { exact: true }) });
const panel = (page: Page) => page.locator(".explore > .panel");
/** Opens the panel of the visit from its mark. */
async function open(page: Page) {
  await stops(page, VISIT).first().focus();
  await page.keyboard.press("Enter");
}
/** What the address says, however it writes it. */
const placeOf = (page: Page) => decodeURIComponent(page.url()).replace("&from=2024-06-01", "");
/** Opens Explore as a reader comes to it: from the front page. */
async function arrive(page: Page) {
  await page.goto("/");
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, explore());
  await expect(page.locator(".timeline-stop, .phone-row").first()).toBeVisible();
}

test("a lane that was moved goes back by Z, by Tab or by F6, and the address is what it was", async ({
  page,
}) => {
  await openExplore(page);
  const before = placeOf(page);
  await head(page, "Iran").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(toast(page)).toContainText("Iran is now row 1 of 4.");
  await expect(page.getByRole("status").filter({ has: toast(page) })).toBeVisible();
  await page.keyboard.press("z");
  await expect.poll(() => placeOf(page)).toBe(before);
  await expect(toast(page)).toHaveCount(0);

  await head(page, "Iran").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("F6");
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => placeOf(page)).toBe(before);
  await expect(head(page, "Iran")).toBeFocused();

  // Gone on meanwhile: only what was done is taken back.
  await page.getByRole("button", { name: "Order by ties" }).click();
  await expectSaid(page, "order", "ties");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await undo(page).click();
  await expectSaid(page, "order", null);
  expect(said(page, "view")).toBe("table");
});

test("filters cleared and a lane taken away come back; a toast goes by itself, but not from under the pointer", async ({
  page,
}) => {
  await page.clock.install();
  await openExplore(page, { kind: "visit" });
  const before = placeOf(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expectSaid(page, "kind", null);
  await expect(toast(page)).toContainText("Filters cleared.");
  await undo(page).hover();
  await page.clock.fastForward(30_000);
  await undo(page).click();
  await expect.poll(() => placeOf(page)).toBe(before);

  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByRole("button", { name: "Take away Iran" }).click();
  await expect(toast(page)).toContainText("Iran is no longer shown.");
  await expect(head(page, "Iran")).toHaveCount(0);
  await undo(page).click();
  await expect(head(page, "Iran")).toHaveCount(1);
  await page.getByRole("button", { name: "Take away Iran" }).click();
  await expect(toast(page)).toBeVisible();
  await page.mouse.move(400, 300);
  await page.clock.fastForward(10_500);
  await expect(toast(page)).toHaveCount(0);
});

test("Back after closing a panel leads to where the reader was before it, however many were open", async ({
  page,
}) => {
  await arrive(page);
  const before = placeOf(page);
  await open(page);
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect.poll(() => placeOf(page)).toBe(before);
  await expect(stops(page, VISIT).first()).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await stops(page, TREATY).last().click();
  await expectSaid(page, "sel", TREATY);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("closing what a link opened stays on the page; travelling meanwhile stays a step of its own", async ({
  page,
}) => {
  await page.goto("/");
  await page.goto(explore({ sel: VISIT }));
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/explore/);
  const before = placeOf(page);

  await open(page);
  await expect(panel(page)).toBeVisible();
  await page.getByRole("slider", { name: "As known on" }).focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => said(page, "known")).not.toBeNull();
  const known = said(page, "known");
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expectSaid(page, "known", known);
  await page.goBack();
  await expect.poll(() => placeOf(page)).toBe(before);
});

test("Back after leaving a comparison does not bring it back", async ({ page }) => {
  await openExplore(page, { known: "2024-12-05" });
  const before = placeOf(page);
  await page.getByRole("button", { name: "Compare with today" }).click();
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect.poll(() => placeOf(page)).toBe(before);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("Back after the sheet was closed does not open it again", async ({ page }) => {
    await arrive(page);
    await page.locator(".phone-row button").first().tap();
    await expect(panel(page)).toBeVisible();
    await panel(page).getByRole("button", { name: "Close" }).tap();
    await expect(panel(page)).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL(/\/$/);
  });
});
