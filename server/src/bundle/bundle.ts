// The door of the room: a file is imported in one write. Whatever is expected to go wrong with it comes back in the payload.
import { NOTHING, replay, type SaidInput, sentBefore, settled, sourceOf } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import { problemRow } from "../graphql/problem.ts";
import { changeRow } from "../history/history.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import { checkLength } from "./length.ts";
import {
  type Counts,
  type Format,
  IMPORTING,
  type Imported,
  importText,
  type Mode,
  problemsWith,
  Rejected,
} from "./rows.ts";
import type { Taken } from "./take.ts";

export { type Format, IMPORTING } from "./rows.ts";
export { textOf } from "./text.ts";

/** What is asked of an import, beside the text itself. `text` stands for it where requests are compared: the text, or its fingerprint. */
export interface ImportInput extends SaidInput {
  format: Format;
  text: string;
  mode: Mode;
}

/** Whoever sends a file, and what there is to read it with. */
export interface Sent {
  input: ImportInput;
  by: string;
  clock: () => Date;
  /** The text from its beginning, as often as it is called: a write may run again after a conflict. */
  read: () => AsyncIterable<string>;
  /** Most rows of it; `importRows` of the limits when left out. */
  mostRows?: number | undefined;
  /** Told of each row once it is done. What it throws ends the import, and nothing of it stays. */
  onRow?: ((row: Taken) => void) | undefined;
}

const NONE: Counts = { new: 0, changed: 0, unchanged: 0, bad: 0 };

/** Imports a file. `complete` is given the payload inside the transaction, and makes the answer of it. */
export async function importFile<Answer>(
  storage: Storage,
  { input, by, clock, read, mostRows, onRow }: Sent,
  complete: (tx: Tx, payload: Row) => Promise<Answer>,
): Promise<Answer> {
  const at = clock().toISOString();
  const now = today(clock);
  try {
    // Outside the write: who sends too much keeps no other editor waiting.
    await checkLength(read(), input.format, mostRows);
    return await storage.write(
      async (tx) => {
        const reading: Reading = { tx, asOf: null, today: now };
        const request = { input, by, at, reading };
        const earlier = await sentBefore(IMPORTING, request);
        if (earlier instanceof Refusal) return complete(tx, refused(earlier));
        if (earlier) {
          const payload = await replay(async () => [null], reading, earlier);
          return complete(tx, again(payload, (earlier.rows ?? []) as Taken[]));
        }
        const problems = problemsWith(input);
        const source = await sourceOf(request);
        if (source instanceof Refusal) problems.push(source);
        if (problems.length > 0) return complete(tx, refused(...problems));
        const { format, mode } = input;
        const wanted = { format, mode, said: input, by, at, onRow };
        const payload = payloadOf(await importText(reading, read(), wanted));
        if (payload.change) await settled(IMPORTING, request, payload, payload.rows);
        return complete(tx, payload);
      },
      { dryRun: input.dryRun === true },
    );
  } catch (error) {
    // Seen only while it was written: it is taken back with the transaction, and told like the rest.
    if (error instanceof Rejected) {
      const payload = {
        ...payloadOf(error.imported),
        errors: [problemRow(badRows(error.imported))],
      };
      return storage.read((tx) => complete(tx, payload));
    }
    if (isRefusal(error) && error.inputPath.includes("text"))
      return storage.read((tx) => complete(tx, refused(error)));
    throw error;
  }
}

function payloadOf({ rows, counts, change }: Imported): Row {
  return { ...NOTHING, ...counts, rows, change: change && changeRow(change) };
}

/** What whoever sent it first was told; of imports by an earlier version of this program, which kept no rows, what the change says. */
function again(replayed: Row, rows: readonly Taken[]): Row {
  const {
    new: made = 0,
    changed = 0,
    unchanged = 0,
    bad = 0,
  } = replayed.change?.record.after ?? {};
  return { ...replayed, new: made, changed, unchanged, bad, rows };
}

function refused(...refusals: Refusal[]): Row {
  return { ...NOTHING, ...NONE, rows: [], errors: refusals.map(problemRow) };
}

function badRows({ counts: { bad } }: Imported): Refusal {
  const rows = bad === 1 ? "1 row is bad" : `${bad} rows are bad`;
  return new Refusal(
    "INVALID_INPUT",
    `${rows}, so nothing was imported. Mend what \`rows\` says of ${bad === 1 ? "it" : "them"}, or import the good rows alone: mode GOOD_ROWS.`,
    { path: ["input", "text"] },
  );
}
