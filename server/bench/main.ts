// `npm run bench`: what a page of 500 events costs over HTTP, made anew, answered before and unchanged, beside the least that it can cost. CPU time of the server's process alone, as
// the median of batches that take turns; the ratio means something on any machine, the milliseconds only on this one.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { buildApp } from "../src/http/app.ts";
import { limitsWith } from "../src/limits.ts";
import { schema } from "../src/schema.ts";
import { indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import { tallied } from "../src/timeline/timeline.ts";
import { dayOf, isoOf } from "../src/when/day.ts";
import { floorServer } from "./floor.ts";
import { FIRST_YEAR, fill } from "./world.ts";

/** The page that is measured is five times the largest that a reader may ask for: what a row costs shows better, and stays comparable. */
const LARGE = limitsWith({ pageSize: 500, cost: 100_000, executionMs: 60_000 });
const EVENTS = 10_000;
const WINDOWS = 100;
/** Requests of one batch: more of those that take little, since CPU time is counted coarsely. */
const BATCH = { made: 5, kept: 50 };
const WARM_UP = 40;
const BATCHES = 40;

const QUERY = `query ($from: Date!, $to: Date!) {
  events(first: 500, filter: { between: { from: $from, to: $to } }) {
    totalCount
    nodes {
      slug kind title summary level status disputed confidence dateConfidence uncertainty version
      sourceCount
      when { edtf fixed }
      place { name country { name code } }
      participants { role leader { name } country { code name } office { title } }
      agreements { relation agreement { title status } }
    }
  }
}`;

/** The windows of one year each, in turn: no page is asked for twice in a row. */
const windowAt = (index: number) => {
  const from = dayOf(`${FIRST_YEAR}-01-01`) + (index % WINDOWS) * 60;
  return { from: isoOf(from), to: isoOf(from + 364) };
};

/** The process that is measured: both servers over one file, and its CPU time for whoever asks. */
async function serve(file: string): Promise<void> {
  const storage = indexed(tallied(await openStorage(`file:${file}`)));
  await fill(storage, EVENTS);
  const app = await buildApp({
    schema,
    storage,
    config: { logLevel: "error", rateLimit: false },
    limits: LARGE,
  });
  const ours = await app.listen({ host: "127.0.0.1", port: 0 });
  const floor = floorServer(file).listen(0, "127.0.0.1");
  await once(floor, "listening");
  const { port } = floor.address() as AddressInfo;
  process.on("message", () => process.send?.(process.cpuUsage()));
  process.send?.({ ours, floor: `http://127.0.0.1:${port}` });
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const server = fork(import.meta.filename, [join(folder, "bench.db")]);
  const heard = async () => (await once(server, "message"))[0];
  try {
    console.log(`Making ${EVENTS} events …`);
    const at = (await heard()) as { ours: string; floor: string };
    const text = (answer: Response) => answer.text();
    const days = (index: number) => Object.values(windowAt(index)).join("/");
    const plain = { "accept-encoding": "identity" };
    const getAt = (index: number) =>
      `${at.ours}/graphql?${new URLSearchParams({ query: QUERY, variables: JSON.stringify(windowAt(index)) })}`;
    const tags: string[] = [];
    const ask = {
      floor: (index: number) => fetch(`${at.floor}/${days(index)}`).then(text),
      // A variable that the query does not know makes another question of it, so that it is answered anew.
      ours: (index: number) =>
        fetch(`${at.ours}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", ...plain },
          body: JSON.stringify({ query: QUERY, variables: { ...windowAt(index), index } }),
        }).then(text),
      static: (index: number) => fetch(`${at.floor}/kept/${days(index)}`).then(text),
      again: async (index: number) => {
        const answer = await fetch(getAt(index), { headers: plain });
        tags[index % WINDOWS] = answer.headers.get("etag") ?? "";
        return answer.text();
      },
      unchanged: async (index: number) => {
        const held = tags[index % WINDOWS] ?? "";
        const answer = await fetch(getAt(index), { headers: { ...plain, "if-none-match": held } });
        if (answer.status !== 304) throw new Error(`${answer.status} for what had not changed`);
        return answer.text();
      },
    };
    const names = ["floor", "ours", "static", "again", "unchanged"] as const;
    for (let index = 0; index < WINDOWS; index++) await ask.again(index);
    const one = await ask.ours(3);
    for (const name of ["floor", "static", "again"] as const) {
      if (!isDeepStrictEqual(JSON.parse(one), JSON.parse(await ask[name](3)))) {
        throw new Error(`${name} does not answer the same as ours: ${one.slice(0, 200)}`);
      }
    }
    /** Milliseconds of the server's CPU for one request, over a batch. */
    const batch = async (name: keyof typeof ask, turn: number) => {
      const size = name === "floor" || name === "ours" ? BATCH.made : BATCH.kept;
      server.send("cpu");
      const before = (await heard()) as NodeJS.CpuUsage;
      for (let index = 0; index < size; index++) await ask[name](turn * size + index);
      server.send("cpu");
      const after = (await heard()) as NodeJS.CpuUsage;
      return (after.user + after.system - before.user - before.system) / 1000 / size;
    };
    const taken = new Map(names.map((name) => [name, [] as number[]]));
    for (let turn = 0; turn < WARM_UP + BATCHES; turn++) {
      for (const name of names) {
        const cost = await batch(name, turn);
        if (turn >= WARM_UP) taken.get(name)?.push(cost);
      }
    }
    const median = (name: (typeof names)[number]) => {
      const list = taken.get(name) ?? [];
      return list.sort((a, b) => a - b)[list.length >> 1] ?? NaN;
    };
    const row = (what: string, name: (typeof names)[number], least: (typeof names)[number]) => {
      const ratio = (median(name) / median(least)).toFixed(2);
      return `${what.padEnd(32)}${median(name).toFixed(2).padStart(16)}${ratio.padStart(20)}`;
    };
    const table = [
      `A page of 500 of ${EVENTS} events, ${Math.round(one.length / 1024)} KB of JSON`,
      `${"".padEnd(32)}CPU ms a request   against the least`,
      row("least: SQL alone, no GraphQL", "floor", "floor"),
      row("ours: GraphQL over HTTP", "ours", "floor"),
      row("least: a buffer, bare node:http", "static", "static"),
      row("ours: answered before", "again", "static"),
      row("ours: 304, the reader has it", "unchanged", "static"),
      `A page answered before reaches ${Math.round((100 * median("static")) / median("again"))} % of a bare buffer.`,
    ].join("\n");
    console.log(`\n${table}`);
    const results = join(import.meta.dirname, "results");
    mkdirSync(results, { recursive: true });
    const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`;
    writeFileSync(join(results, "read.txt"), `${new Date().toISOString()}, ${machine}\n${table}\n`);
  } finally {
    server.kill();
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

const file = process.argv[2];
await (file === undefined ? measure() : serve(file));
