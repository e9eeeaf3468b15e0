// What became of everything since a day of knowledge: entered, read, followed, come back to, dragged, left.
import type { Page } from "@playwright/test";
import {
  dayOf,
  dragTo,
  expectSaid,
  openExplore,
  said,
  slider,
  stops,
  TREATY,
  VISIT,
} from "./explore.ts";
import { textOnPlot } from "./ink.ts";
import { expect, test } from "./test.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const THEN = "2024-12-05";
const panel = (page: Page) => page.getByRole("complementary", { name: "Comparison" });
const enter = (page: Page) => page.getByRole("button", { name: "Compare with today" });
const list = (page: Page, name: RegExp) => panel(page).getByRole("region", { name });

interface Fact {
  start: string | null;
  status: string;
}

/** When a visit was to be, and how agreements stood, as the API knew it on a day. */
async function knownOn(page: Page, asOf: string | null): Promise<{ visit: Fact; treaty: string }> {
  const answer = await page.request.post("/graphql", {
    data: {
      query: `query Known($asOf: Date, $event: String!, $agreement: String!) {
        event(slug: $event, asOf: $asOf) { status when { earliest } }
        agreement(slug: $agreement, asOf: $asOf) { status }
      }`,
      variables: { asOf, event: VISIT.split(":")[1], agreement: TREATY.split(":")[1] },
    },
  });
  const { event, agreement } = (await answer.json()).data;
  return {
    visit: { start: event.when.earliest, status: event.status },
    treaty: agreement.status,
  };
}

test("a past day is compared with today: a sentence, lists that lead to facts and back, a line that can be dragged", async ({
  page,
}) => {
  await openExplore(page, { known: THEN });
  await enter(page).click();
  await expectSaid(page, "compare", "latest");
  const heading = panel(page).getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText("Three dates were fixed, and two agreements came into force");
  await expect(panel(page)).toContainText("5 Dec 2024 compared with today");

  await test.step("the lists say what the API says of both days", async () => {
    const [then, now] = [await knownOn(page, THEN), await knownOn(page, null)];
    expect(then).toEqual({ visit: { start: null, status: "EXPECTED" }, treaty: "AGREED" });
    expect(now).toEqual({ visit: { start: "2025-01-17", status: "HELD" }, treaty: "IN_FORCE" });
    const fixed = list(page, /^Dates that became fixed 3$/);
    await expect(fixed.getByRole("button", { name: /Pezeshkian's official visit/ })).toContainText(
      "no date, then held 17 Jan 2025",
    );
    const moved = list(page, /^Statuses that moved 2$/);
    await expect(moved).toContainText("text agreed, now in force");
    await expect(moved).toContainText("2 of 6 ratified, now in force");
    const unknown = list(page, /^Not known then \d+$/);
    const few = await unknown.getByRole("listitem").count();
    await unknown.getByRole("button", { name: /^\d+ more$/ }).click();
    expect(await unknown.getByRole("listitem").count()).toBeGreaterThan(few);
    await expect(list(page, /^Still not fixed \d+$/)).toContainText(
      /planned since \d+ \w{3} \d{4}/,
    );
  });

  await test.step("the plot shows both days, and says so to those who cannot see it", async () => {
    await expect(stops(page, VISIT)).toHaveCount(2);
    await expect(stops(page, VISIT).first()).toHaveAccessibleName(/^Planned visit, date not fixed/);
    await expect(stops(page, VISIT).last()).toHaveAccessibleName(
      /^Known now, not then\. Visit, held/,
    );
    await expect(page.locator(".timeline-pair").first()).toHaveText("thennow");
    await expect.poll(() => textOnPlot(page)).not.toContain("only what was planned");
    await expect(page.getByRole("region", { name: "Key" })).toContainText("Known now, not then");
  });

  await test.step("a line leads to its fact as known now, and the panel is come back to", async () => {
    const line = list(page, /^Dates that became fixed/).getByRole("button", {
      name: /official visit/,
    });
    await line.click();
    await expectSaid(page, "sel", VISIT);
    const details = page.getByRole("complementary", { name: "Details" });
    await expect(details).toContainText("17 January 2025");
    await details.getByRole("button", { name: "Comparison" }).click();
    await expectSaid(page, "sel", null);
    await expect(line).toBeFocused();
  });

  await test.step("the line is dragged: both sides follow", async () => {
    await dragTo(page, "2025-01-18");
    await expectSaid(page, "compare", "latest");
    await expect(panel(page)).toContainText("18 Jan 2025 compared with today");
    await expect(list(page, /^Dates that became fixed/)).toHaveCount(0);
    await expect(list(page, /^Statuses that moved/)).toContainText("signed, now in force");
    await expect(heading).toHaveText(/^Two agreements came into force, and /);
  });

  await test.step("Escape leaves, and so does returning to the latest", async () => {
    await heading.focus();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expectSaid(page, "compare", null);
    await expectSaid(page, "known", "2025-01-18");
    await expect(enter(page)).toBeFocused();
    await enter(page).click();
    await expect(panel(page)).toBeVisible();
    await page.getByRole("button", { name: "Return to latest", exact: true }).click();
    await expectSaid(page, "known", null);
    await expectSaid(page, "compare", null);
    await expect(panel(page)).toHaveCount(0);
  });
});

test("entering keeps the names legible, and leaving gives the window back", async ({ page }) => {
  await page.goto(`/explore?known=${THEN}`);
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  await enter(page).click();
  await expect(panel(page)).toBeVisible();
  await expect
    .poll(() => dayOf(said(page, "from") ?? "2024-06-01"))
    .toBeGreaterThan(dayOf("2024-06-01"));
  await page.getByRole("button", { name: "Close the comparison" }).click();
  await expectSaid(page, "from", null);
  await expectSaid(page, "to", null);

  // A link that names no window opens in the same one, and gives the usual one back.
  await page.goto(`/explore?known=${THEN}&compare=latest`);
  await expect(panel(page)).toBeVisible();
  await expect
    .poll(() => dayOf(said(page, "from") ?? "2024-06-01"))
    .toBeGreaterThan(dayOf("2024-06-01"));
  await page.getByRole("button", { name: "Close the comparison" }).click();
  await expectSaid(page, "from", null);
  await expectSaid(page, "to", null);
});

test("another day may stand for now, and a day compared with itself changes nothing", async ({
  page,
}) => {
  await openExplore(page, { known: THEN, compare: "2024-12-26" });
  await expect(panel(page)).toContainText("5 Dec 2024 compared with 26 Dec 2024");
  await expect(list(page, /^Dates that became fixed/)).toContainText(
    "no date, then planned for 17 Jan 2025",
  );
  await page.goto(`/explore?known=${THEN}&compare=${THEN}`);
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(/^Nothing changed since/);
});

test("on a phone the comparison is a sheet that leaves the plot in sight and folds", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/explore?known=${THEN}`);
  await expect(page.locator(".phone-row").first()).toBeVisible();
  await enter(page).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await panel(page).getByRole("button", { name: "Lists" }).click();
  await expect(list(page, /^Dates that became fixed/)).toBeHidden();
  await expect(slider(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Close the comparison" }).click();
  await expect(panel(page)).toHaveCount(0);
});
