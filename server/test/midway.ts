// Loads the shipped set into the database at argv[2] and stops just before the commit, until it is killed.
import { openStorage } from "../src/storage/open.ts";
import { loadInto } from "../src/transfer/load.ts";
import { readShipped } from "../src/transfer/shipped.ts";

const storage = await openStorage(process.argv[2] ?? "");
const shipped = await readShipped();
await storage.write(async (tx) => {
  await loadInto(tx, shipped, "2026-01-05T08:00:00.000Z");
  process.stdout.write("midway\n");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
