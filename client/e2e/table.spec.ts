// The table: the timeline's twin, by key and by pointer.
import {
  boxOf,
  expectSaid,
  explore,
  openExplore,
  rows,
  showAs,
  stops,
  TREATY,
  VISIT,
} from "./explore.ts";
import { expect, test } from "./test.ts";

const header = (page: import("@playwright/test").Page, name: string) =>
  page.getByRole("columnheader", { name });
const buttons = (page: import("@playwright/test").Page) => page.locator("#table [data-row]");

test("every column sorts, S goes on to the next and Shift+S turns it round; the address says it", async ({
  page,
}) => {
  await page.goto(explore({ view: "table" }));
  await expect(buttons(page).first()).toBeVisible();
  await expect(header(page, "Date")).toHaveAttribute("aria-sort", "descending");
  await buttons(page).first().focus();
  await page.keyboard.press("s");
  await expectSaid(page, "sort", "kind");
  await expect(header(page, "Kind")).toHaveAttribute("aria-sort", "ascending");
  await expect(header(page, "Date")).toHaveAttribute("aria-sort", "none");
  const kinds = await page.locator("#table td.kind").allTextContents();
  expect(kinds).toEqual(kinds.toSorted((a, b) => a.localeCompare(b, "en")));
  await page.keyboard.press("Shift+S");
  await expectSaid(page, "sort", "-kind");

  await header(page, "Sources").getByRole("button").click();
  await expectSaid(page, "sort", "-sources");
  const counts = (await page.locator("#table td.count").allTextContents()).map((text) =>
    Number.parseInt(text, 10),
  );
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await page.goBack();
  await expect(header(page, "Kind")).toHaveAttribute("aria-sort", "descending");
});

test("rows are one stop for Tab; arrows, Home, End and pages move; Enter opens, Escape comes back", async ({
  page,
}) => {
  await page.goto(explore({ view: "table" }));
  await expect(buttons(page).first()).toBeVisible();
  await expect(page.locator('#table [data-row][tabindex="0"]')).toHaveCount(1);
  const last = (await buttons(page).count()) - 1;
  await header(page, "Sources").getByRole("button").focus();
  await page.keyboard.press("Tab");
  await expect(buttons(page).first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(buttons(page).nth(last)).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(buttons(page).nth(last)).not.toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(buttons(page).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(page.locator('#table tr[aria-selected="true"]').first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(buttons(page).nth(1)).toBeFocused();
});

test("what is selected in the table is selected in the timeline, and the table comes back to it", async ({
  page,
}) => {
  await openExplore(page);
  await showAs(page, "Table");
  await rows(page, VISIT).locator("[data-row]").click();
  await expectSaid(page, "sel", VISIT);
  await expect(page.locator(".rail-note")).toHaveText(/^\d+ of \d+ shown, 1 selected$/);
  await showAs(page, "Timeline");
  await expect(stops(page, VISIT)).toHaveAttribute("aria-current", "true");
  await showAs(page, "Table");
  await expect(rows(page, VISIT)).toHaveAttribute("aria-selected", "true");
  await expect(rows(page, VISIT)).toBeInViewport();
  await expect(page.locator(".view-bar")).toBeInViewport();
});

test("a step of an agreement says who, where and on how many sources; a plan without a date says so", async ({
  page,
}) => {
  await page.goto(explore({ view: "table" }));
  const signed = rows(page, TREATY).filter({ hasText: "was signed" });
  await expect(signed.locator("td.who")).toHaveText("RUIR");
  await expect(signed.locator("td.place")).toContainText("Moscow");
  await expect(signed.locator("td.count")).toHaveText(/^[1-9]\d* sources?$/);
  const open = page.locator("#table tbody").first();
  await expect(open.locator("th[scope=rowgroup]")).toHaveText(/^Date not fixed \d+$/);
  await expect(page.locator(".key")).toHaveCount(0);

  await page.goto(explore({ view: "table", known: "2024-12-05" }));
  await expect(rows(page, VISIT).locator("td.date")).toHaveText("not fixed");
  await expect(rows(page, VISIT).locator("td.status")).toHaveText("Planned");
  await expect(rows(page, VISIT).locator("td.known")).toHaveText(/2024$/);
});

test("ten thousand rows open, and End comes to the last of them", async ({ page }) => {
  await page.route(
    (url) => url.pathname === "/graphql",
    async (route) => {
      // Asked for by the test itself: an answer that the page no longer waits for can still be read.
      const request = route.request();
      const response = await fetch(request.url(), {
        method: request.method(),
        headers: request.headers(),
        body: request.postData(),
      });
      const body = await response.json();
      const marks = body.data?.timeline?.marks;
      if (marks) {
        const length = marks.slug.length;
        const rounds = Math.ceil(10_000 / length);
        for (const [name, list] of Object.entries(marks) as [string, unknown[]][]) {
          marks[name] = Array.from({ length: length * rounds }, (_, index) =>
            name === "slug" ? `${list[index % length]}-${index}` : list[index % length],
          );
        }
      }
      await route.fulfill({ status: response.status, json: body });
    },
  );
  await page.goto(explore({ view: "table", from: "1990-01-01", to: "2030-01-01" }));
  await expect(buttons(page).first()).toBeVisible({ timeout: 20_000 });
  const count = Number(await page.locator("#table").getAttribute("aria-rowcount"));
  expect(count).toBeGreaterThan(5_000);
  expect(await buttons(page).count()).toBeLessThan(600);
  await buttons(page).first().focus();
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveAttribute("data-index", String(count - 2));
  await expect(page.locator(":focus")).toBeInViewport();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a row is a small paragraph, and the page does not scroll sideways", async ({ page }) => {
    await page.goto(explore({ view: "table" }));
    await expect(buttons(page).first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const ground = await boxOf(page.locator(".table-scroll"));
    const table = await boxOf(page.locator("#table"));
    expect(table.width).toBeLessThanOrEqual(ground.width);
    await expect(page.getByRole("table")).toBeVisible();
    await page.getByLabel("Sort by").selectOption("title");
    await expectSaid(page, "sort", "title");
  });
});
