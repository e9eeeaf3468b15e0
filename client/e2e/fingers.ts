// Fingers on a screen, as the browser itself sees them: its own gestures, such as scrolling, take part.
import type { CDPSession, Page } from "@playwright/test";

interface Point {
  x: number;
  y: number;
}

const STEPS = 12;
const STEP_MS = 16;

async function sessionOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

/** Moves fingers along straight ways, all at once; then lifts them, unless told to hold. Resting before lifting takes speed out of it. */
export async function slide(
  page: Page,
  ways: { from: Point; to: Point }[],
  { steps = STEPS, restMs = 0 }: { steps?: number; restMs?: number } = {},
): Promise<void> {
  const session = await sessionOf(page);
  const points = (share: number) =>
    ways.map(({ from, to }, id) => ({ ...between(from, to, share), id }));
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
  for (let step = 1; step <= steps; step++) {
    await page.waitForTimeout(STEP_MS);
    await session.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: points(step / steps),
    });
  }
  if (restMs > 0) {
    await page.waitForTimeout(restMs);
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(1) });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}

/** Two fingers on either side of a point, from one distance (px) to another, side by side or one above the other. */
export async function pinch(
  page: Page,
  at: Point,
  from: number,
  to: number,
  along: "x" | "y" = "x",
): Promise<void> {
  const spread = (apart: number, side: 1 | -1): Point => ({
    x: at.x + (along === "x" ? (side * apart) / 2 : 0),
    y: at.y + (along === "y" ? (side * apart) / 2 : 0),
  });
  await slide(page, [
    { from: spread(from, -1), to: spread(to, -1) },
    { from: spread(from, 1), to: spread(to, 1) },
  ]);
}
