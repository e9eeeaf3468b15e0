// `npm run bench`, in its second part: what a page of 20 found things costs among 100,000 events, beside SQL's own way of looking for words: `like` over the
// same words in the same order. CPU time of this process, as the median of runs that take turns; the ratio means something on any machine.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { find, indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import { tallied } from "../src/timeline/timeline.ts";
import { fill } from "./world.ts";

const EVENTS = 100_000;
const ROUNDS = 15;
const TEXTS = ["putin", "p", "pezesh", "moscow vis", "putin moscow tehran", "پزشکیان", "zanzibar"];

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
const file = join(folder, "bench.db");
const storage = indexed(tallied(await openStorage(`file:${file}`)));
try {
  const filled = await cpuMs(() => fill(storage, EVENTS));
  const plain = new Database(file, { readonly: true });
  plain.pragma("mmap_size = 2147483648");
  const count = plain.prepare("select count(*) from search_entry").pluck().get();
  const lines = [`${count} entries, filled and indexed in ${(filled / 1000).toFixed(0)} s of CPU`];
  for (const text of TEXTS) {
    const words = text.split(" ");
    const like = plain.prepare(
      `select ref_id from search_entry where known_to = 2147483647 and ${words
        .map(() => "(names || ' ' || heads || ' ' || words) like ?")
        .join(" and ")} order by key desc limit 21`,
    );
    const ours: number[] = [];
    const theirs: number[] = [];
    let hits = 0;
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(
        await cpuMs(() =>
          storage.read(async (tx) => {
            const page = { size: 20, backward: false, after: null, before: null };
            const reading = { tx, asOf: null, today: 20_000 };
            hits = (await find(reading, { text, kinds: null }, page)).hits.length;
          }),
        ),
      );
      theirs.push(await cpuMs(() => like.all(words.map((word) => `%${word}%`))));
    }
    const [search, sql] = [median(ours), median(theirs)];
    lines.push(
      `${text.padEnd(22)} ${String(hits).padStart(3)} hits   search ${search.toFixed(2)} ms   like ${sql.toFixed(2)} ms   ${(sql / search).toFixed(1)} ×`,
    );
  }
  plain.close();
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
}
