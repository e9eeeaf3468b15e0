// What an input names. Who holds an old id is led on as readers are: a reference means what its thing became part of. What is to be edited has to be
// named as it is now, as the version that an edit begins from is its own; so that is told instead.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import { type Changed, followed, mergedInto } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { distinct } from "../storage/align.ts";
import { pickStanding, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { missing } from "./answer.ts";

/** The tables of what can become part of another, with what the log calls it. */
const TYPES = {
  agreement: "Agreement",
  event: "Event",
  forum: "Forum",
  leader: "Leader",
  source: "Source",
} as const satisfies Partial<Record<keyof Tx["tables"], Changed>>;

/** Rows by the slugs that an input gives: entry i for slug i, which may be that of what became part of the row's thing; null where there is none. */
export async function named<Name extends keyof typeof TYPES>(
  tx: Tx,
  name: Name,
  slugs: readonly (string | null | undefined)[],
): Promise<(Stored<Name> | null)[]> {
  const asked = distinct(slugs.map((slug) => slug ?? null));
  const rows = await followed(tx, TYPES[name], asked, (ids) => pickStanding(tx, name, ids));
  return slugs.map((slug) => (slug == null ? null : (rows[asked.indexOf(slug)] ?? null)));
}

/** What is edited, as a refusal tells of it. */
interface Edited {
  type: Changed;
  rows(reading: Reading, ids: string[]): Promise<(Row | null)[]>;
}

/** The refusal of an edit of what does not stand by itself: with what it became part of, where it did. */
export async function notThere(
  reading: Reading,
  { type, rows }: Edited,
  id: string | null,
  field: string,
  noun: string = type.toLowerCase(),
): Promise<Refusal> {
  const into = id === null ? null : await mergedInto(reading.tx, type, id);
  const [whole = null] = into === null ? [] : await rows(reading, [into]);
  if (whole === null) return missing(field, noun);
  const title = whole.title ?? whole.name ?? whole.publisher;
  const message = `This ${noun} became part of “${title}” (${into}). Edit that: take its \`id\` and \`version\` from \`becamePartOf\`.`;
  return new Refusal("NOT_FOUND", message, {
    facts: { becamePartOf: whole },
    path: ["input", field],
  });
}
