// The whole vocabulary beside its pictures in `gallery/`, in both themes. Renewed by `playwright test gallery --update-snapshots`, and looked at
// before they are kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { unlike } from "./likeness.ts";

const ROOT = join(import.meta.dirname, "..");
const PICTURES = join(import.meta.dirname, "gallery");

let server: ViteDevServer;
let url: string;

test.beforeAll(async () => {
  // The gallery is no part of the product's build: it is served from its source.
  server = await createServer({
    root: ROOT,
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, strictPort: false, hmr: false, watch: null },
  });
  await server.listen();
  url = server.resolvedUrls?.local[0] ?? "";
});

test.afterAll(async () => {
  await server.close();
});

/** Opens the vocabulary in one theme, at rest and with its fonts. */
async function open(page: Page, theme: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: theme as "light" | "dark" });
  await page.setViewportSize({ width: 720, height: 900 });
  await page.goto(`${url}gallery.html?theme=${theme}`);
  await expect(page.locator("[data-plate]").last()).toBeVisible();
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Its plates as pictures, by name. */
async function plates(page: Page): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const plate of await page.locator("[data-plate]").all()) {
    const name = (await plate.getAttribute("data-plate")) ?? "";
    pictures.set(name, await plate.screenshot({ animations: "disabled", caret: "hide" }));
  }
  return pictures;
}

for (const theme of ["light", "dark"]) {
  test(`every plate looks as its picture does, in the ${theme} theme`, async ({
    page,
  }, testInfo) => {
    await open(page, theme);
    const pictures = await plates(page);
    expect(pictures.size).toBeGreaterThan(9);
    const renew = ["all", "changed"].includes(testInfo.config.updateSnapshots);
    const wrong: string[] = [];
    for (const [name, picture] of pictures) {
      const file = join(PICTURES, `${theme}-${name}.png`);
      const kept = existsSync(file) ? readFileSync(file) : null;
      const difference = kept && (await unlike(page, kept, picture));
      if (kept && !difference) continue;
      if (renew) {
        mkdirSync(PICTURES, { recursive: true });
        writeFileSync(file, picture);
        continue;
      }
      await testInfo.attach(`${theme}-${name}`, { body: picture, contentType: "image/png" });
      wrong.push(`${name}: ${difference ? JSON.stringify(difference) : "has no picture yet"}`);
    }
    expect(wrong).toEqual([]);
  });
}

test("a letter moved by a pixel is no difference; a colour, a glyph or a pattern is one", async ({
  page,
}) => {
  await open(page, "light");
  const plate = page.locator('[data-plate="statuses"]');
  const shot = () => plate.screenshot({ animations: "disabled" });
  const kept = await shot();
  const after = async (css: string) => {
    const style = await page.addStyleTag({ content: css });
    const difference = await unlike(page, kept, await shot());
    await style.evaluate((node) => (node as Element).remove());
    return difference;
  };
  expect(await after("/* as it is */")).toBeNull();
  expect(await after(".statuses :is(b, .second) { position: relative; left: 1px; }")).toBeNull();
  expect(await after("[data-plate] { --signed: #ae2319; --signed-fill: #fbecea; }")).not.toBeNull();
  expect(
    await after(
      "[data-plate] tr:nth-child(3) svg, [data-plate] li:nth-child(3) svg { visibility: hidden; }",
    ),
  ).not.toBeNull();
  expect(
    await after("[data-plate] .swatch.negotiating { background-image: none; }"),
  ).not.toBeNull();
});
