// The log of changes, looked through from a terminal.
import { type Command, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { plural, verify } from "./verify.ts";

/** `verify`. */
export const historyCommands: Record<string, Command> = {
  verify: {
    help: [
      ["verify", "look whether the log of changes and its reports are as they were recorded"],
      ["      [--head HASH]", "and whether it still holds the change that you noted"],
    ],
    async run(words, { use }) {
      const { values } = wordsOf(words, { head: { type: "string" } });
      const noted = values.head?.toLowerCase() ?? null;
      if (noted !== null && !/^[0-9a-f]{64}$/.test(noted)) {
        const message = `--head must be the hash of a change, 64 hexadecimal digits, not “${noted}”.`;
        throw new Refusal("INVALID_INPUT", message);
      }
      const { changes, reports, head, fault, hasNoted } = await use((storage) =>
        storage.read((tx) => verify(tx, noted)),
      );
      if (fault !== null) {
        throw new Refusal("BROKEN_CHAIN", `${fault} ${heldUp(changes, head)}`);
      }
      if (noted !== null && !hasNoted) {
        const message = `No change bears ${noted}: the log was cut off before it or replaced, or the hash is another database's. ${heldUp(changes, head)}`;
        throw new Refusal("BROKEN_CHAIN", message);
      }
      if (head === null) return "No changes are recorded here, so there is no chain to look at.";
      return `${plural(changes, "change")}, chain holds, ${plural(reports, "report")}, head ${head}`;
    },
  },
};

function heldUp(changes: number, head: string | null): string {
  if (head === null) return "Nothing before it holds.";
  return `What comes before holds: ${plural(changes, "change")}, up to ${head}.`;
}
