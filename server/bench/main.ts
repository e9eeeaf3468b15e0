// `npm run bench`: what a page of 500 events costs over HTTP, beside the least that it can cost. CPU time of the server's process alone, as
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
import { dayOf, isoOf } from "../src/when/day.ts";
import { floorServer } from "./floor.ts";
import { FIRST_YEAR, fill } from "./world.ts";

/** The page that is measured is five times the largest that a reader may ask for: what a row costs shows better, and stays comparable. */
const LARGE = limitsWith({ pageSize: 500, cost: 100_000 });
const EVENTS = 10_000;
const WINDOWS = 100;
const BATCH = 5;
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
  const storage = indexed(await openStorage(`file:${file}`));
  await fill(storage, EVENTS);
  const app = await buildApp({ schema, storage, config: { logLevel: "error" }, limits: LARGE });
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
    const ask = {
      ours: (index: number) =>
        fetch(`${at.ours}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", "accept-encoding": "identity" },
          body: JSON.stringify({ query: QUERY, variables: windowAt(index) }),
        }).then((answer) => answer.text()),
      floor: (index: number) => {
        const { from, to } = windowAt(index);
        return fetch(`${at.floor}/${from}/${to}`).then((answer) => answer.text());
      },
    };
    const [one, other] = [await ask.ours(3), await ask.floor(3)];
    if (!isDeepStrictEqual(JSON.parse(one), JSON.parse(other))) {
      throw new Error("The two do not answer the same: there is nothing to compare");
    }
    /** Milliseconds of the server's CPU for one request, over a batch. */
    const batch = async (name: keyof typeof ask, start: number) => {
      server.send("cpu");
      const before = (await heard()) as NodeJS.CpuUsage;
      for (let index = 0; index < BATCH; index++) await ask[name](start + index);
      server.send("cpu");
      const after = (await heard()) as NodeJS.CpuUsage;
      return (after.user + after.system - before.user - before.system) / 1000 / BATCH;
    };
    const taken = { ours: [] as number[], floor: [] as number[] };
    for (let turn = 0; turn < WARM_UP + BATCHES; turn++) {
      for (const name of ["ours", "floor"] as const) {
        const cost = await batch(name, turn * BATCH);
        if (turn >= WARM_UP) taken[name].push(cost);
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? NaN;
    const [ours, floor] = [median(taken.ours), median(taken.floor)];
    const table = [
      `A page of 500 of ${EVENTS} events, ${Math.round(one.length / 1024)} KB of JSON`,
      `                              CPU ms a request   against the floor`,
      `floor: SQL alone, no GraphQL  ${floor.toFixed(1).padStart(16)}   ${"1.00".padStart(17)}`,
      `ours: GraphQL over HTTP       ${ours.toFixed(1).padStart(16)}   ${(ours / floor).toFixed(2).padStart(17)}`,
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
