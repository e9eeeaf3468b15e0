// Filters: what each leaves is said before it is chosen, stands in the address and goes away by key or by Back.
import type { Page } from "@playwright/test";
import { expectSaid, explore, openExplore, said, showAs } from "./explore.ts";
import { expect, test } from "./test.ts";

const button = (page: Page) => page.locator("#filter-button");
const panel = (page: Page) => page.locator("#filter");
const choice = (page: Page, name: string | RegExp) => panel(page).getByRole("checkbox", { name });
const counts = (page: Page) => page.locator(".view-bar .counts");

/** How many facts a choice says it would show. */
async function promised(page: Page, name: string | RegExp): Promise<number> {
  const label = panel(page).locator("label", { has: page.getByRole("checkbox", { name }) });
  return Number.parseInt((await label.locator(".choice-count").textContent()) ?? "", 10);
}

test("a topic shows as many facts as it promised; the address says it, Back takes it away, Forward brings it", async ({
  page,
}) => {
  await openExplore(page);
  await button(page).click();
  await expect(panel(page).getByRole("heading", { name: "Filter" })).toBeFocused();
  await expect(choice(page, /^Nuclear programme/)).toBeEnabled();
  const nuclear = await promised(page, /^Nuclear programme/);
  expect(nuclear).toBeGreaterThan(3);
  await choice(page, /^Nuclear programme/).check();
  await expectSaid(page, "topic", "nuclear");
  await expect(counts(page)).toHaveText(new RegExp(`^${nuclear} of \\d+ facts$`));
  await expect(page.getByRole("status").filter({ hasText: `${nuclear} facts shown.` })).toHaveCount(
    1,
  );
  await expect(button(page)).toHaveText(/1/);

  // Within the topic every other choice counts anew, and the empty ones cannot be chosen.
  const visits = await promised(page, /^Visits/);
  await choice(page, /^Visits/).check();
  await expect(counts(page)).toHaveText(new RegExp(`^${visits} of `));
  await expect(choice(page, /^Elections \d/)).toBeDisabled();

  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await page.goBack();
  await expectSaid(page, "kind", null);
  await page.goBack();
  await expectSaid(page, "topic", null);
  await expect(page.locator(".chip")).toHaveCount(0);
  await page.goForward();
  await expectSaid(page, "topic", "nuclear");
  await expect(page.locator(".chip")).toHaveText("Nuclear programme");
});

test("what has no fixed date, by choice; the table then has that group alone", async ({ page }) => {
  await openExplore(page);
  await showAs(page, "Table");
  await button(page).click();
  const open = await promised(page, /^Date not fixed/);
  await choice(page, /^Date not fixed/).check();
  await expectSaid(page, "fixed", "no");
  await expect(page.locator("#table [data-row]")).toHaveCount(open);
  await expect(page.locator("#table th[scope=rowgroup]")).toHaveText([`Date not fixed ${open}`]);
  await expect(
    page.locator("#table td.status svg rect, #table td.status svg path").first(),
  ).toBeVisible();
});

test("words in the title: typing keeps the field and what is typed, the address follows", async ({
  page,
}) => {
  await openExplore(page);
  await button(page).click();
  const field = page.getByLabel("Words in the title");
  await field.focus();
  await field.pressSequentially("pezeshkian visit", { delay: 60 });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("pezeshkian visit");
  await expectSaid(page, "text", "pezeshkian visit");
  await expect(field).toHaveValue("pezeshkian visit");
});

test("chips say what is filtered and go by key; focus goes on to the next", async ({ page }) => {
  await page.goto(explore({ with: "RU,IR", kind: "visit,summit", topic: "trade,nuclear" }));
  const chips = page.locator(".chip");
  await expect(chips).toHaveText([
    /^RU\s*IR\s*any of 2 countries$/,
    "Visits or summits",
    "Trade or Nuclear programme",
  ]);
  const remove = page.getByRole("button", { name: /^Remove filter/ });
  for (const box of await remove.evaluateAll((list) =>
    list.map((one) => one.getBoundingClientRect().toJSON()),
  ))
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  await remove.first().focus();
  await page.keyboard.press("Enter");
  await expectSaid(page, "with", null);
  await expect(remove.first()).toBeFocused();
  await expect(remove.first()).toHaveAccessibleName("Remove filter: Visits or summits");
  await page.keyboard.press("Enter");
  await expectSaid(page, "kind", null);
  await page.keyboard.press("Enter");
  await expectSaid(page, "topic", null);
  await expect(button(page)).toBeFocused();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
});

test("the table's window is a chip that can be taken away", async ({ page }) => {
  await page.goto(explore({ view: "table" }));
  const chip = page.locator(".chip", { hasText: /2024/ });
  await expect(chip).toBeVisible();
  const rows = page.locator("#table [data-row]");
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await chip.getByRole("button").click();
  await expect(chip).toHaveCount(0);
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
});

test("an address with every filter opens as it says, keeps what it does not know, and leads out of nothing", async ({
  page,
}) => {
  await page.goto(
    explore({
      kind: "visit",
      with: "IR",
      topic: "nuclear",
      fixed: "yes",
      level: "minister,official",
      mystery: "kept",
    }),
  );
  await button(page).click();
  await expect(choice(page, /^Iran/)).toBeChecked();
  await expect(choice(page, /^Ministers/)).toBeChecked();
  expect(said(page, "mystery")).toBe("kept");

  await page.goto(explore({ topic: "trade", kind: "election" }));
  const nothing = page.locator(".nothing");
  await expect(nothing).toContainText("Nothing matches these filters");
  await nothing.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  expect(said(page, "topic")).toBeNull();
});

test("counts follow the day of knowledge", async ({ page }) => {
  await openExplore(page);
  await button(page).click();
  const now = await promised(page, /^Visits/);
  await openExplore(page, { known: "2024-12-05" });
  await button(page).click();
  await expect.poll(() => promised(page, /^Visits/)).toBeLessThan(now);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the panel is a sheet at the foot with targets for a thumb", async ({ page }) => {
    await page.goto(explore({ view: "table" }));
    await button(page).tap();
    const box = await panel(page).boundingBox();
    expect(box?.width).toBe(390);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
    const low = await panel(page)
      .locator("label.choice, button:visible")
      .evaluateAll((list) =>
        list.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
      );
    expect(low).toEqual([]);
    await choice(page, /^Visits/).tap();
    await panel(page)
      .getByRole("button", { name: /^Show \d+ facts?$/ })
      .tap();
    await expect(panel(page)).toHaveCount(0);
    await expectSaid(page, "kind", "visit");
  });
});
