import type { Palette } from "../timeline/colours.ts";
import { holderOn, type TimelineColumns } from "../timeline/columns.ts";
import { type Day, isoOf } from "../timeline/day.ts";
import type { LaneStack } from "../timeline/lanes.ts";
import { drawGlyph } from "../timeline/svg/bars.ts";
import { el, type Ink } from "../timeline/svg/ink.ts";
import { tally } from "../timeline/tally.ts";
import { GROUP, LANE, MONOGRAM, PAIR, SECOND, text, type Width } from "./face.ts";

const NARROWEST = 214;
const MONOGRAM_ROOM = 33;
const GAP = 16;
/** Room for "then" and "now" beside an agreement with two bars, and how far (px) they stand from its middle. */
const PAIR_ROOM = 44;
const PAIR_END = 10;
const [THEN, NOW] = [-4, 12];

interface Head {
  name: string;
  monogram: string | null;
  /** The leader then in office, or the parties. */
  second: string | null;
}

function headOf({ lanes }: TimelineColumns, lane: number, isoDay: string): Head {
  const found = lanes[lane];
  if (!found) return { name: "", monogram: null, second: null };
  const { name, monogram = null, parties = null, kind } = found;
  const second =
    kind === "COUNTRY" ? holderOn(found, isoDay)?.name : kind === "AGREEMENT" ? parties : null;
  return { name, monogram, second: second ?? null };
}

/** How wide the lanes' names are, so that none is cut; px. */
export function headsWidth(
  columns: TimelineColumns,
  stack: LaneStack,
  isoDay: string,
  width: Width,
  isPaired: boolean,
): number {
  const widths = stack.rows.map(({ lane, kind }) => {
    const { name, monogram, second } = headOf(columns, lane, isoDay);
    const words = Math.max(width(name, LANE), second ? width(second, SECOND) : 0);
    const pair = isPaired && kind === "AGREEMENT" ? PAIR_ROOM : 0;
    return words + (monogram ? MONOGRAM_ROOM : 0) + pair + GAP;
  });
  return Math.ceil(Math.max(NARROWEST, ...widths));
}

/** The lanes' names, left of the plot, each on the height of its lane; `isPaired`: agreements have two bars, then and now. */
export function drawHeads(
  { palette, since }: Ink,
  columns: TimelineColumns,
  stack: LaneStack,
  day: Day,
  width: number,
  isPaired: boolean,
): string {
  const isoDay = isoOf(day);
  const rule = (y: number, fill: string, opacity: number) =>
    el("rect", { x: 0, y: Math.round(y), width, height: 1, fill, opacity });
  const beside = (words: string, y: number, fill: string) =>
    text(words, PAIR, width - PAIR_END, y, fill, { "text-anchor": "end" });
  return [
    ...stack.headings.flatMap(({ title, top }) => [
      top > 0 ? rule(top, palette.line2, 1) : "",
      text(title, GROUP, 0, top + 14.5, palette.ink3),
    ]),
    ...stack.rows.flatMap(({ lane, top, height, kind }, index) => {
      const { name, monogram, second } = headOf(columns, lane, isoDay);
      const middle = top + height / 2;
      const x = monogram ? MONOGRAM_ROOM : 0;
      return [
        monogram
          ? el("rect", {
              x: 0.5,
              y: middle - (second ? 17.5 : 9) + 0.5,
              width: 23.5,
              height: 17,
              rx: 2,
              fill: "none",
              stroke: palette.line2,
            })
          : "",
        monogram
          ? text(monogram, MONOGRAM, 12.25, middle - (second ? 17.5 : 9) + 12.7, palette.ink2, {
              "text-anchor": "middle",
              "letter-spacing": 0.4,
            })
          : "",
        text(name, LANE, x, second ? middle - 3.5 : middle + 4.8, palette.ink),
        second ? text(second, SECOND, x, middle + 12.5, palette.ink3) : "",
        ...(isPaired && kind === "AGREEMENT"
          ? [beside("then", middle + THEN, since), beside("now", middle + NOW, palette.ink2)]
          : []),
        stack.rows[index + 1]?.kind === kind ? rule(top + height, palette.line, 0.75) : "",
      ];
    }),
    stack.area ? drawStanding(palette, columns, stack.area, day) : "",
    rule(stack.height - 0.5, palette.line2, 1),
  ].join("");
}

const STANDING_LINE = 19;
const GLYPH_ROOM = 20;

/** How many agreements stand where, beside the area that stands for them all. */
function drawStanding(
  palette: Palette,
  columns: TimelineColumns,
  area: { top: number; height: number },
  day: Day,
): string {
  const { standing } = tally(columns, day);
  const first = area.top + (area.height - standing.length * STANDING_LINE) / 2;
  return standing
    .map(({ look, words, count }, index) => {
      const y = first + (index + 0.5) * STANDING_LINE;
      return (
        drawGlyph(look, 6, y, palette.stroke[look]) +
        text(`${words} ${count}`, SECOND, GLYPH_ROOM, y + 4.4, palette.ink2)
      );
    })
    .join("");
}
