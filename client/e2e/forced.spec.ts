// The reader's own colours and wish for contrast: what is drawn follows them at once, and status is told by pattern, glyph and word.
import type { Locator, Page } from "@playwright/test";
import { explore, TREATY } from "./explore.ts";
import { expect, test } from "./test.ts";

const PLOT = ".timeline-plot canvas";

/** The colours of a canvas that cover at least so many of its pixels, as `r,g,b`. */
async function coloursOn(canvas: Locator, least: number): Promise<string[]> {
  return canvas.evaluate((element, enough) => {
    const { width, height } = element as HTMLCanvasElement;
    const data = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height);
    const counts = new Map<string, number>();
    for (let at = 0; data && at < data.data.length; at += 4) {
      const colour = data.data.slice(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].flatMap(([colour, count]) => (count >= enough ? [colour] : []));
  }, least);
}

/** Whether a colour is a grey. */
function isGrey(colour: string): boolean {
  const parts = colour.split(",").map(Number);
  return Math.max(...parts) - Math.min(...parts) < 3;
}

/** The contrast (1 to 21) of an element's own text with its own ground. */
async function contrastOf(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const { color, backgroundColor } = getComputedStyle(node);
    const [text = 0, ground = 0] = [color, backgroundColor].map((colour) => {
      const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
      const [red = 0, green = 0, blue = 0] = parts.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    });
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator(".timeline-stop").first()).toBeAttached();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the plot takes the reader's own colours when they come, from the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, explore({ known: "2025-04-30" }));
    const plot = page.locator(PLOT);
    expect((await coloursOn(plot, 300)).every(isGrey), "hues before").toBe(false);
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    await expect
      .poll(async () => (await coloursOn(plot, 300)).filter((colour) => !isGrey(colour)))
      .toEqual([]);
    // Ground and ink are the system's two, and something of either is there.
    const found = await coloursOn(plot, 300);
    expect(found).toContain("0,0,0");
    expect(found).toContain("255,255,255");
    expect(await contrastOf(page.locator(".timeline-flag"))).toBeGreaterThan(7);
    expect(await contrastOf(page.locator(".button.stamp"))).toBeGreaterThan(7);
    await page.emulateMedia({ colorScheme, forcedColors: "none" });
    await expect.poll(async () => (await coloursOn(plot, 300)).every(isGrey)).toBe(false);
  });
}

test("what is selected has the system's highlight around it", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, explore({ sel: TREATY }));
  const highlight = await page.evaluate(() => {
    const probe = document.createElement("i");
    probe.style.cssText = "forced-color-adjust: none; color: Highlight";
    document.body.append(probe);
    return getComputedStyle(probe).color.match(/\d+/g)?.slice(0, 3).join();
  });
  await expect.poll(() => coloursOn(page.locator(PLOT), 300)).toContain(highlight);
});

test("on an agreement's page patterns stay apart in the reader's own colours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/agreements/ru-ir-2025");
  const swatches = page.locator(".pipeline .swatch");
  await expect(swatches.first()).toBeVisible();
  const drawn = await swatches.evaluateAll((all) =>
    all.map((swatch) => {
      const { backgroundImage, backgroundColor } = getComputedStyle(swatch);
      return `${backgroundImage} ${backgroundColor} ${getComputedStyle(swatch, "::after").height}`;
    }),
  );
  expect(drawn.length).toBeGreaterThan(4);
  expect(new Set(drawn).size).toBe(drawn.length);
  await expect(page.locator(".pipeline .glyph")).toHaveCount(drawn.length);
});

test("more contrast darkens lines and quiet words, in the plot at once", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, explore());
  const plot = page.locator(PLOT);
  // Lines between lanes, at three quarters over paper.
  const GRID = { plain: "226,232,229", more: "200,207,204" };
  const hasGrid = async (colour: string) => {
    const [red = 0, green = 0, blue = 0] = colour.split(",").map(Number);
    return (await coloursOn(plot, 500)).some((found) => {
      const parts = found.split(",").map(Number);
      return [red, green, blue].every((part, at) => Math.abs(part - (parts[at] ?? 0)) < 3);
    });
  };
  await expect.poll(() => hasGrid(GRID.plain)).toBe(true);
  const quiet = page.locator(".counts");
  const before = await quiet.evaluate((node) => getComputedStyle(node).color);
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await expect.poll(() => hasGrid(GRID.more)).toBe(true);
  expect(await hasGrid(GRID.plain)).toBe(false);
  expect(before).toBe("rgb(92, 103, 110)");
  await expect(quiet).toHaveCSS("color", "rgb(65, 75, 82)");
});
