import type { Measure, Primitive } from "../timeline/scene.ts";
import { Drawing } from "./Drawing.tsx";
import { Plate } from "./Plate.tsx";
import { label, lead, mark, tie } from "./parts.ts";

const Y = 46;

/** The line that a name on it interrupts, and the rows above and below it. */
const cases = (measure: Measure): Primitive[] => [
  lead(4, 652, Y, false),
  mark("circle", 16, Y),
  label("Beside its mark", "11 Oct", 27, Y, measure, { knockout: true }),
  mark("circle", 176, Y),
  label("A row above", "23 Oct", 176, Y - 17, measure),
  mark("circle", 300, Y),
  label("A row below", "4 Dec", 300, Y + 17, measure),
  mark("diamond", 424, Y, { r: 4.8 }),
  label("Two above, with a leader", "17 Jan", 424, Y - 31, measure, {
    leader: { x: 424, top: Y - 24, bottom: Y - 8 },
  }),
  mark("diamond", 560, Y, { r: 4.8 }),
  label("Two below", "2 Oct", 560, Y + 31, measure, {
    leader: { x: 560, top: Y + 8, bottom: Y + 24 },
  }),
];

const kinds = (measure: Measure): Primitive[] => [
  mark("pill", 16, 16),
  label("A key event", "17 Jan", 27, 16, measure, { strong: true }),
  tie(230, 0, 32, "summit"),
  label("Stands clear of a tie", "3 Jul", 196, 16, measure),
  mark("circle", 380, 16, { style: "hollow", since: true }),
  label("Known only later", "1 Sep", 391, 16, measure, { since: true }),
  { type: "date", id: "d", x: 540, y: 20, text: "21 May 2025" },
];

/** Every place that a name may have. */
export function Labels() {
  return (
    <Plate name="labels" title="Names: beside, one row off, two rows off with a leader">
      <Drawing width={656} height={92} of={cases} />
      <Drawing width={656} height={32} of={kinds} />
    </Plate>
  );
}
