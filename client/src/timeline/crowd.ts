import { idOfMark } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { SpeckShape } from "./scene.ts";
import { xOf } from "./viewport.ts";

/** Specks of a drawing at most, however many facts there are. */
export const MOST_SPECKS = 12_000;
/** More marks than this near the plot are a crowd: each is a speck, one for each cell of a lane. */
export const CROWD = 1500;

/** A crowd as specks, so that a drawing costs pixels and not facts. */
export function layCrowd(near: Frame): SpeckShape[] {
  const lanesDrawn = near.columns.lanes.length;
  const cell = Math.max(2, Math.ceil((lanesDrawn * near.edge) / MOST_SPECKS));
  const cells = Math.floor(near.edge / cell);
  const taken = new Uint8Array(lanesDrawn * cells);
  const { start, end, lanes } = near.columns.marks;
  const specks: SpeckShape[] = [];
  for (const row of near.known.marks) {
    const first = start[row] ?? end[row];
    if (first == null) continue;
    const x = Math.round(xOf(near.viewport, first + 0.5));
    const column = Math.floor(x / cell);
    if (column < 0 || column >= cells) continue;
    for (const lane of lanes[row] ?? []) {
      const at = lane * cells + column;
      const place = near.stack.rowOf[lane];
      if (taken[at] === 1 || !place) continue;
      taken[at] = 1;
      const id = idOfMark(near.columns.marks, row);
      specks.push({ type: "speck", id, lane, x, y: place.baseline });
    }
  }
  return specks;
}
