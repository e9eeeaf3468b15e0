// The list of keys, the date one may go to, and the columns seen from far away, all without a pointer.
import { dayOf, openExplore, stops, VISIT, windowOf } from "./explore.ts";
import { expect, test } from "./test.ts";

/** Calm motion: zooming is done at once. */
test.use({ contextOptions: { reducedMotion: "reduce" } });

test("? lists all keys, gives focus back, and single keys can be turned off there", async ({
  page,
}) => {
  await openExplore(page);
  await stops(page, VISIT).focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("Go to a date")).toBeVisible();
  await dialog.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(stops(page, VISIT)).toBeFocused();

  const before = page.url();
  await page.keyboard.press("+");
  await page.keyboard.press("?");
  await page.keyboard.press("v");
  await expect(dialog).toHaveCount(0);
  expect(page.url()).toBe(before);
  await page.getByRole("button", { name: "Keys", exact: true }).click();
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("G goes to a date; from far away Enter zooms in to a column, and the view before can be come back to", async ({
  page,
}) => {
  await openExplore(page);
  await stops(page, VISIT).focus();
  const whole = windowOf(page);
  await page.keyboard.press("g");
  const date = page.getByLabel("Go to date").and(page.locator("input"));
  await expect(date).toBeFocused();
  await date.fill("2022-03-10");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => Math.abs((windowOf(page).from + windowOf(page).to) / 2 - dayOf("2022-03-10")))
    .toBeLessThan(3);
  expect(windowOf(page).to - windowOf(page).from).toBe(whole.to - whole.from);

  await page.keyboard.press("f");
  await expect(page.locator(".timeline-group", { hasText: "Agreements by status" })).toBeVisible();
  const back = page.getByRole("button", { name: "Previous view" });
  await expect(back).toBeVisible();
  const columns = page.locator('.timeline-stop[data-id^="bin:"]');
  await columns.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".timeline-card")).toContainText("press Enter to zoom in");
  const far = page.url();
  await page.keyboard.press("Enter");
  await expect.poll(() => windowOf(page).to - windowOf(page).from).toBeLessThan(95);
  await back.click();
  await expect.poll(() => page.url()).toBe(far);
});
