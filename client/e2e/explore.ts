// Explore as a reader handles it: its address, its rail and its marks.
import { expect, type Locator, type Page } from "@playwright/test";
import { watchInk } from "./ink.ts";

export const VISIT = "event:visit-pezeshkian-moscow-2025";
export const TREATY = "agreement:ru-ir-2025";

const DAY_MS = 86_400_000;
/** Room after the last day of the plot and the rail, px. */
const PAD_END = 20;

/** The lanes and the window of the founding case. */
export const FOUNDING = {
  lanes:
    "RU,IR,CN,TR;brics,sco,astana-process,vtb-russia-calling;ru-ir-2025,eaeu-ir-2023,cn-ir-2021,rasht-astara-2023",
  from: "2024-06-01",
  to: "2025-11-30",
};

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** An address of Explore with the founding lanes and window, and what else it is to say. */
export function explore(parts: Record<string, string> = {}): string {
  const said = Object.entries({ ...FOUNDING, ...parts });
  return `/explore?${said.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
}

/** Opens Explore and waits until its marks stand. */
export async function openExplore(page: Page, parts: Record<string, string> = {}) {
  await watchInk(page);
  await page.goto(explore(parts));
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
}

/** Waits until a page follows the record, which it does once it has come to rest. Called before it goes there. */
export const following = (page: Page) =>
  page.waitForResponse((answer) => new URL(answer.url()).pathname === "/changes");

/** What the address says of one key; null when it is silent. */
export const said = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);

/** The address once the plot has come to rest: on a busy machine it is told more than once on the way. */
export async function settledUrl(page: Page): Promise<string> {
  let url = "";
  await expect
    .poll(
      async () => {
        const before = url;
        url = page.url();
        return before === url;
      },
      { intervals: [400] },
    )
    .toBe(true);
  return url;
}

/** Waits until the address says something of a key; null: nothing. */
export async function expectSaid(page: Page, key: string, value: string | null) {
  await expect.poll(() => said(page, key), { message: `${key} in the address` }).toBe(value);
}

/** The window in the address, in days. */
export const windowOf = (page: Page) => ({
  from: dayOf(said(page, "from") ?? FOUNDING.from),
  to: dayOf(said(page, "to") ?? "2026-04-01"),
});

export const slider = (page: Page): Locator => page.getByRole("slider", { name: "As known on" });
export const plot = (page: Page): Locator => page.locator(".timeline-plot");
export const flag = (page: Page): Locator => page.locator(".timeline-flag");

/** The buttons of one event or agreement in the plot. */
export const stops = (page: Page, id: string): Locator =>
  plot(page).locator(`button[data-id="${id}"]`);

/** The table's row of an event; of an agreement, all its rows. */
export const rows = (page: Page, id: string): Locator =>
  page.locator(`#table tr:has([data-row="${id}"])`);

/** Where something is; fails when it is not drawn. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return { ...box, middleX: box.x + box.width / 2, middleY: box.y + box.height / 2 };
}

/** The middle of a mark, in px from the plot's top left corner. */
export async function spotOf(page: Page, id: string) {
  const ground = await boxOf(plot(page).locator("canvas"));
  const mark = await boxOf(stops(page, id).first());
  return { x: mark.middleX - ground.x, y: mark.middleY - ground.y };
}

/** Where a day ends on the plot, in px from its left edge. */
export async function xOfEnd(page: Page, iso: string): Promise<number> {
  const { width } = await boxOf(plot(page));
  const { from, to } = windowOf(page);
  return ((dayOf(iso) + 1 - from) / (to - from)) * (width - PAD_END);
}

/** Drags the handle of the rail to a day. It snaps to near facts; the arrow keys do what is left, at most three days. */
export async function dragTo(page: Page, iso: string): Promise<void> {
  const handle = slider(page);
  const from = await boxOf(handle);
  const track = await boxOf(page.locator(".rail-track"));
  const x = track.x + (await xOfEnd(page, iso));
  await page.mouse.move(from.middleX, from.middleY);
  await page.mouse.down();
  await page.mouse.move((from.middleX + x) / 2, from.middleY, { steps: 3 });
  await page.mouse.move(x, from.middleY, { steps: 3 });
  await page.mouse.up();
  const left = dayOf(iso) - Number(await handle.getAttribute("aria-valuenow"));
  expect(Math.abs(left), `days between the drag's end and ${iso}`).toBeLessThanOrEqual(3);
  for (let day = 0; day < Math.abs(left); day++)
    await page.keyboard.press(left > 0 ? "ArrowRight" : "ArrowLeft");
  await expectSaid(page, "known", iso);
}

/** Shows the same facts as a table or as a timeline. */
export async function showAs(page: Page, view: "Timeline" | "Table"): Promise<void> {
  await page.getByRole("button", { name: view, exact: true }).click();
  const shown = view === "Table" ? page.locator("#table tbody tr") : page.locator(".timeline-stop");
  await expect(shown.first()).toBeVisible();
}
