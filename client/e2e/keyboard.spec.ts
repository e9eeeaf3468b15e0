// The whole of Explore by keyboard: into the plot, from mark to mark, into the panel and back, along the rail.
import type { Page } from "@playwright/test";
import {
  dayOf,
  expectSaid,
  flag,
  openExplore,
  said,
  showAs,
  slider,
  stops,
  TREATY,
  VISIT,
} from "./explore.ts";
import { expect, test } from "./test.ts";

/** What the plot's focused button stands for, and in which lane; nulls when focus is elsewhere. */
function focused(page: Page) {
  return page.evaluate(() => {
    const button = document.activeElement?.closest<HTMLElement>(".timeline-stop");
    const lane = button?.closest("[role=list]")?.getAttribute("aria-labelledby");
    return {
      id: button?.dataset.id ?? null,
      lane: lane ? (document.getElementById(lane)?.textContent ?? null) : null,
    };
  });
}

test("Tab reaches the plot as one stop, arrows go from mark to mark, Enter and Escape go into the panel and back", async ({
  page,
}) => {
  await openExplore(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the timeline" })).toBeFocused();
  let tabs = 1;
  while ((await focused(page)).id === null && tabs < 40) {
    await page.keyboard.press("Tab");
    tabs++;
  }
  expect(tabs, "Tabs from the first link into the plot").toBeLessThan(30);
  const first = await focused(page);
  expect(first.lane).toBe("Russia");

  await page.keyboard.press("ArrowRight");
  const second = await focused(page);
  expect(second.lane).toBe("Russia");
  expect(second.id).not.toBe(first.id);
  await page.keyboard.press("ArrowLeft");
  expect(await focused(page)).toEqual(first);
  await page.keyboard.press("ArrowDown");
  const below = await focused(page);
  expect(below.lane).toBe("Iran");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  const start = await focused(page);
  expect(start.lane).toBe("Iran");

  const chosen = start.id ?? "";
  await page.keyboard.press("Enter");
  await expectSaid(page, "sel", chosen);
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expectSaid(page, "sel", null);
  await expect.poll(() => focused(page)).toEqual(start);

  // One stop: the next Tab leaves the plot for the rail.
  await page.keyboard.press("Tab");
  expect((await focused(page)).id).toBeNull();
  while (!(await slider(page).evaluate((one) => one === document.activeElement)) && tabs < 60) {
    await page.keyboard.press("Tab");
    tabs++;
  }
  await expect(slider(page)).toBeFocused();
});

test("Space selects and stays in the plot, Enter goes on into the panel, Escape hides the card and then clears", async ({
  page,
}) => {
  await openExplore(page);
  const mark = stops(page, VISIT).first();
  const card = page.locator(".timeline-card");
  const panel = page.getByRole("complementary", { name: "Details" });
  const heading = panel.getByRole("heading", { level: 2 }).first();
  await mark.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText(/^Selected: /)).toHaveCount(1);
  await expectSaid(page, "sel", VISIT);
  await expect(heading).toBeVisible();
  await expect(mark).toHaveAttribute("aria-current", "true");
  await expect(mark).toBeFocused();

  // The arrows go on from there, and another Space selects what they came to.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  const next = (await focused(page)).id ?? "";
  expect(next).not.toBe(VISIT);
  await expectSaid(page, "sel", next);
  await page.keyboard.press("Space");
  await expectSaid(page, "sel", null);
  await expect(panel).toHaveCount(0);

  await page.keyboard.press("Space");
  await expectSaid(page, "sel", next);
  await expect(heading).toBeVisible();
  expect((await focused(page)).id).toBe(next);
  await page.keyboard.press("Enter");
  await expect(heading).toBeFocused();
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expectSaid(page, "sel", null);
  await expect.poll(async () => (await focused(page)).id).toBe(next);

  await page.keyboard.press("Space");
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expectSaid(page, "sel", next);
  await page.keyboard.press("Escape");
  await expectSaid(page, "sel", null);
  expect((await focused(page)).id).toBe(next);
});

test("keys on the rail go by days, weeks, months and facts, and to both ends", async ({ page }) => {
  await openExplore(page, { known: "2024-12-10" });
  const rail = slider(page);
  const now = async () => Number(await rail.getAttribute("aria-valuenow"));
  const [least, most] = [
    Number(await rail.getAttribute("aria-valuemin")),
    Number(await rail.getAttribute("aria-valuemax")),
  ];
  await rail.focus();
  for (const [key, day] of [
    ["ArrowRight", "2024-12-11"],
    ["ArrowLeft", "2024-12-10"],
    ["Shift+ArrowRight", "2024-12-17"],
    ["Shift+ArrowLeft", "2024-12-10"],
    ["PageUp", "2025-01-10"],
    ["PageDown", "2024-12-10"],
    ["]", "2024-12-23"],
    ["]", "2024-12-24"],
    ["[", "2024-12-23"],
    ["[", "2024-12-07"],
  ] as const) {
    await page.keyboard.press(key);
    expect(await now(), `after ${key}`).toBe(dayOf(day));
  }
  // Keys in a row are one step of the history, taken when they rest.
  await expectSaid(page, "known", "2024-12-07");
  await page.keyboard.press("Home");
  expect(await now()).toBe(least);
  await page.keyboard.press("End");
  expect(await now()).toBe(most);
  await expectSaid(page, "known", null);
  await page.getByLabel("As known on").and(page.locator("input")).fill("2024-12-05");
  await expectSaid(page, "known", "2024-12-05");
});

test("T brings back a line that lies off the screen, digits jump to lanes, V changes to the table", async ({
  page,
}) => {
  await openExplore(page, { known: "2024-12-05", from: "2025-02-01", to: "2025-11-30" });
  await expect(flag(page)).toHaveText(/^←/);
  await stops(page, TREATY).first().focus();
  await page.keyboard.press("t");
  await expect(flag(page)).toHaveText("As known on 5 Dec 2024");
  await expect
    .poll(() => dayOf(said(page, "from") ?? "9999-01-01"))
    .toBeLessThan(dayOf("2024-12-05"));

  await page.keyboard.press("2");
  await expect.poll(async () => (await focused(page)).lane).toBe("Iran");
  await page.keyboard.press("v");
  await expectSaid(page, "view", "table");
  await expect(page.locator(`[data-row="${VISIT}"]`)).toBeVisible();
  await page.keyboard.press("v");
  await expectSaid(page, "view", null);
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
});

test("arrow keys go from row to row of the table, Enter opens one, Escape gives focus back to it", async ({
  page,
}) => {
  await openExplore(page);
  await showAs(page, "Table");
  const buttons = page.locator("#table [data-row]");
  await buttons.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(buttons.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(buttons.nth(1)).toBeFocused();
  const date = page.getByRole("columnheader", { name: "Date" });
  await expect(date).toHaveAttribute("aria-sort", "descending");
  await date.getByRole("button").click();
  await expect(date).toHaveAttribute("aria-sort", "ascending");
  await expectSaid(page, "sort", "date");
});
