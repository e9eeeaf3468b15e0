// Loads the shipped set into the database at argv[2] and stops dead at the statement number argv[3], until it is killed.
import { indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import { tallied } from "../src/timeline/timeline.ts";
import { loadShipped } from "../src/transfer/load.ts";

const [url = "", number = ""] = process.argv.slice(2);
const storage = indexed(tallied(await openStorage(url)));
let count = 0;
storage.onStatement(() => {
  count += 1;
  if (count !== Number(number)) return;
  process.stdout.write(`at statement ${count}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
});
await loadShipped(storage, { clock: () => new Date() });
await storage.close();
process.stdout.write(`loaded with ${count} statements\n`);
