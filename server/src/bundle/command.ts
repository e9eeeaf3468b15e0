// `entente import FILE`: a file of any length, read as it comes, in one write.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { type Command, wordsOf } from "../command.ts";
import type { Reading } from "../graphql/context.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import { today } from "../when/day.ts";
import { Progress } from "./progress.ts";
import { type Format, type Imported, importText, problemsWith, Rejected } from "./rows.ts";
import { textOf } from "./text.ts";
import { printed, summed } from "./told.ts";

/** Who an import from a terminal is recorded by. */
const IMPORTER = "entente import";

/** The format that the end of a name stands for. */
const FORMATS: Readonly<Record<string, Format>> = { csv: "CSV", json: "JSON" };

/** `import`. */
export const bundleCommands: Record<string, Command> = {
  import: {
    help: [
      ["import FILE", "import events and agreements with their reports: CSV or JSON"],
      ["       [--dry-run]", "say what would change, and change nothing"],
      ["       [--good-rows]", "import the good rows although some are bad"],
      ["       [--format csv|json]", "where the file's name does not end so"],
      ["       [--publisher NAME]", "what rows rest on that name no source"],
      ["       [--note WORDS]", "a sentence for the history"],
    ],
    async run(words, { use, clock }) {
      const options = {
        "dry-run": { type: "boolean" },
        "good-rows": { type: "boolean" },
        format: { type: "string" },
        publisher: { type: "string" },
        note: { type: "string" },
      } as const;
      const { values, given } = wordsOf(words, options, "FILE");
      const [file = ""] = given;
      const format = formatOf(file, values.format);
      const { size } = await sized(file);
      const dryRun = values["dry-run"] === true;
      const mode = values["good-rows"] === true ? "GOOD_ROWS" : "ALL_OR_NOTHING";
      const note = values.note ?? `Imported from ${file.split(/[\\/]/).at(-1)}.`;
      const source = values.publisher === undefined ? null : { publisher: values.publisher };
      const said = { note, source };
      const [wrong] = problemsWith(said);
      if (wrong) throw wrong;
      const at = clock().toISOString();
      const imported = await use((storage) =>
        storage
          .write(
            async (tx) => {
              const reading: Reading = { tx, asOf: null, today: today(clock) };
              // Opened anew each time: a write may run again after a conflict.
              const progress = new Progress(size, process.stderr);
              const bytes = progress.following(createReadStream(file));
              try {
                const wanted = { format, mode, said, by: IMPORTER, at } as const;
                return await importText(reading, textOf(bytes), wanted);
              } finally {
                progress.end();
              }
            },
            { dryRun },
          )
          .catch((error: unknown): Imported => {
            if (error instanceof Rejected) return error.imported;
            throw error;
          }),
      );
      const text = printed(imported);
      const isRejected = imported.counts.bad > 0 && mode === "ALL_OR_NOTHING";
      if (!isRejected) return `${text}${summed(imported, dryRun)}`;
      process.stdout.write(text);
      throw new Refusal(
        "INVALID_INPUT",
        `${summed(imported, dryRun)} Nothing was imported. Mend the rows above, or import the good ones alone: --good-rows.`,
      );
    },
  },
};

function formatOf(file: string, given: string | undefined): Format {
  const format = FORMATS[(given ?? extname(file).slice(1)).toLowerCase()];
  if (format) return format;
  throw new Refusal(
    "INVALID_INPUT",
    given === undefined
      ? `“${file}” ends neither in .csv nor in .json. Say which it is: --format csv or --format json.`
      : `“${given}” is no format. Give csv or json.`,
  );
}

async function sized(file: string) {
  try {
    const found = await stat(file);
    if (found.isFile()) return found;
  } catch (error) {
    if (isRefusal(error) || !(error instanceof Error) || !("code" in error)) throw error;
  }
  throw new Refusal("INVALID_INPUT", `There is no file “${file}” that can be read.`);
}
