// How much script the client is: before the first paint of Explore, until its facts stand, and as a whole.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { explore } from "./explore.ts";
import { expect, test } from "./test.ts";

const DIST = join(import.meta.dirname, "../dist");
const KB = 1024;

/** Bytes of a script of the build, packed as servers pack it. */
const packed = (file: string) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + packed(file), 0);

/** Every script that a page of the build can come to load: what it names, and what those name. */
function scriptsOf(html: string): Set<string> {
  const names = readdirSync(join(DIST, "assets")).filter((name) => name.endsWith(".js"));
  const found = new Set<string>();
  const follow = (text: string) => {
    for (const name of names) {
      const file = `assets/${name}`;
      if (found.has(file) || !text.includes(name)) continue;
      found.add(file);
      follow(readFileSync(join(DIST, file), "utf8"));
    }
  };
  follow(readFileSync(join(DIST, html), "utf8"));
  return found;
}

test("Explore's first paint takes at most 85 KB of script, and its facts at most 125 KB, without the graph", async ({
  page,
}) => {
  await page.goto(explore());
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  const { paint, scripts } = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    scripts: performance
      .getEntriesByType("resource")
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => /\.js$/.test(name))
      .map(({ name, responseEnd }) => ({ file: new URL(name).pathname.slice(1), at: responseEnd })),
  }));
  expect(paint).toBeGreaterThan(0);
  const early = scripts.filter(({ at }) => at <= paint).map(({ file }) => file);
  expect(early.length, "scripts before the first paint").toBeGreaterThan(1);
  expect(sum(early) / KB, early.join(", ")).toBeLessThanOrEqual(85);
  const all = scripts.map(({ file }) => file);
  expect(all.filter((file) => /graph/i.test(file))).toEqual([]);
  expect(sum(all) / KB, all.join(", ")).toBeLessThanOrEqual(125);
});

test("the whole client without GraphiQL is at most 190 KB of script", () => {
  const files = scriptsOf("index.html");
  expect(files.size).toBeGreaterThan(15);
  expect([...files].filter((file) => /monaco|graphiql/i.test(file))).toEqual([]);
  expect(sum(files) / KB, [...files].join(", ")).toBeLessThanOrEqual(190);
});
