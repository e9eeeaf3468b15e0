// The index, from a terminal.
import { type Command, wordsOf } from "../command.ts";
import { reindex } from "./index.ts";

export const searchCommands: Record<string, Command> = {
  reindex: {
    help: [["reindex", "make the search index anew, should it ever be in doubt"]],
    async run(words, { use }) {
      wordsOf(words, {});
      const count = await use(reindex);
      return `The search index holds ${count} entries.`;
    },
  },
};
