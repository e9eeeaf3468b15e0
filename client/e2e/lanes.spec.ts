// The order of lanes: by hand, by keys and by ties, in the address, and back again.
import type { Page } from "@playwright/test";
import { boxOf, expectSaid, openExplore, said } from "./explore.ts";
import { expect, test } from "./test.ts";

const head = (page: Page, name: string) =>
  page.locator(".timeline-head", { has: page.getByText(name, { exact: true }) });

/** The names of the countries, top to bottom. */
async function countries(page: Page): Promise<string[]> {
  const heads = page.locator('.timeline-head[data-kind="COUNTRY"]');
  const tops = await heads.evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector(".timeline-name")?.textContent ?? "",
      top: one.getBoundingClientRect().top,
    })),
  );
  return tops.sort((a, b) => a.top - b.top).map(({ name }) => name);
}

const given = ["Russia", "Iran", "China", "Türkiye"];

test("a lane goes where it is dragged, shown by a line; Escape puts it back, and so does the browser's Back", async ({
  page,
}) => {
  await openExplore(page);
  expect(await countries(page)).toEqual(given);
  const iran = await boxOf(head(page, "Iran"));
  const russia = await boxOf(head(page, "Russia"));
  const line = page.locator(".timeline-drop");

  await page.mouse.move(iran.middleX, iran.middleY);
  await page.mouse.down();
  await page.mouse.move(iran.middleX, russia.y + 12, { steps: 5 });
  await expect(line).toBeVisible();
  expect(Math.abs((await boxOf(line)).y - russia.y)).toBeLessThan(3);
  await page.keyboard.press("Escape");
  await expect(line).toBeHidden();
  await page.mouse.up();
  expect(await countries(page)).toEqual(given);

  await page.mouse.move(iran.middleX, iran.middleY);
  await page.mouse.down();
  await page.mouse.move(iran.middleX, russia.y + 12, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => countries(page)).toEqual(["Iran", "Russia", "China", "Türkiye"]);
  expect(said(page, "lanes")).toMatch(/^IR,RU,CN,TR;brics/);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.goBack();
  await expect.poll(() => countries(page)).toEqual(given);
});

test("Alt with an arrow moves a lane and says where to; a click opens a menu that does the same", async ({
  page,
}) => {
  await openExplore(page);
  await head(page, "Russia").focus();
  await page.keyboard.press("ArrowDown");
  await expect(head(page, "Iran")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => countries(page)).toEqual(["Iran", "Russia", "China", "Türkiye"]);
  await expect(page.getByRole("status").filter({ hasText: "Iran is" })).toContainText(
    "Iran is now row 1 of 4.",
  );
  await expect(head(page, "Iran")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp"); // the first stays the first
  expect(await countries(page)).toEqual(["Iran", "Russia", "China", "Türkiye"]);

  await head(page, "Türkiye").click();
  await page.getByRole("menuitem", { name: "Move to the top" }).click();
  await expect.poll(() => countries(page)).toEqual(["Türkiye", "Iran", "Russia", "China"]);
  await expect(head(page, "Türkiye")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Move down" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(head(page, "Türkiye")).toBeFocused();
});

test("ordered by ties, the country that meets the others most stands between them", async ({
  page,
}) => {
  await openExplore(page, { lanes: "RU,CN,TR,SA,IR" });
  const by = page.getByRole("button", { name: "Order by ties" });
  await by.click();
  await expectSaid(page, "order", "ties");
  await expect(by).toHaveAttribute("aria-pressed", "true");
  const ordered = await countries(page);
  expect([...ordered].sort()).toEqual(["China", "Iran", "Russia", "Saudi Arabia", "Türkiye"]);
  expect([1, 2, 3]).toContain(ordered.indexOf("Iran"));
  await page.goBack();
  await expectSaid(page, "order", null);
  expect((await countries(page)).at(-1)).toBe("Iran");
});

test.describe("on a tablet", () => {
  // Taller than the lanes are.
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true });

  test("a finger that rests lifts a lane and carries it where the line shows; Undo takes it back", async ({
    page,
  }) => {
    await openExplore(page);
    const lanes = page.locator('.timeline-head[data-kind="COUNTRY"]');
    const china = await boxOf(lanes.nth(2));
    const iran = await boxOf(lanes.nth(1));
    const way = (y: number) => [{ x: iran.middleX, y }];
    const session = await page.context().newCDPSession(page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      touchPoints: { x: number; y: number }[],
    ) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", way(iran.middleY));
    await expect(page.locator("[data-carried]")).toBeVisible();
    await touch("touchMove", way(iran.middleY + 20));
    await touch("touchMove", way(china.middleY + 6));
    const line = page.locator(".timeline-drop");
    await expect(line).toBeVisible();
    expect(Math.abs((await boxOf(line)).y - (china.y + china.height))).toBeLessThan(3);
    await touch("touchEnd", []);
    await expect.poll(() => said(page, "lanes")).toMatch(/^RU,CN,IR,TR;brics/);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => countries(page)).toEqual(given);
  });
});
