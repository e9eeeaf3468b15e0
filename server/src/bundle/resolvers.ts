import { requireRole } from "../access/access.ts";
import { NOTHING, replay, type SaidInput, sentBefore, settled, sourceOf } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import { problemRow } from "../graphql/problem.ts";
import type { Room, Write } from "../graphql/room.ts";
import { changeRow } from "../history/history.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import { today } from "../when/day.ts";
import {
  type Counts,
  type Format,
  IMPORTING,
  type Imported,
  importText,
  type Mode,
  problemsWith,
  Rejected,
} from "./bundle.ts";
import { partsOf } from "./text.ts";

/** The input of `importBundle`, as the contract has it. */
interface ImportBundleInput extends SaidInput {
  format: Format;
  text: string;
  mode: Mode;
}

const NONE: Counts = { new: 0, changed: 0, unchanged: 0, bad: 0 };

/** Carries out the mutation `importBundle`. */
const importBundle: Write<{ input: ImportBundleInput }> = async (
  { input },
  { viewer, clock, storage },
  complete,
) => {
  const by = requireRole(viewer, "EDITOR");
  const at = clock().toISOString();
  const now = today(clock);
  try {
    return await storage.write(
      async (tx) => {
        const reading: Reading = { tx, asOf: null, today: now };
        const request = { input, by, at, reading };
        const earlier = await sentBefore(IMPORTING, request);
        if (earlier instanceof Refusal) return complete(tx, refused(earlier));
        if (earlier) return complete(tx, again(await replay(async () => [null], reading, earlier)));
        const problems = problemsWith(input);
        const source = await sourceOf(request);
        if (source instanceof Refusal) problems.push(source);
        if (problems.length > 0) return complete(tx, refused(...problems));
        const { format, mode, text } = input;
        const wanted = { format, mode, said: input, by, at };
        const imported = await importText(reading, partsOf(text), wanted);
        const payload = payloadOf(imported);
        if (payload.change) await settled(IMPORTING, request, payload);
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
};

function payloadOf({ rows, counts, change }: Imported): Row {
  return { ...NOTHING, ...counts, rows, change: change && changeRow(change) };
}

/** What the change says of it; its rows were told to whoever sent it first. */
function again(replayed: Row): Row {
  const {
    new: made = 0,
    changed = 0,
    unchanged = 0,
    bad = 0,
  } = replayed.change?.record.after ?? {};
  return { ...replayed, new: made, changed, unchanged, bad, rows: [] };
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

/** Imports. */
export const room: Room = {
  mutations: { importBundle },
  relations: {
    ImportBundlePayload: { change: {}, errors: {}, rows: {} },
    ImportedRow: { problems: {} },
  },
};
