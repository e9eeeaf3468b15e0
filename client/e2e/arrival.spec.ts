// How pages arrive on a slow line: something true stands at once, and nothing that stands is pushed away by what comes later.
import type { Page } from "@playwright/test";
import { explore } from "./explore.ts";
import { expect, test } from "./test.ts";

/** How far things may move in all, as browsers score it. */
const MOST_SHIFT = 0.02;

/** Pages, and what shows that all of one has come. */
const PAGES: [path: string, ready: string][] = [
  ["/", ".strips .strip-label"],
  ["/explore", ".timeline-stop, .phone-row"],
  ["/explore?known=2024-12-05", ".timeline-stop, .phone-row"],
  ["/agreements/ru-ir-2025", ".pipeline"],
  ["/agreements", "main li"],
  ["/events/visit-pezeshkian-moscow-2025", ".ladder"],
];

/** Adds up, in the page, how far what stands is moved without the reader's doing. */
function countShifts() {
  const shifts: { value: number; what: string[] }[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Element }[];
    }[]) {
      if (entry.hadRecentInput) continue;
      const what = entry.sources.map(({ node }) => String(node?.className ?? node?.nodeName));
      shifts.push({ value: entry.value, what });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Lets scripts and facts come one after the other, each a while after what it follows. */
async function comeSlowly(page: Page) {
  const after = (pattern: RegExp, ms: number) =>
    page.route(pattern, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await route.continue().catch(() => {});
    });
  await after(/\/assets\/index-[^/]+\.js$/, 200);
  await after(/\/assets\/(Explore|Landing|rooms|PhoneTimeline)-[^/]+\.js$/, 500);
  await after(/\.woff2$/, 700);
  await after(/\/graphql/, 900);
}

for (const [name, viewport] of [
  ["a desktop", { width: 1440, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const) {
  test(`on ${name}, nothing is pushed away by what comes later`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    await page.addInitScript(countShifts);
    await comeSlowly(page);
    const moved: Record<string, unknown> = {};
    for (const [path, ready] of PAGES) {
      await page.goto(path);
      await expect(page.locator(ready).first()).toBeVisible();
      await page.waitForTimeout(800);
      const shifts = await page.evaluate(
        () => (window as unknown as { shifts: { value: number; what: string[] }[] }).shifts,
      );
      const score = shifts.reduce((all, { value }) => all + value, 0);
      if (score > MOST_SHIFT) moved[path] = { score, shifts };
    }
    expect(moved).toEqual({});
  });
}

/** Holds back every script of the page but the one in its head, or only those of a name, and the facts. */
async function holdBack(page: Page, scripts: RegExp) {
  await page.route(
    (url) =>
      url.pathname === "/graphql" || (scripts.test(url.pathname) && !/\/early-/.test(url.pathname)),
    () => {},
  );
}

test("before any script has run, the bar, the lanes and the axis stand", async ({ page }) => {
  await holdBack(page, /\.js$/);
  await page.goto("/explore", { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Agreements" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Russia, Iran, China/);
  await expect(page.locator(".timeline-head", { hasText: "Iran" })).toBeVisible();
  await expect(page.locator(".ground-axis")).toContainText("2025");
  // A link works without a script.
  await page.getByRole("link", { name: "Stories" }).click({ noWaitAfter: true });
  await page.waitForURL("**/stories", { waitUntil: "commit" });
});

test("an address of other lanes and days shows none but its own, before its code and facts have come", async ({
  page,
}) => {
  await holdBack(page, /\.js$/);
  const address = explore({ lanes: "BR,IN;brics", from: "2010-01-01", to: "2012-01-01" });
  await page.goto(address, { waitUntil: "commit" });
  await expect(page.locator(".rail-place")).toBeVisible();
  await expect(page.locator(".timeline-head").first()).toBeHidden();
  await expect(page.locator(".ground-axis")).toBeHidden();
  await page.unrouteAll();
  await holdBack(page, /\/Explore-/);
  await page.goto(address, { waitUntil: "commit" });
  await expect(page.locator(".timeline-head", { hasText: "Brazil" })).toBeVisible();
  await expect(page.locator(".ground-axis")).toContainText("2011");
});

test("the facts are asked for once, and before the page's scripts have run", async ({ page }) => {
  const order: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === "/graphql") order.push("facts");
  });
  await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
    await expect.poll(() => order).toEqual(["facts"]);
    await route.continue();
  });
  await page.goto(explore());
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  expect(order).toEqual(["facts"]);
});
