import type { Look } from "../look.ts";
import { box, el, type Ink } from "./ink.ts";

/** The fill of a look within a document that has the patterns' definitions. */
export function fillOf(look: Look, { palette, prefix }: Pick<Ink, "palette" | "prefix">): string {
  const isFlat = look === "inforce" || look === "ended";
  return isFlat ? palette.fill[look] : `url(#${prefix}${look})`;
}

/**
 * The engravers' hatchings of all statuses, anchored at the corner of what they fill. On paper without fills, what
 * would be cut out of a fill is drawn in its stroke instead.
 */
export function patternDefs({ palette, prefix }: Pick<Ink, "palette" | "prefix">): string {
  const { stroke, fill, paper } = palette;
  const cut = (look: Look) => (fill[look] === paper ? stroke[look] : paper);
  const dot = (at: number) => el("circle", { cx: at, cy: at, r: 0.95, fill: stroke.proposed });
  const tile = (look: Look, size: number, inside: string, turn = false) =>
    el(
      "pattern",
      {
        id: prefix + look,
        width: size,
        height: size,
        patternUnits: "userSpaceOnUse",
        patternTransform: turn && "rotate(45)",
      },
      box(0, 0, size, size, fill[look]),
      inside,
    );
  const faded = (shape: string, opacity: number) => el("g", { opacity }, shape);
  return [
    tile("proposed", 6, dot(1.5) + dot(4.5)),
    tile("negotiating", 7, faded(box(0, 0, 1.3, 7, stroke.negotiating), 0.62), true),
    tile("agreed", 4.5, faded(box(0, 0, 1.3, 4.5, stroke.agreed), 0.62), true),
    tile("signed", 4, faded(box(0, 1.5, 4, 1, stroke.signed), 0.55)),
    tile(
      "ratified",
      5,
      faded(box(0, 0, 5, 0.9, cut("ratified")) + box(0, 0.9, 0.9, 4.1, cut("ratified")), 0.8),
    ),
    tile("provisional", 4, box(0, 1.5, 4, 1, cut("provisional"))),
    tile("suspended", 8, box(5, 0, 3, 8, cut("suspended"))),
  ].join("");
}
