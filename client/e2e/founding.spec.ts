// The case the project began with, travelled by hand: what was known of a visit and a treaty, on six days.
import type { Page } from "@playwright/test";
import {
  boxOf,
  dragTo,
  expectSaid,
  FOUNDING,
  flag,
  openExplore,
  plot,
  rows,
  showAs,
  slider,
  spotOf,
  stops,
  TREATY,
  VISIT,
  xOfEnd,
} from "./explore.ts";
import { dashesAlong, inkShare, textOnPlot, wordBeside } from "./ink.ts";
import { expect, test } from "./test.ts";

const TITLE = "Pezeshkian's official visit to Russia";
const PACT = "Comprehensive Strategic Partnership Treaty";

interface Reading {
  known: string;
  /** The day as the flag and the slider say it. */
  flag: string;
  slider: string;
  /** The visit's name for a screen reader, its date beside the mark (null: no room for it), and its cells in the table. */
  visit: RegExp;
  date: string | null;
  row: { date: RegExp; status: string };
  /** How the visit is drawn. */
  drawn: "lead" | "window" | "hollow" | "filled";
  /** The treaty: the name of its last stretch, the words on its bar, its last row in the table. */
  treaty: RegExp;
  bar: string;
  deed: { title: string; status: string } | null;
}

const AGREED = {
  treaty: /, text agreed since 11 June 2024, after negotiating 15 September 2022\.$/,
  bar: "Text agreed",
  deed: { title: `${PACT} was agreed as a text`, status: "Text agreed" },
};

const READINGS: Reading[] = [
  {
    known: "2024-12-05",
    flag: "As known on 5 Dec 2024",
    slider: "As known on 5 December 2024",
    visit: /^Planned visit, date not fixed\. .+ Known since 11 October 2024\.$/,
    date: "date not fixed",
    row: { date: /^(date )?not fixed$/, status: "Planned" },
    drawn: "lead",
    ...AGREED,
  },
  {
    known: "2024-12-23",
    flag: "As known on 23 Dec 2024",
    slider: "As known on 23 December 2024",
    visit: /^Planned visit, 1–19 January 2025, date not fixed\. .+ Known since 11 October 2024\.$/,
    date: "1–19 January 2025, date not fixed",
    row: { date: /^1–19 Jan(uary)? 2025/, status: "Planned" },
    drawn: "window",
    ...AGREED,
  },
  {
    known: "2024-12-26",
    flag: "As known on 26 Dec 2024",
    slider: "As known on 26 December 2024",
    visit: /^Visit, planned\. .+ 17 January 2025\. Iran to Russia\. \d+ sources\.$/,
    date: "17 Jan",
    row: { date: /^17$/, status: "Planned" },
    drawn: "hollow",
    ...AGREED,
  },
  {
    known: "2025-01-18",
    flag: "As known on 18 Jan 2025",
    slider: "As known on 18 January 2025",
    visit: /^Visit, held\. .+ 17 January 2025\. Iran to Russia\. \d+ sources\.$/,
    date: "17 Jan",
    row: { date: /^17$/, status: "Held" },
    drawn: "filled",
    treaty: /, signed since 17 January 2025, after text agreed 11 June 2024\.$/,
    bar: "Signed",
    deed: { title: `${PACT} was signed`, status: "Signed" },
  },
  {
    known: "2025-08-01",
    flag: "As known on 1 Aug 2025",
    slider: "As known on 1 August 2025",
    visit: /^Visit, held\. .+ 17 January 2025\. Iran to Russia\. \d+ sources\.$/,
    date: null,
    row: { date: /^17$/, status: "Held" },
    drawn: "filled",
    treaty: /, in force since about 18 July 2025, after ratified 21 May 2025\.$/,
    bar: "In force",
    deed: { title: `${PACT} came into force`, status: "In force" },
  },
];

/** How many events, sessions and agreements the API knows on a day, without the client's own arithmetic. */
async function factsKnown(page: Page, asOf: string | null): Promise<number> {
  const [countries = "", forums = "", agreements = ""] = FOUNDING.lanes.split(";");
  const answer = await page.request.post("/graphql", {
    data: {
      query: `query Count($lanes: LanesInput, $asOf: Date) {
        timeline(lanes: $lanes, asOf: $asOf) { marks { slug } bars { slug } }
      }`,
      variables: {
        asOf,
        lanes: {
          countries: countries.split(","),
          forums: forums.split(","),
          agreements: agreements.split(","),
        },
      },
    },
  });
  const { timeline } = (await answer.json()).data;
  return timeline.marks.slug.length + timeline.bars.length;
}

/** The pixels at the visit: dashes without an end, a span with two ends, a hollow mark, a filled one. */
async function expectDrawn(page: Page, drawn: Reading["drawn"]): Promise<void> {
  const { x, y } = await spotOf(page, VISIT);
  if (drawn === "window") {
    for (const edge of ["2024-12-31", "2025-01-19"]) {
      const end = await xOfEnd(page, edge);
      const bar = { x: end - 2, y: y - 4, width: 4, height: 8 };
      expect(await inkShare(page, bar), `the end of the window at ${edge}`).toBeGreaterThan(0.3);
    }
    return;
  }
  const heart = await inkShare(page, { x: x - 3, y: y - 1.5, width: 6, height: 3 });
  const body = await inkShare(page, { x: x - 9, y: y - 7, width: 18, height: 14 });
  expect(body, "ink around the heart of the mark").toBeGreaterThan(0.1);
  if (drawn === "filled") expect(heart).toBeGreaterThan(0.9);
  else expect(heart).toBeLessThan(0.1);
  const right = (await boxOf(plot(page))).width - 200;
  const dashes = await dashesAlong(page, x + 14, right, y);
  const beside = await dashesAlong(page, x + 14, right, y + 4);
  if (drawn === "lead") {
    expect(dashes, "dashes of a lead").toBeGreaterThan(40);
    expect(beside, "nothing just below a lead").toBeLessThan(12);
  }
}

async function expectOnScreen(page: Page, at: Reading): Promise<void> {
  const counts = `${await factsKnown(page, at.known)} facts known then, ${await factsKnown(page, null)} known now`;
  await expect(page.locator(".view-bar .counts")).toHaveText(counts);
  await expect(flag(page)).toHaveText(at.flag);
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    `${at.slider}, ${counts.split(" known")[0]}`,
  );
  await expect(page.getByRole("button", { name: "Return to latest", exact: true })).toBeVisible();
  if (at.date) await expect.poll(() => wordBeside(page, TITLE)).toBe(at.date);
  await expect.poll(() => textOnPlot(page)).toContain("After this date, only what was planned");
  await expect.poll(() => textOnPlot(page)).toMatch(new RegExp(`(^| )${at.bar}( |$)`));
  await expect(stops(page, VISIT)).toHaveCount(1);
  await expect(stops(page, VISIT)).toHaveAccessibleName(at.visit);
  await expect(stops(page, VISIT)).toHaveAccessibleName(new RegExp(TITLE));
  await expect(stops(page, TREATY).last()).toHaveAccessibleName(at.treaty);
  await expect(stops(page, TREATY).last()).toHaveAccessibleName(new RegExp(`^${PACT}`));
  await expectDrawn(page, at.drawn);
  const mark = await boxOf(stops(page, VISIT));
  await page.mouse.move(mark.middleX, mark.middleY);
  await expect(page.locator(".timeline-card")).toContainText(TITLE);
}

async function expectInTable(page: Page, at: Omit<Reading, "drawn" | "flag" | "slider">) {
  const visit = rows(page, VISIT);
  await expect(visit).toHaveCount(1);
  await expect(visit.locator("td").first()).toHaveText(at.row.date);
  await expect(visit.locator("td.status")).toContainText(at.row.status);
  const month =
    at.row.status === "Planned" && at.date !== "17 Jan" ? "Date not fixed" : "January 2025";
  const group = page.locator(`#table tbody:has([data-row="${VISIT}"])`);
  await expect(group.locator("th[scope=rowgroup]")).toContainText(month);
  if (!at.deed) return;
  const entered = rows(page, TREATY).filter({ hasText: at.deed.title });
  await expect(entered).toHaveCount(1);
  await expect(entered.locator("td.status")).toContainText(at.deed.status);
  if (at.bar !== "In force")
    await expect(rows(page, TREATY).filter({ hasText: "came into force" })).toHaveCount(0);
}

test("the knowledge date, dragged, tells at each day what was known of the visit and the treaty", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openExplore(page);
  await expect(page.locator(".view-bar .counts")).toContainText(/^\d+ facts, \d+ sources$/);
  for (const at of READINGS) {
    await test.step(`as known on ${at.known}`, async () => {
      await dragTo(page, at.known);
      await expectOnScreen(page, at);
      await showAs(page, "Table");
      await expectSaid(page, "known", at.known);
      await expectInTable(page, at);
      await showAs(page, "Timeline");
      await expectSaid(page, "known", at.known);
    });
  }
  await test.step("back to the latest", async () => {
    await page.getByRole("button", { name: "Return to latest (0)" }).click();
    await expectSaid(page, "known", null);
    await expect(page.locator(".view-bar .counts")).toContainText(/^\d+ facts, \d+ sources$/);
    await expect(slider(page)).toHaveAttribute("aria-valuetext", /^As known today, \d+ facts$/);
    await expect(stops(page, VISIT)).toHaveAccessibleName(/^Visit, held\./);
    await expectDrawn(page, "filled");
    const last = stops(page, TREATY).last();
    await expect(last).toHaveAccessibleName(
      /, in force since 2 October 2025, after ratified 21 May 2025\. Sources disagree about the date\.$/,
    );
    await expect.poll(() => textOnPlot(page)).toContain("In force");
    await expect.poll(() => textOnPlot(page)).not.toContain("only what was planned");
    await showAs(page, "Table");
    const entered = rows(page, TREATY).filter({ hasText: "came into force" });
    await expect(entered.locator("td").first()).toHaveText("2");
    await expect(entered.locator("td.status")).toHaveText("In force, sources disagree");
  });
});
