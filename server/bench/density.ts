// `npm run bench`, in its third part: what a density costs among 100,000 events, read from the tally and counted from the events. CPU time of this
// process, as the median of runs that take turns; the ratio means something on any machine. `tsx bench/density.ts FILE` asks a database at hand.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { openStorage } from "../src/storage/open.ts";
import type { Tx } from "../src/storage/storage.ts";
import { cellsOf } from "../src/timeline/cell.ts";
import { extentOf, filledIn, type Grouping } from "../src/timeline/density.ts";
import { tallied, talliedIn } from "../src/timeline/tally.ts";
import { dayAt } from "../src/when/day.ts";
import { FIRST_YEAR, fill } from "./world.ts";

const EVENTS = 100_000;
const MOST = 10_001;
/** A count of every event takes its time: it is asked less often. */
const ROUNDS = { tally: 41, live: 5 };

const QUESTIONS: {
  words: string;
  by: Grouping;
  years: number;
  buckets: number;
  kinds?: "VISIT";
}[] = [
  { words: "20 years, by country", by: "COUNTRY", years: 20, buckets: 20 },
  { words: "20 years, by forum", by: "FORUM", years: 20, buckets: 100 },
  { words: "20 years, by agreement", by: "AGREEMENT", years: 20, buckets: 20 },
  { words: "20 years, everything", by: null, years: 20, buckets: 1_000 },
  { words: "20 years, visits by country", by: "COUNTRY", years: 20, buckets: 100, kinds: "VISIT" },
  { words: "2 years, by country", by: "COUNTRY", years: 2, buckets: 12 },
  { words: "2 years, everything, day by day", by: null, years: 2, buckets: 800 },
];

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
const given = process.argv[2];
const storage = tallied(await openStorage(`file:${given ?? join(folder, "bench.db")}`));
try {
  if (given === undefined) await fill(storage, EVENTS);
  else
    console.log(
      `settled in ${((await cpuMs(() => storage.migrate())) / 1000).toFixed(1)} s of CPU`,
    );
  const reading = (tx: Tx) => ({ tx, asOf: null, today: 20_000 });
  const sizes = await storage.read(async ({ db, tables }) => ({
    events: await db.$count(tables.event),
    counts: await db.$count(tables.tally),
  }));
  const lines = [`${sizes.events} events, ${sizes.counts} counts kept`];
  for (const { words, by, years, buckets, kinds } of QUESTIONS) {
    const from = dayAt(FIRST_YEAR, 1, 1);
    const cells = cellsOf(from, from + years * 365 - 1, buckets);
    const filter = kinds ? { kinds: [kinds] } : {};
    const ask = (read: typeof talliedIn) =>
      storage.read((tx) => read(reading(tx), filter, by, cells, MOST));
    const [kept, counted] = [await ask(talliedIn), await ask(filledIn)];
    // One too many is refused, whichever they are.
    if (kept.cell.length < MOST && !isDeepStrictEqual(kept, counted))
      throw new Error(`${words} differ`);
    const times = { tally: [] as number[], live: [] as number[] };
    for (let round = 0; round < ROUNDS.tally; round++) {
      times.tally.push(await cpuMs(() => ask(talliedIn)));
      if (round < ROUNDS.live) times.live.push(await cpuMs(() => ask(filledIn)));
    }
    const [tally, live] = [median(times.tally), median(times.live)];
    lines.push(
      `${words.padEnd(32)} ${String(2 ** cells.exponent).padStart(4)} days a cell ${String(kept.cell.length).padStart(6)} counts   tally ${tally.toFixed(2).padStart(7)} ms   live ${live.toFixed(1).padStart(8)} ms   ${(live / tally).toFixed(0).padStart(5)} ×`,
    );
  }
  const ends = await cpuMs(async () => {
    for (let round = 0; round < 50; round++) await storage.read((tx) => extentOf(reading(tx)));
  });
  lines.push(`first and last day of all: ${(ends / 50).toFixed(2)} ms`);
  const move = await storage.read(async ({ db, tables }) =>
    db.select().from(tables.event).limit(60),
  );
  const write = async (place: number) => {
    const id = move[place]?.id ?? "";
    await storage.write(({ db, tables: { event } }) =>
      db.update(event).set({ kind: "OTHER" }).where(eq(event.id, id)),
    );
  };
  const writes: number[] = [];
  for (let place = 0; place < move.length; place++) writes.push(await cpuMs(() => write(place)));
  lines.push(`a write that moves an event, and its settling: ${median(writes).toFixed(1)} ms`);
  console.log(lines.join("\n"));
  const results = join(import.meta.dirname, "results");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "density.txt"), `${new Date().toISOString()}\n${lines.join("\n")}\n`);
} finally {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
}
