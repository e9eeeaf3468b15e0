// What was written with hindsight: remarks of ours that carry no day of knowledge and may tell how things went on.
import type { Relation, Row } from "./load.ts";

/**
 * A field that an answer as of an earlier day leaves out, unless `isOver` says of the row that there was nothing left to foretell by then.
 * The row holds the value under the field's name.
 */
export function hindsight(field: string, isOver: (row: Row) => boolean = () => false): Relation {
  return {
    load: ({ asOf, today }, rows) =>
      rows.map((row) => (asOf === null || asOf >= today || isOver(row) ? row[field] : null)),
  };
}
