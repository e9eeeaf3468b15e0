// What an input asks to be kept: of a thing, or of a part of it, such as a term in office.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Refusal } from "../refusal.ts";
import { type Fields, partNamed, partsIn } from "./fields.ts";

/** What an input asks to be kept. */
export interface Wish {
  /** All that is to be kept, unless something is wrong. */
  fields: Fields;
  problems: Refusal[];
  /** The fields that list what a part rests on, to which the source of the edit is added. */
  resting?: readonly string[];
}

/** A part that the payload answers beside the thing: the one that the change speaks of. */
export interface Part {
  /** Its name in the payload, and the kind that names it among the fields. */
  alias: string;
  kind: string;
  rows(reading: Reading, ids: string[]): Promise<(Row | null)[]>;
}

/** The wish that a part be so, within all that is kept. What the edit rests on is added to what the part does. */
export function partWished(
  fields: Fields,
  { kind, id }: { kind: string; id: string },
  part: object,
  problems: Refusal[],
): Wish {
  const whole = { ...fields, ...partNamed(kind, id, { ...part } as Fields) };
  return { fields: whole, problems, resting: [`${kind}.${id}.sources`] };
}

/** The first of some ids, then of those with a number, that no part of the kind has. */
export function freePart(fields: Fields, kind: string, bases: readonly string[]): string {
  const taken = partsIn(fields, kind);
  const ids = [...bases];
  for (let nth = 2; ; nth++) {
    const free = ids.find((id) => !taken.has(id));
    if (free !== undefined) return free;
    ids.push(`${bases[0]}-${nth}`);
  }
}
