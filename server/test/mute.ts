// A server that carries out what is asked and never answers a write. It tells when it would have answered.
import { buildApp } from "../src/http/app.ts";
import { schema } from "../src/schema.ts";
import { indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import { tallied } from "../src/timeline/timeline.ts";

const storage = indexed(tallied(await openStorage(process.argv[2] ?? "")));
const app = await buildApp({ schema, storage, config: { logLevel: "error" } });
app.addHook("onSend", async ({ method }) => {
  if (method !== "POST") return;
  process.stdout.write("would answer now\n");
  await new Promise(() => {});
});
const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`Entente is at ${address}\n`);
