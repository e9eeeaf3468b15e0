// A program of its own that writes until it is killed: one write that is saved, and half of another.
import { openStorage } from "../src/storage/open.ts";

const storage = await openStorage(process.argv[2] ?? "");
await storage.write((tx) => tx.db.insert(tx.tables.topic).values({ id: "saved", name: "Saved" }));
await storage.write(async (tx) => {
  await tx.db.insert(tx.tables.topic).values({ id: "half", name: "Half" });
  process.stdout.write("saved one, wrote half of another\n");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
