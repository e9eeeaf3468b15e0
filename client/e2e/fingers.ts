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

/**
 * Moves fingers along straight ways, all at once; then lifts them, unless told to hold. Resting before lifting takes speed out of it.
 * What the page is told of time is the hand's, however slow the machine is: speed is what was asked for.
 */
export async function slide(
  page: Page,
  ways: { from: Point; to: Point }[],
  { steps = STEPS, restMs = 0 }: { steps?: number; restMs?: number } = {},
): Promise<void> {
  const session = await sessionOf(page);
  const points = (share: number) =>
    ways.map(({ from, to }, id) => ({ ...between(from, to, share), id }));
  let at = Date.now();
  const send = (type: "touchStart" | "touchMove" | "touchEnd", share?: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: share === undefined ? [] : points(share),
      timestamp: at / 1000,
    });
  const rest = async (ms: number) => {
    await page.waitForTimeout(ms);
    at += ms;
  };
  await send("touchStart", 0);
  for (let step = 1; step <= steps; step++) {
    await rest(STEP_MS);
    await send("touchMove", step / steps);
  }
  if (restMs > 0) {
    await rest(restMs);
    await send("touchMove", 1);
  }
  await send("touchEnd");
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
