// `npm run bench`: what a reader on a slow phone line waits for. The built product in Chromium with 1.6 Mbit/s, 150 ms of round trip and a
// quarter of this machine's speed; the median of a few cold visits. Milliseconds mean something beside each other and on this machine only.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type Browser, test } from "@playwright/test";

const VISITS = Number(process.env.VISITS ?? 3);
const LINE = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;
/** How long a page may keep painting, in ms, before its figures are taken. */
const SETTLED = 6_000;

const PAGES = ["/", "/explore", "/explore?known=2024-12-05", "/agreements/ru-ir-2025"];
const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true },
};

/** Of one visit: times in ms, the shift as a score, kilobytes as they came over the line. */
interface Figures {
  fcp: number;
  lcp: number;
  facts: number;
  tbt: number;
  cls: number;
  script: number;
  all: number;
}

/** Runs in the page, before anything of its own: collects what the browser observes. */
function watch() {
  const seen = { lcp: 0, cls: 0, tbt: 0, facts: 0 };
  Object.assign(window, { seen });
  const on = (type: string, each: (entry: PerformanceEntry & Record<string, number>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) each(entry as never);
    }).observe({ type, buffered: true });
  on("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
  });
  on("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value ?? 0;
  });
  on("longtask", (entry) => {
    seen.tbt += Math.max(0, entry.duration - 50);
  });
  // What the page is there for: marks on the timeline, the strips of the story, the facts of an agreement.
  const facts = ".timeline-stop, .phone-row, .strips .strip-label, .pipeline";
  const look = () => {
    if (document.querySelector(facts)) seen.facts = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function visit(
  browser: Browser,
  url: string,
  screen: (typeof SCREENS)["phone" | "desktop"],
): Promise<Figures> {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", { offline: false, ...LINE });
  await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const kinds = new Map<string, string>();
  const bytes = { script: 0, all: 0 };
  wire.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength / 1024;
    if (kinds.get(requestId) === "Script") bytes.script += encodedDataLength / 1024;
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(SETTLED);
  const seen = await page.evaluate(() => ({
    ...(window as unknown as { seen: Pick<Figures, "lcp" | "cls" | "tbt" | "facts"> }).seen,
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  await context.close();
  return { ...seen, ...bytes };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

test("what a slow line sees, and when", async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const url = process.env.ENTENTE_URL ?? baseURL ?? "";
  const lines = [
    ["page", "screen", "FCP ms", "LCP ms", "facts ms", "TBT ms", "CLS", "script KB", "all KB"],
  ];
  for (const path of PAGES) {
    for (const [name, screen] of Object.entries(SCREENS)) {
      const visits: Figures[] = [];
      for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, url + path, screen));
      const mid = (key: keyof Figures, digits = 0) =>
        median(visits.map((one) => one[key])).toFixed(digits);
      lines.push([
        path,
        name,
        mid("fcp"),
        mid("lcp"),
        mid("facts"),
        mid("tbt"),
        mid("cls", 3),
        mid("script"),
        mid("all"),
      ]);
    }
  }
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const table = lines
    .map((line) => line.map((cell, i) => cell.padEnd(widths?.[i] ?? 0)).join("  "))
    .join("\n");
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  console.log(`\n${table}\n${machine}\n`);
  const results = join(import.meta.dirname, "results");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "paint.txt"), `${new Date().toISOString()}, ${machine}\n${table}\n`);
});
