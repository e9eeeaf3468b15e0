// Everything that Explore shows stands in its address: a link opens what it says, and Back undoes what was done.
import {
  boxOf,
  expectSaid,
  explore,
  FOUNDING,
  flag,
  openExplore,
  plot,
  said,
  slider,
  stops,
  TREATY,
  VISIT,
} from "./explore.ts";
import { expect, test } from "./test.ts";

test("panning, selecting and travelling stand in the address; a reload restores them; Back undoes them", async ({
  page,
}) => {
  await openExplore(page, { mystery: "kept", note: "a,b" });
  const length = () => page.evaluate(() => history.length);
  const begun = await length();

  // Panning replaces: no step of the history.
  const ground = await boxOf(plot(page));
  await page.mouse.move(ground.x + 600, ground.y + 60);
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, -150);
  await page.keyboard.up("Shift");
  await expect.poll(() => said(page, "from")).not.toBe(FOUNDING.from);
  expect(await length()).toBe(begun);
  const from = said(page, "from");

  // Selecting and travelling push.
  await stops(page, VISIT).focus();
  await page.keyboard.press("Enter");
  await expectSaid(page, "sel", VISIT);
  await slider(page).focus();
  await page.keyboard.press("[");
  await expect.poll(() => said(page, "known")).not.toBeNull();
  expect(await length()).toBe(begun + 2);
  const known = said(page, "known");
  const whole = page.url();

  await page.reload();
  await expect(stops(page, VISIT)).toBeVisible();
  await expect(stops(page, VISIT)).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^As known on /);
  expect(page.url()).toBe(whole);

  await page.goBack();
  await expectSaid(page, "known", null);
  expect(said(page, "sel")).toBe(VISIT);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^As known today/);
  await page.goBack();
  await expectSaid(page, "sel", null);
  await expect(page.getByRole("complementary", { name: "Details" })).toHaveCount(0);
  expect(said(page, "from")).toBe(from);
  await page.goForward();
  await page.goForward();
  await expectSaid(page, "known", known);
  expect([said(page, "mystery"), said(page, "note")]).toEqual(["kept", "a,b"]);
});

test("defaults are left out, the order is fixed, and prefixes of older links are understood", async ({
  page,
}) => {
  await page.goto(
    "/explore?sel=treaty:ru-ir-2025&known=2024-12-05&view=timeline&sort=-date&to=2025-11-30&from=2024-06-01&lanes=ru,ir;brics;treaty:ru-ir-2025",
  );
  await expect(stops(page, TREATY).last()).toHaveAttribute("aria-current", "true");
  await expect(flag(page)).toHaveText("As known on 5 Dec 2024");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expectSaid(page, "view", "table");
  expect(new URL(page.url()).search).toBe(
    "?lanes=RU,IR;brics;ru-ir-2025&to=2025-11-30&known=2024-12-05&sel=agreement:ru-ir-2025&view=table",
  );
});

test("a link to the table, sorted and narrowed, opens so; the theme in a link holds", async ({
  page,
}) => {
  await page.goto(
    explore({ view: "table", sort: "title", kind: "visit", status: "held", theme: "dark" }),
  );
  const events = page.locator('#table tr:has([data-row^="event:"])');
  await expect(events.first()).toBeVisible();
  const shown = await events.locator("[data-row]").allTextContents();
  expect(shown.length).toBeGreaterThan(2);
  expect(shown).toEqual(shown.toSorted((a, b) => a.localeCompare(b, "en")));
  expect(new Set(await events.locator("td.kind").allTextContents())).toEqual(new Set(["Visit"]));
  const statuses = await events.locator("td.status").allTextContents();
  expect(new Set(statuses)).toEqual(new Set(["Held"]));
  await expect(page.getByRole("columnheader", { name: "What happened" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const ground = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(ground).toBe("rgb(15, 19, 21)");
});
