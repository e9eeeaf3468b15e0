// A program of its own that opens a database and brings it up to date, as a server does when it starts.
import { openStorage } from "../src/storage/open.ts";

const storage = await openStorage(process.argv[2] ?? "");
await storage.migrate();
const count = await storage.read((tx) => tx.db.$count(tx.tables.topic));
await storage.close();
process.stdout.write(`ready ${count}\n`);
