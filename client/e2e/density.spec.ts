// The view from far away against the API: the same cells, and the same counts in them.
import type { Page } from "@playwright/test";
import { openExplore } from "./explore.ts";
import { expect, test } from "./test.ts";

const LANES = ["RU", "IR", "CN", "TR"];
const WINDOW = { from: "2012-01-01", to: "2027-12-31" };

interface Density {
  cellDays: number;
  lanes: { key: string }[];
  lane: number[];
  cell: number[];
  held: number[];
  planned: number[];
}

/** What the API counts in the lanes' cells, as `RU 1256 3`; cells as the plot's own would be asked for. */
async function counted(page: Page, asOf: string | null, cellDays: number): Promise<string[]> {
  const cell = (iso: string) => Math.floor(Date.parse(iso) / 86_400_000 / cellDays);
  const answer = await page.request.post("/graphql", {
    data: {
      query: `query ($window: DateRange, $buckets: Int, $asOf: Date) {
        timelineDensity(window: $window, buckets: $buckets, groupBy: COUNTRY, filter: { kinds: [VISIT] }, asOf: $asOf) {
          cellDays lanes { key } lane cell held planned } }`,
      variables: { window: WINDOW, buckets: cell(WINDOW.to) - cell(WINDOW.from) + 1, asOf },
    },
  });
  const density: Density = (await answer.json()).data.timelineDensity;
  expect(density.cellDays).toBe(cellDays);
  return density.cell.flatMap((number, at) => {
    const key = density.lanes[density.lane[at] ?? 0]?.key ?? "";
    const facts = (density.held[at] ?? 0) + (density.planned[at] ?? 0);
    return LANES.includes(key) && facts > 0 ? [`${key} ${number} ${facts}`] : [];
  });
}

/** What the columns of the plot say, in the same words, and the days of their cells. */
async function drawn(page: Page) {
  const columns = page.locator('.timeline-stop[data-id^="bin:"]');
  await expect(columns.first()).toBeAttached();
  const said = await columns.evaluateAll((stops) =>
    stops.map((stop) => [stop.getAttribute("data-id"), stop.getAttribute("aria-label")]),
  );
  const read = said.map(([id, name]) => {
    const [, lane, cell, exponent] = (id ?? "").split(":").map(Number);
    const facts = /, (\d+) facts?\. /.exec(name ?? "")?.[1];
    return { lane: LANES[lane ?? -1], cell, facts, cellDays: 2 ** (exponent ?? 0) };
  });
  const ofCountries = read.filter(({ lane }) => lane !== undefined);
  return {
    facts: ofCountries.map(({ lane, cell, facts }) => `${lane} ${cell} ${facts}`),
    cellDays: [...new Set(read.map(({ cellDays }) => cellDays))],
  };
}

test("the columns stand on the API's cells and show its counts, today and as known on a day", async ({
  page,
}) => {
  for (const known of [null, "2024-12-05"]) {
    await openExplore(page, { ...WINDOW, kind: "visit", ...(known && { known }) });
    const { facts, cellDays } = await drawn(page);
    expect(facts.length).toBeGreaterThan(10);
    expect(cellDays).toHaveLength(1);
    expect(facts.sort()).toEqual((await counted(page, known, cellDays[0] ?? 0)).sort());
  }
});
