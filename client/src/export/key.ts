import { LOOKS, type Look, lookWord } from "../timeline/look.ts";
import type { BarShape, MarkShape, Primitive } from "../timeline/scene.ts";
import { shapePath } from "../timeline/shapes.ts";
import { drawGlyph } from "../timeline/svg/bars.ts";
import { box, el, type Ink, inkOf, num } from "../timeline/svg/ink.ts";
import { fillOf } from "../timeline/svg/patterns.ts";
import { SMALL, text, type Width } from "./face.ts";

/** What a sign stands for; `draw` puts it around the middle of its width. */
interface Entry {
  word: string;
  width: number;
  draw: (ink: Ink) => string;
  /** Whether its word has the colour of what is known since. */
  since?: boolean;
}

const AFTER_SIGN = 7;
const AFTER_WORD = 22;
const LINE = 24;

function shape(d: string, { palette }: Ink, hollow = false): string {
  return hollow
    ? el("path", { d, fill: palette.paper, stroke: palette.ink, "stroke-width": 1.7 })
    : el("path", { d, fill: palette.ink });
}

const at = (x: number, y: number, inside: string) =>
  el("g", { transform: `translate(${num(x)} ${num(y)})` }, inside);

const joined = (ink: Ink) => box(-0.8, -6, 1.6, 13, ink.palette.ink);

/** What tells what was known on a day from what is known since. */
function comparedBy(day: string, marks: MarkShape[]): Entry[] {
  const ring = (r: number, { palette, since }: Ink) =>
    el("circle", { r, fill: palette.paper, stroke: since, "stroke-width": 1.7 });
  const disc = (r: number, ink: Ink) => shape(shapePath("circle", r), ink);
  const changed: Entry = {
    word: "Known then, changed since",
    width: 20,
    draw: (ink) => ring(9, ink) + disc(4.2, ink),
    since: true,
  };
  return [
    { word: `Known on ${day}`, width: 12, draw: (ink) => disc(5.2, ink) },
    { word: "Known now, not then", width: 12, draw: (ink) => ring(5.2, ink), since: true },
    ...(marks.some(({ style }) => style === "ring") ? [changed] : []),
  ];
}

/** The signs that a drawing uses, marks before bars, each in the order of the vocabulary. */
function entriesOf(primitives: Primitive[]): Entry[] {
  const marks = primitives.flatMap((one) => (one.type === "mark" ? [one] : []));
  const has = (name: string) => marks.some((mark) => mark.shape === name);
  const looks = new Set(
    primitives.flatMap((one) =>
      one.type === "bar" ? looksIn(one) : one.type === "area" ? [one.look] : [],
    ),
  );
  const columns = primitives.flatMap((one) => (one.type === "column" ? [one] : []));
  const isDisputed = primitives.some(
    (one) => (one.type === "mark" || one.type === "bar") && one.disputed,
  );
  const circle = shapePath("circle", 4);
  const pill = shapePath("pill", 5.6, 12);
  const when = (holds: boolean, word: string, width: number, draw: Entry["draw"]): Entry[] =>
    holds ? [{ word, width, draw }] : [];
  return [
    ...when(has("circle"), "Meeting", 10, (ink) =>
      [joined(ink), at(0, -5, shape(circle, ink)), at(0, 6, shape(circle, ink))].join(""),
    ),
    ...when(has("diamond"), "Summit", 14, (ink) => shape(shapePath("diamond", 5.2), ink)),
    ...when(has("pill"), "Visit, guest to host", 13, (ink) =>
      [joined(ink), at(0, -4.5, shape(pill, ink)), at(0, 7, shape(shapePath("bar", 5), ink))].join(
        "",
      ),
    ),
    ...when(has("flag"), "Remarks", 11, (ink) => at(-4, 1, shape(shapePath("flag", 5), ink))),
    ...when(has("notch"), "Change of office", 6, (ink) =>
      at(-1, 0, shape(shapePath("notch", 5), ink)),
    ),
    ...when(
      columns.some(({ planned }) => !planned),
      "Events, by their number",
      8,
      (ink) => box(-4, -6, 8, 12, ink.palette.ink2),
    ),
    ...when(
      marks.some(({ style, since }) => style === "hollow" && !since),
      "Planned, dated",
      12,
      (ink) => shape(shapePath("circle", 5), ink, true),
    ),
    ...when(
      primitives.some(({ type }) => type === "lead"),
      "Planned, date not fixed",
      38,
      (ink) =>
        at(-13, 0, shape(shapePath("pill", 5, 11), ink, true)) +
        el("line", {
          x1: -3,
          x2: 18,
          stroke: ink.palette.ink,
          "stroke-width": 1.75,
          "stroke-linecap": "round",
          "stroke-dasharray": "2 5",
        }),
    ),
    ...when(isDisputed, "Sources disagree", 16, (ink) =>
      el("circle", {
        r: 7,
        fill: "none",
        stroke: ink.palette.warn,
        "stroke-width": 1.5,
        "stroke-dasharray": "2.6 2",
      }),
    ),
    ...LOOKS.filter((look) => looks.has(look)).map(
      (look): Entry => ({
        word: lookWord(look),
        width: 46,
        draw: (ink) => {
          const stroke = ink.palette.stroke[look];
          const swatch =
            look === "ended"
              ? box(-9, -0.75, 32, 1.5, stroke)
              : at(-9, -6.5, box(0, 0, 32, 13, fillOf(look, ink))) +
                box(-9, -6.5, 32, 1.25, stroke) +
                box(-9, 5.25, 32, 1.25, stroke);
          return drawGlyph(look, -17, 0, stroke) + swatch;
        },
      }),
    ),
  ];
}

/** What is partly ratified shows both halves of it. */
function looksIn({ look }: BarShape): Look[] {
  return look === "partlyRatified" ? ["signed", "ratified"] : [look];
}

/** The key to a drawing, in as many lines as a width needs; `then`: the day, in words, that a later one is compared with. Answers the drawing and its height, px. */
export function drawKey(
  ink: Ink,
  primitives: Primitive[],
  room: number,
  width: Width,
  then: string | null,
): { body: string; height: number } {
  let x = 0;
  let y = LINE / 2;
  const marks = primitives.flatMap((one) => (one.type === "mark" ? [one] : []));
  const compared = then === null ? [] : comparedBy(then, marks);
  const parts = [...compared, ...entriesOf(primitives)].map((entry) => {
    const words = width(entry.word, SMALL);
    if (x > 0 && x + entry.width + AFTER_SIGN + words > room) {
      x = 0;
      y += LINE;
    }
    const sign = at(x + entry.width / 2, y, entry.draw(ink));
    const start = x + entry.width + AFTER_SIGN;
    x = start + words + AFTER_WORD;
    const fill = inkOf(ink, entry, ink.palette.ink2);
    return sign + text(entry.word, SMALL, start, y + 4.4, fill);
  });
  return { body: el("g", { class: "key" }, ...parts), height: parts.length > 0 ? y + LINE / 2 : 0 };
}
