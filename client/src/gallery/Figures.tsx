import type { Brush } from "../timeline/brush.ts";
import type { Primitive } from "../timeline/scene.ts";
import { RADIUS } from "../timeline/shapes.ts";
import { Drawing } from "./Drawing.tsx";
import { Plate } from "./Plate.tsx";
import { lead, mark, span, tie } from "./parts.ts";

interface Figure {
  words: string;
  of: () => Primitive[];
  brush?: Partial<Brush>;
}

const Y = 16;
const participant = { r: RADIUS.OFFICIALS - 0.6 };

const FIGURES: Figure[] = [
  {
    words: "Leaders, ministers, officials",
    of: () => [
      mark("circle", 16, Y),
      mark("circle", 43, Y, { r: RADIUS.MINISTERS }),
      mark("circle", 68, Y, { r: RADIUS.OFFICIALS }),
    ],
  },
  {
    words: "Summit, and a participant in it",
    of: () => [mark("diamond", 16, Y, { r: 4.8 }), mark("diamond", 43, Y, participant)],
  },
  {
    words: "Visit: guest’s range, host’s bar",
    of: () => [tie(30, 8, 26), mark("pill", 30, 8, { width: 24 }), mark("bar", 30, 26)],
  },
  {
    words: "Remarks; a leader takes office",
    of: () => [mark("flag", 14, Y), mark("notch", 50, Y)],
  },
  {
    words: "Planned, with a date",
    of: () => [
      mark("circle", 16, Y, { style: "hollow" }),
      mark("diamond", 43, Y, { r: 4.8, style: "hollow" }),
      mark("pill", 68, Y, { width: 16, style: "hollow" }),
    ],
  },
  {
    words: "Planned, date not fixed",
    of: () => [lead(20, 92, Y), mark("pill", 14, Y, { style: "hollow" })],
  },
  { words: "Planned within a known window", of: () => [span(10, 84, Y)] },
  { words: "Held, day not known", of: () => [span(10, 84, Y, false)] },
  {
    words: "Postponed, and where it went",
    of: () => [
      lead(22, 58, Y, false),
      mark("circle", 14, Y, { style: "hollow", strokes: 1 }),
      mark("circle", 66, Y, { style: "hollow" }),
    ],
  },
  {
    words: "Postponed, nowhere yet",
    of: () => [lead(22, 88, Y), mark("circle", 14, Y, { style: "hollow", strokes: 1 })],
  },
  {
    words: "Cancelled",
    of: () => [
      mark("circle", 16, Y, { style: "hollow", strokes: 2 }),
      mark("pill", 45, Y, { style: "hollow", strokes: 2, width: 16 }),
    ],
  },
  {
    words: "Sources disagree",
    of: () => [
      mark("circle", 16, Y, { disputed: true }),
      mark("diamond", 47, Y, { r: 4.8, style: "hollow", disputed: true }),
    ],
  },
  {
    words: "Selected or focused",
    of: () => [mark("circle", 16, Y, { id: "event:one" })],
    brush: { selected: "event:one" },
  },
  {
    words: "Known later; knowledge date",
    of: () => [mark("circle", 16, Y, { style: "hollow", since: true })],
    brush: { lineX: 46, horizonX: 46, travelling: true },
  },
  {
    words: "Under the pointer",
    of: () => [mark("circle", 16, Y, { id: "event:one" }), mark("circle", 52, Y)],
    brush: { hovered: "event:one" },
  },
  {
    words: "More than one, and how many",
    of: () => [
      mark("circle", 16, Y, { count: 5 }),
      { type: "count", id: "c", lane: 0, merged: [], x: 25, y: Y, width: 6, text: "5" },
    ],
  },
  {
    words: "Days of a meeting; a crowd",
    of: () => [
      { type: "range", id: "r", x1: 8, x2: 44, y: Y, capped: false },
      mark("circle", 26, Y),
      ...[62, 66, 69, 73, 78].map(
        (x): Primitive => ({ type: "speck", id: `s${x}`, lane: 0, x, y: Y }),
      ),
    ],
  },
  {
    words: "Ties, and a planned one",
    of: () => [
      ...[10, 34, 58, 82].flatMap((x, at): Primitive[] => [
        tie(x, 7, 25, (["bilateral", "summit", "carried", "bilateral"] as const)[at], {
          dashed: at === 3,
        }),
      ]),
      mark("circle", 10, 7, { r: 3.6 }),
      mark("circle", 10, 25, { r: 3.6 }),
      mark("diamond", 34, 7, participant),
      mark("diamond", 34, 25, participant),
      mark("diamond", 58, 7, participant),
      mark("diamond", 58, 25, { r: 4.8 }),
      mark("circle", 82, 7, { r: 3.6, style: "hollow" }),
      mark("circle", 82, 25, { r: 3.6, style: "hollow" }),
    ],
  },
];

/** Every mark of the plot. */
export function Figures() {
  return (
    <Plate name="marks" title="Marks">
      <ul className="figures">
        {FIGURES.map(({ words, of, brush }) => (
          <li key={words}>
            <Drawing width={96} height={32} of={of} {...(brush && { brush })} />
            <span className="second">{words}</span>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
