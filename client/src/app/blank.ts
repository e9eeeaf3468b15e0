import type { Lanes } from "./address.ts";
import type { ColumnsQuery } from "./operations.gen.ts";

type Columns = ColumnsQuery["timeline"];

/** The countries whose lanes stand while the server's own choice is on its way. */
const USUAL = ["RU", "IR", "CN", "TR"];

/** A timeline with the lanes asked and nothing in them, drawn until the facts come. `today` is the browser's UTC day. */
export function blankColumns(lanes: Lanes | null, today: number): Columns {
  const regions = new Intl.DisplayNames("en", { type: "region" });
  const country = (code: string): Columns["lanes"][number] => ({
    key: code,
    kind: "COUNTRY",
    slug: code,
    name: (/^[A-Z]{2}$/.test(code) && regions.of(code)) || code,
    monogram: code,
    parties: null,
    between: [],
    holders: [],
  });
  return {
    asOf: null,
    today,
    sourceCount: 0,
    lanes: (lanes?.countries ?? USUAL).map(country),
    marks: {
      slug: [],
      of: [],
      title: [],
      kind: [],
      status: [],
      level: [],
      start: [],
      end: [],
      day: [],
      precision: [],
      fixed: [],
      whenText: [],
      formerStart: [],
      formerEnd: [],
      rescheduledTo: [],
      partOf: [],
      disputed: [],
      knownFrom: [],
      knownTo: [],
      firstKnown: [],
      place: [],
      summary: [],
      sourceCount: [],
      lanes: [],
      roles: [],
      topics: [],
    },
    bars: [],
    notches: [],
    ticks: { day: [], count: [] },
  };
}
