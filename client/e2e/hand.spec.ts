// Zoom and pan by wheel, by dragging and by keys: what is under the hand stays under it.
import type { Page } from "@playwright/test";
import { boxOf, dayOf, openExplore, plot, said, stops, VISIT, windowOf } from "./explore.ts";
import { expect, test } from "./test.ts";

/** Calm motion: zooming is done at once. */
test.use({ contextOptions: { reducedMotion: "reduce" } });

const middle = async (page: Page) => boxOf(stops(page, VISIT));
const span = (page: Page) => windowOf(page).to - windowOf(page).from;

test("Ctrl with the wheel zooms, and the day under the pointer stays under it; Shift pans; the wheel alone does neither", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 640 }); // so that not all lanes fit
  await openExplore(page);
  const before = await middle(page);
  await page.mouse.move(before.middleX, before.middleY);
  await page.keyboard.down("Control");
  for (let notch = 0; notch < 5; notch++) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(() => span(page), { message: "days after five notches in" }).toBeLessThan(290);
  expect(span(page)).toBeGreaterThan(255); // 547 days, each notch ×1.15
  await expect
    .poll(async () => Math.abs((await middle(page)).middleX - before.middleX))
    .toBeLessThan(1.5);

  const zoomed = windowOf(page);
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, 120);
  await page.keyboard.up("Shift");
  await expect.poll(() => windowOf(page).from).toBeGreaterThan(zoomed.from);
  expect(span(page)).toBe(zoomed.to - zoomed.from);
  await expect.poll(async () => (await middle(page)).middleX).toBeLessThan(before.middleX - 110);

  const panned = page.url();
  await page.mouse.wheel(0, 200);
  const body = page.locator(".timeline-body");
  await expect.poll(() => body.evaluate((lanes) => lanes.scrollTop)).toBeGreaterThan(0);
  expect(page.url()).toBe(panned);
});

test("dragging the ground takes the days along; a double click zooms in there; a drag along the axis chooses a window", async ({
  page,
}) => {
  await openExplore(page);
  const ground = await boxOf(plot(page));
  const before = await middle(page);
  const window = windowOf(page);
  const forums = await boxOf(page.locator(".timeline-group", { hasText: "Forums" }));
  const [x, y] = [ground.x + 700, forums.middleY]; // nothing but ground is there
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 100, y, { steps: 4 });
  await page.mouse.move(x - 240, y, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await middle(page)).middleX - before.middleX)
    .toBeCloseTo(-240, -1);
  await expect.poll(() => windowOf(page).from - window.from).toBeGreaterThan(100);
  expect(windowOf(page).from - window.from).toBeLessThan(125);

  const panned = span(page);
  const held = await middle(page);
  await page.mouse.dblclick(held.middleX, y);
  expect(said(page, "sel")).toBeNull();
  await expect.poll(() => span(page) / panned).toBeCloseTo(0.5, 1);
  await expect
    .poll(async () => Math.abs((await middle(page)).middleX - held.middleX))
    .toBeLessThan(1.5);

  const axis = await boxOf(page.locator(".timeline-axis canvas"));
  const wide = windowOf(page);
  const line = axis.y + axis.height - 10;
  await page.mouse.move(axis.x + 300, line);
  await page.mouse.down();
  await page.mouse.move(axis.x + 450, line, { steps: 4 });
  await page.mouse.move(axis.x + 600, line, { steps: 4 });
  await page.mouse.up();
  const perPx = (wide.to - wide.from) / (axis.width - 20);
  await expect
    .poll(() => Math.abs(windowOf(page).from - (wide.from + 300 * perPx)))
    .toBeLessThan(3);
  await expect.poll(() => Math.abs(windowOf(page).to - (wide.from + 600 * perPx))).toBeLessThan(3);
});

test("plus, minus and F change the window, and so do the buttons above the lanes", async ({
  page,
}) => {
  await openExplore(page);
  const whole = span(page);
  await stops(page, VISIT).focus();
  await page.keyboard.press("+");
  await expect.poll(() => whole / span(page)).toBeCloseTo(1.5, 1);
  await page.keyboard.press("-");
  await expect.poll(() => Math.abs(span(page) - whole)).toBeLessThan(3);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => whole / span(page)).toBeCloseTo(1.5, 1);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(() => Math.abs(span(page) - whole)).toBeLessThan(3);
  await stops(page, VISIT).focus();
  await page.keyboard.press("f");
  await expect
    .poll(() => dayOf(said(page, "from") ?? "9999-01-01"))
    .toBeLessThan(dayOf("2021-01-01"));
  await expect(page.locator(".timeline-corner")).toContainText(/years$/);
});

test("the card of a mark can be reached, hides with Escape wherever the focus is, and never covers the mark", async ({
  page,
}) => {
  await openExplore(page);
  const card = page.locator(".timeline-card");
  const mark = await middle(page);
  await page.mouse.move(mark.middleX - 60, mark.middleY + 60);
  await page.mouse.move(mark.middleX, mark.middleY);
  await expect(card).toBeVisible();
  const box = await boxOf(card);
  const isOver =
    mark.middleX > box.x &&
    mark.middleX < box.x + box.width &&
    mark.middleY > box.y &&
    mark.middleY < box.y + box.height;
  expect(isOver, "the card lies over its mark").toBe(false);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});
