// `pnpm --filter @entente/server run bench:editors [EDITORS] [SECONDS]`: many editors at once, on a server of its own over a new SQLite file, then over
// PostgreSQL. Ends with code 1 when a write was lost, made twice, or answered with what nobody should be told.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage } from "../src/storage/open.ts";
import { crowd, type Proof, tokensFor } from "../test/crowd.ts";
import { startCluster } from "../test/postgres.ts";
import { runCommand, runServer } from "../test/program.ts";

const EDITORS = { usual: 50, most: 200 };
const SECONDS = { usual: 60, most: 600 };
/** Agreements, events and leaders that they edit, of each so many: few, so that they meet. */
const EACH = 10;
const SHOWN = 10;

/** A whole number from 1 to the most. Ends the program when it is none. */
function bounded(text: string | undefined, { usual, most }: typeof EDITORS): number {
  const number = text === undefined ? usual : Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(
    `“${text}” must be a whole number from 1 to ${most}: bench:editors EDITORS SECONDS`,
  );
  process.exit(2);
}

async function prove(name: string, url: string, editors: number, seconds: number) {
  const server = runServer(url);
  try {
    const address = /http:\/\/\S+/.exec(await server.line)?.[0] ?? "";
    const storage = await openStorage(url);
    const tokens = await tokensFor(storage, editors);
    await storage.close();
    const proof = await crowd(address, tokens, { seconds, each: EACH });
    const { out, err } = await runCommand(url, "verify");
    const faults = out.includes("chain holds") ? proof.faults : [...proof.faults, err.trim()];
    console.log(`\n${name}, ${editors} editors, ${seconds} s\n${tableOf(proof)}\n  ${out.trim()}`);
    for (const fault of faults.slice(0, SHOWN)) console.log(`  WRONG: ${fault}`);
    console.log(faults.length === 0 ? "  All of it holds." : `  ${faults.length} faults.`);
    return faults.length === 0;
  } finally {
    server.process.kill("SIGTERM");
    await server.exit;
  }
}

function tableOf({ told }: Proof): string {
  const times = told.milliseconds.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(0)} ms`;
  const kinds = new Map<string, number>();
  for (const { action } of told.accepted) kinds.set(action, (kinds.get(action) ?? 0) + 1);
  const list = (counts: Map<string, number>) =>
    [...counts].map(([what, count]) => `${what} ${count}`).join(", ") || "none";
  const rows: [string, string | number][] = [
    ["requests", told.requests],
    ["writes accepted", `${told.accepted.length} (${list(kinds)})`],
    ["stale, begun again", told.stale],
    ["repeated, replayed", told.replays],
    ["dry runs", told.dryRuns],
    ["refused with a reason", list(told.refused)],
    ["anything else", told.wrong.length],
    ["a write took", `p50 ${at(0.5)}, p99 ${at(0.99)}`],
  ];
  return rows.map(([what, value]) => `  ${what.padEnd(24)}${value}`).join("\n");
}

const editors = bounded(process.argv[2], EDITORS);
const seconds = bounded(process.argv[3], SECONDS);
const folder = mkdtempSync(join(tmpdir(), "entente-editors-"));
const url = `file:${join(folder, "editors.db")}`;
let holds = await prove("SQLite", url, editors, seconds);
rmSync(folder, { recursive: true, force: true });
const cluster = await startCluster();
try {
  holds = (await prove("PostgreSQL", cluster.url, editors, seconds)) && holds;
} finally {
  await cluster.stop();
}
process.exitCode = holds ? 0 : 1;
