// Explore by thumb and fingers: one scrolls, two zoom, and nothing traps the page.
import type { Page } from "@playwright/test";
import {
  boxOf,
  expectSaid,
  explore,
  openExplore,
  plot,
  said,
  settledUrl,
  slider,
  spotOf,
  stops,
  TREATY,
  VISIT,
  windowOf,
} from "./explore.ts";
import { pinch, slide } from "./fingers.ts";
import { expect, test } from "./test.ts";

const span = (page: Page) => windowOf(page).to - windowOf(page).from;
const scrolled = (page: Page) => page.evaluate(() => document.scrollingElement?.scrollTop ?? 0);

test.describe("on a phone", () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    contextOptions: { reducedMotion: "reduce" },
  });

  const body = (page: Page) => page.locator(".phone-body");
  const top = (page: Page) => body(page).evaluate((box) => box.scrollTop);
  const sheet = (page: Page) => page.getByRole("dialog", { name: "Details" });
  const row = (page: Page, id: string) => page.locator(`.phone-row button[data-id="${id}"]`);

  async function open(page: Page, parts: Record<string, string> = {}) {
    await page.goto(explore(parts));
    await expect(page.locator(".phone-row").first()).toBeVisible();
    await expect(page.locator(".phone-line")).toBeInViewport();
  }

  test("one finger scrolls time, and the page around it stays", async ({ page }) => {
    await open(page);
    const before = await top(page);
    await slide(page, [{ from: { x: 300, y: 400 }, to: { x: 300, y: 640 } }], { restMs: 120 });
    await expect.poll(() => top(page)).toBeLessThan(before - 150);
    expect(await scrolled(page)).toBe(0);
    await expectSaid(page, "known", null);
  });

  test("two fingers change the spacing of rows; what lies between them stays there", async ({
    page,
  }) => {
    await open(page, { known: "2025-08-01" });
    const rows = page.locator(".phone-row");
    const spacing = () =>
      rows.evaluateAll((all) => {
        const tops = all.map((one) => one.getBoundingClientRect().top);
        return (tops.at(-1) ?? 0) - (tops[0] ?? 0);
      });
    const middle = 420;
    const held = await rows.evaluateAll(
      (all, y) => all.find((one) => one.getBoundingClientRect().top >= y)?.getAttribute("data-key"),
      middle,
    );
    const heldTop = async () => (await boxOf(page.locator(`li[data-key="${held}"]`))).y;
    const [before, at] = [await spacing(), await heldTop()];
    await pinch(page, { x: 200, y: middle }, 100, 260, "y");
    await expect.poll(spacing).toBeGreaterThan(before * 1.15);
    expect(Math.abs((await heldTop()) - at), "px the row between moved").toBeLessThan(30);
    await pinch(page, { x: 200, y: middle }, 260, 80, "y");
    await expect.poll(spacing).toBeLessThan(before * 1.1);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test("a thumb on the rail travels, and rows keep their place by the line", async ({ page }) => {
    await open(page);
    const handle = await boxOf(slider(page));
    const line = page.locator(".phone-line");
    const before = (await boxOf(line)).y;
    await slide(page, [
      { from: { x: handle.middleX, y: handle.middleY }, to: { x: 120, y: handle.middleY - 60 } },
    ]);
    await expect(line).toContainText(/^As known on /);
    await expect.poll(() => said(page, "known")).not.toBeNull();
    await expect.poll(async () => Math.abs((await boxOf(line)).y - before)).toBeLessThan(3);
    expect(await scrolled(page)).toBe(0);
    await page.goBack();
    await expectSaid(page, "known", null);
  });

  test("travel leaves the reader where they read, far from the line", async ({ page }) => {
    await open(page);
    const visit = row(page, VISIT);
    await visit.evaluate((one) => one.scrollIntoView({ block: "center" }));
    const before = (await boxOf(visit)).y;
    await slider(page).focus();
    for (let month = 0; month < 4; month++) await page.keyboard.press("PageDown");
    await expect.poll(() => said(page, "known")).not.toBeNull();
    await expect.poll(async () => Math.abs((await boxOf(visit)).y - before)).toBeLessThan(3);
  });

  test("a sheet goes down with the hand: a little and it comes back, far or fast and it is gone", async ({
    page,
  }) => {
    await open(page, { known: "2024-12-05" });
    const visit = row(page, VISIT);
    const heading = sheet(page).getByRole("heading", { level: 2 }).first();
    const down = async (px: number, how: { steps?: number; restMs?: number }) => {
      const { middleX, y } = await boxOf(page.locator(".sheet-handle"));
      await slide(
        page,
        [{ from: { x: middleX, y: y + 10 }, to: { x: middleX, y: y + 10 + px } }],
        how,
      );
    };
    await visit.tap();
    await expect(heading).toBeFocused();
    const { y } = await boxOf(sheet(page));
    expect(y).toBe(96);
    await down(80, { restMs: 200 });
    await expect.poll(async () => (await boxOf(sheet(page))).y).toBe(96);
    await down(320, { restMs: 200 });
    await expect(sheet(page)).toHaveCount(0);
    await expect(visit).toBeFocused();

    await visit.tap();
    await expect(heading).toBeFocused();
    await down(200, { steps: 2 });
    await expect(sheet(page)).toHaveCount(0);
    await expectSaid(page, "sel", null);
  });

  test("behind a sheet nothing can be reached or moves; Back closes it", async ({ page }) => {
    await open(page);
    const before = await top(page);
    await page.locator(".phone-legend button").first().tap();
    await expectSaid(page, "sel", TREATY);
    await expect(sheet(page).getByRole("heading", { level: 2 }).first()).toBeFocused();
    await expect(page.locator(".explore-main")).toHaveAttribute("inert", "");
    await expect(page.locator(".topbar")).toHaveAttribute("inert", "");
    await slide(page, [{ from: { x: 200, y: 700 }, to: { x: 200, y: 300 } }]);
    await slide(page, [{ from: { x: 200, y: 60 }, to: { x: 200, y: 20 } }]);
    expect(await top(page)).toBe(before);
    for (const button of await sheet(page).getByRole("button").all()) {
      const { width, height } = await boxOf(button);
      expect(Math.min(width, height), (await button.textContent()) ?? "").toBeGreaterThanOrEqual(
        24,
      );
    }
    await page.goBack();
    await expect(sheet(page)).toHaveCount(0);
    await expect(page.locator(".explore-main")).not.toHaveAttribute("inert", "");
  });
});

test.describe("on a tablet", () => {
  test.use({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    contextOptions: { reducedMotion: "reduce" },
  });

  test("two fingers zoom, and the day between them stays there", async ({ page }) => {
    await openExplore(page);
    const before = span(page);
    const ground = await boxOf(plot(page).locator("canvas"));
    const mark = await spotOf(page, VISIT);
    const at = { x: ground.x + mark.x, y: ground.y + 180 };
    await pinch(page, at, 80, 240);
    await expect.poll(() => before / span(page)).toBeGreaterThan(2.5);
    expect(before / span(page)).toBeLessThan(3.5);
    await expect.poll(async () => Math.abs((await spotOf(page, VISIT)).x - mark.x)).toBeLessThan(6);
    await pinch(page, at, 240, 80, "y");
    await expect.poll(() => span(page) / before).toBeGreaterThan(0.8);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test("a finger sideways pans time, two do as well, and one down scrolls lanes only", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 820, height: 600 });
    await openExplore(page);
    const ground = await boxOf(plot(page));
    const [x, y] = [ground.x + 400, ground.y + 250];
    const from = windowOf(page).from;
    await slide(page, [{ from: { x, y }, to: { x: x - 200, y } }]);
    await expect.poll(() => windowOf(page).from).toBeGreaterThan(from + 60);
    const panned = windowOf(page).from;
    const whole = span(page);
    await slide(
      page,
      [
        { from: { x: x - 60, y }, to: { x: x + 140, y } },
        { from: { x: x + 60, y }, to: { x: x + 260, y } },
      ],
      { restMs: 120 },
    );
    await expect.poll(() => windowOf(page).from).toBeLessThan(panned - 60);
    expect(Math.abs(span(page) / whole - 1)).toBeLessThan(0.05);

    const url = await settledUrl(page);
    const lanes = page.locator(".timeline-body");
    await slide(page, [{ from: { x, y }, to: { x, y: y - 160 } }], { restMs: 120 });
    await expect.poll(() => lanes.evaluate((box) => box.scrollTop)).toBeGreaterThan(60);
    expect(page.url()).toBe(url);
    expect(await scrolled(page)).toBe(0);
  });

  test("a double tap zooms in twice there; the rail follows a thumb", async ({ page }) => {
    await openExplore(page);
    const ground = await boxOf(plot(page));
    const [x, y] = [ground.x + 420, ground.y + ground.height - 60];
    const before = span(page);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => before / span(page)).toBeCloseTo(2, 1);
    expect(said(page, "sel")).toBeNull();

    const track = await boxOf(page.locator(".rail-track"));
    const handle = await boxOf(slider(page));
    await slide(page, [
      {
        from: { x: handle.middleX, y: handle.middleY },
        to: { x: track.x + 200, y: handle.middleY - 40 },
      },
    ]);
    await expect.poll(() => said(page, "known")).not.toBeNull();
    await expect(stops(page, VISIT).first()).toBeAttached();
  });
});
