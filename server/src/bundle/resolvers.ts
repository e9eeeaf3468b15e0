import { requireRole } from "../access/access.ts";
import type { Room, Write } from "../graphql/room.ts";
import { type ImportInput, importFile } from "./bundle.ts";
import { partsOf } from "./text.ts";

/** Carries out the mutation `importBundle`. */
const importBundle: Write<{ input: ImportInput }> = async (
  { input },
  { viewer, clock, storage, importRows },
  complete,
) => {
  const by = requireRole(viewer, "EDITOR");
  const sent = { input, by, clock, read: () => partsOf(input.text), mostRows: importRows };
  return importFile(storage, sent, complete);
};

/** Imports. */
export const room: Room = {
  mutations: { importBundle },
  relations: {
    ImportBundlePayload: { change: {}, errors: {}, rows: {} },
    ImportedRow: { problems: {} },
  },
};
