// What a chosen day of knowledge changed comes about once, and costs nothing before or after.
import type { Page } from "@playwright/test";
import { dragTo, expectSaid, openExplore, slider, stops, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

/** Counts the frames in which the plot is painted, from now on. */
async function countFrames(page: Page) {
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const fillRect = prototype.fillRect;
    const frames = { count: 0 };
    Object.assign(window, { frames2d: frames });
    prototype.fillRect = function (x, y, width, height) {
      // The ground of the whole plot is laid once a frame.
      const isGround = x === 0 && y === 0 && this.canvas.matches(".timeline-plot > canvas");
      if (isGround && height > 100 && width > 500) frames.count++;
      return fillRect.call(this, x, y, width, height);
    };
  });
}

const painted = (page: Page) =>
  page.evaluate(() => (window as unknown as { frames2d: { count: number } }).frames2d.count);

/** Frames painted within some time. */
async function paintedIn(page: Page, ms: number): Promise<number> {
  const before = await painted(page);
  await page.waitForTimeout(ms);
  return (await painted(page)) - before;
}

test("a day that changes a state plays once and then rests; focus and buttons stay as they are", async ({
  page,
}) => {
  await openExplore(page, { known: "2025-01-16" });
  await slider(page).focus();
  await page.waitForTimeout(500);
  await countFrames(page);
  expect(await paintedIn(page, 400), "frames at rest").toBe(0);

  const visit = await stops(page, VISIT).first().elementHandle();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => painted(page), { message: "frames of the turn" }).toBeGreaterThan(2);
  await expectSaid(page, "known", "2025-01-17");
  await page.waitForTimeout(300);
  expect(await paintedIn(page, 500), "frames after the turn").toBe(0);
  await expect(slider(page)).toBeFocused();
  expect(await visit?.evaluate((button) => button.isConnected)).toBe(true);
});

test("a drag shows every day at once, and plays what it changed when it lets go", async ({
  page,
}) => {
  await openExplore(page, { known: "2024-12-05" });
  await dragTo(page, "2025-01-17");
  await page.waitForTimeout(900);
  await countFrames(page);
  const box = await slider(page).boundingBox();
  if (!box) throw new Error("The handle is not drawn.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 2 });
  await page.waitForTimeout(300);
  expect(await paintedIn(page, 400), "frames while the hand rests").toBe(0);
  await page.mouse.up();
  await expect.poll(() => painted(page), { message: "frames of the turn" }).toBeGreaterThan(4);
  await page.waitForTimeout(400);
  expect(await paintedIn(page, 400), "frames after the turn").toBe(0);
});
