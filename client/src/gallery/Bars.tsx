import { Pipeline } from "../agreement/Pipeline.tsx";
import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { LOOKS, lookWord } from "../timeline/look.ts";
import type { Measure, Primitive } from "../timeline/scene.ts";
import { Drawing } from "./Drawing.tsx";
import { Plate } from "./Plate.tsx";
import { bar, plaque } from "./parts.ts";
import { NUMBERS, SOURCES } from "./said.ts";
import "../agreement/agreement.css";

/** Split by the share of parties: of six, then of two. */
const split = (): Primitive[] => [
  ...[1, 2, 3, 4, 5].map((of, at) =>
    bar("partlyRatified", 2 + at * 108, 98 + at * 108, 4, { share: of / 6 }),
  ),
  bar("partlyRatified", 542, 638, 4, { share: 1 / 2 }),
];

/** Every word on its bar. */
const words = (measure: Measure): Primitive[] =>
  LOOKS.flatMap((look, at) => {
    const x = 2 + (at % 4) * 164;
    const top = 4 + Math.floor(at / 4) * 30;
    return [
      bar(look, x, x + 146, top, { share: 1 / 2 }),
      plaque(look, x, top + 9, lookWord(look), measure),
    ];
  });

/** A bar that runs on past the record, one whose date is disputed, and a comparison: then over now. */
const ways = (): Primitive[] => [
  bar("inforce", 2, 120, 8, { fades: true }),
  bar("ratified", 208, 270, 8),
  bar("inforce", 270, 340, 8, { disputed: true }),
  bar("signed", 408, 540, 4, { height: 11 }),
  bar("signed", 408, 470, 20, { height: 11 }),
  bar("inforce", 470, 640, 20, { height: 11, fades: false }),
];

const stage = (
  status: AgreementWholeFragment["status"],
  edtf: string,
  ratified: number,
): AgreementWholeFragment["stages"][number] => ({
  status,
  ratified,
  mustRatify: 2,
  disputed: false,
  when: { edtf, fixed: true, earliest: edtf, latest: edtf, precision: "DAY", text: edtf },
  report: { id: status, claimant: "Foreign Ministry", sources: SOURCES.slice(0, 1) },
});

const STAGES = [
  stage("NEGOTIATING", "2022-01-19", 0),
  stage("SIGNED", "2025-01-17", 0),
  stage("SIGNED", "2025-04-21", 1),
  stage("RATIFIED", "2025-05-21", 2),
  stage("IN_FORCE", "2025-10-02", 2),
];

/** Bars as they stand in lanes and on an agreement's page. */
export function Bars() {
  return (
    <Plate name="bars" title="Bars: split by party, named, running on, disputed, compared">
      <Drawing width={656} height={30} of={split} />
      <Drawing width={656} height={92} of={words} />
      <Drawing width={656} height={38} of={ways} />
      <Pipeline stages={STAGES} numbers={NUMBERS} duration="20 years" />
    </Plate>
  );
}
