// The timeline on a phone: threads, a sheet, a rail that a thumb reaches, and nothing to scroll sideways.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { boxOf, expectSaid, explore, rows, slider, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** How many px the page is wider than the screen. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("threads run down, plans lie below the line, and a sheet opens and closes over them", async ({
  page,
}) => {
  await page.goto(explore({ known: "2024-12-05" }));
  const visit = page.locator(`.phone-row button[data-id="${VISIT}"]`);
  await expect(page.locator(".phone-thread").first()).toBeVisible();
  for (const name of ["Russia", "Iran", "China", "Türkiye"])
    await expect(page.locator(`.phone-head abbr[title="${name}"]`)).toBeVisible();
  await expect(page.locator(".phone-line")).toContainText("As known on 5 Dec 2024");
  const column = page.locator(".phone-column").first();
  await expect.poll(async () => (await boxOf(column)).height).toBeGreaterThan(500);
  await expect(column.locator("rect").first()).toBeAttached();
  for (const name of await page.locator(".phone-legend button").all())
    expect(
      await name.evaluate((one) => {
        const words = document.createRange();
        words.selectNodeContents(one);
        return words.getBoundingClientRect().right - one.getBoundingClientRect().right;
      }),
      "px of a name beyond its button, which reaches further for a thumb",
    ).toBeLessThanOrEqual(1);
  await expect(page.locator(".phone-plans").locator(`button[data-id="${VISIT}"]`)).toHaveCount(1);
  await expect(visit).toHaveAccessibleName(/^Planned visit, date not fixed\./);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  await expect(page.locator(".phone-line")).toBeInViewport();

  await visit.tap();
  await expectSaid(page, "sel", VISIT);
  const sheet = page.getByRole("dialog", { name: "Details" });
  await expect(sheet.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(sheet.getByRole("heading", { level: 2 }).first()).toBeInViewport();
  await expect.poll(async () => (await boxOf(sheet)).y).toBeGreaterThan(60);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  const close = sheet.getByRole("button", { name: "Close", exact: true });
  const { width, height } = await boxOf(close);
  // Of a sheet on its way up the browser gives the size to some hundred thousandths.
  expect(Math.min(width, height), "px of the cross").toBeGreaterThan(43.99);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(".panel").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await close.tap();
  await expect(sheet).toHaveCount(0);
  await expectSaid(page, "sel", null);
});

test("the rail is on the screen, and a thumb on it travels", async ({ page }) => {
  await page.goto(explore({ known: "2025-08-01" }));
  await expect(page.locator(".phone-row").first()).toBeVisible();
  await expect(slider(page)).toBeInViewport();
  const before = Number(await slider(page).getAttribute("aria-valuenow"));
  const track = await boxOf(page.locator(".rail-track"));
  await page.touchscreen.tap(track.x + track.width * 0.4, track.middleY);
  await expect
    .poll(async () => Number(await slider(page).getAttribute("aria-valuenow")))
    .toBeLessThan(before);
  await expect(page.locator(".phone-line")).toContainText(/As known on/);
  await page.getByRole("button", { name: "Return to latest", exact: true }).tap();
  await expectSaid(page, "known", null);
  await expect(page.locator(".phone-line")).toContainText(/Today/);
});

test("no page scrolls sideways, and the table shows the same facts", async ({ page }) => {
  for (const path of [
    "/",
    explore(),
    explore({ view: "table" }),
    "/agreements/ru-ir-2025",
    "/stories/the-timing-has-not-yet-been-fixed",
    "/countries",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await overhang(page), path).toBeLessThanOrEqual(0);
  }
  await page.goto(explore());
  await page.getByRole("button", { name: "Table", exact: true }).tap();
  await expect(rows(page, VISIT)).toHaveCount(1);
});

test("a past day takes one row of the bar and one of the rail, as a timeline and as a table", async ({
  page,
}) => {
  for (const view of ["timeline", "table"])
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(explore({ known: "2024-11-30", view }));
      const back = page.getByRole("button", { name: "Return to latest", exact: true });
      const [title, compare, latest] = await Promise.all([
        boxOf(page.locator(".rail-title")),
        boxOf(page.getByRole("button", { name: "Compare with today" })),
        boxOf(back),
      ]);
      expect(Math.abs(title.middleY - latest.middleY), `${view} at ${width}`).toBeLessThan(3);
      expect(Math.abs(compare.middleY - latest.middleY), `${view} at ${width}`).toBeLessThan(3);
      if (width < 390) continue;
      await expect(page.locator(".counts")).toContainText("facts known then");
      expect((await boxOf(page.locator(".counts"))).height, view).toBeLessThan(30);
    }
});
