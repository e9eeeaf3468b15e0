// `npm test` after the install: every check and every suite, one line of counts at the end.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const reports = mkdtempSync(join(tmpdir(), "entente-test-"));
const LONGEST_MS = 25 * 60_000;
const onWindows = process.platform === "win32";

/** The file behind a tool's command, so that it runs the same on every system. */
function tool(room, name, command = name) {
  const require = createRequire(join(root, room, "package.json"));
  const at = require.resolve.paths(name).map((folder) => join(folder, name, "package.json"));
  const file = at.find((path) => statSync(path, { throwIfNoEntry: false }));
  if (!file) throw new Error(`${name} is not installed. Run \`npm run setup\`.`);
  const { bin } = JSON.parse(readFileSync(file, "utf8"));
  return join(file, "..", typeof bin === "string" ? bin : bin[command]);
}

/** Runs a command to its end. Quietly: what it prints is kept, and shown when it fails. Answers `{ ok, output }`. */
function run(command, args, { cwd = ".", env = {}, quiet = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: join(root, cwd),
      env: { ...process.env, ...(quiet && { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell: onWindows && command === "npm",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    }
    const late = setTimeout(() => {
      output += `\nStopped: it took longer than ${LONGEST_MS / 60_000} minutes.`;
      child.kill("SIGKILL");
    }, LONGEST_MS);
    child.on("error", (error) => {
      output += String(error);
    });
    child.on("close", (code) => {
      clearTimeout(late);
      resolve({ ok: code === 0, output });
    });
  });
}

const node = (file, args, options) => run(process.execPath, [file, ...args], options);

/** A check counts one. */
async function check(command) {
  const { ok, output } = await command;
  if (!ok) console.log(output.trim());
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A suite counts its tests. One that ends badly without a failed test, as when it cannot start, counts one failure. */
function tally(passed, failed, ok) {
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

function reportOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function vitest(room) {
  const file = join(reports, `${room}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = await node(tool(room, "vitest"), args, { cwd: room, quiet: false });
  const report = reportOf(file);
  const broken = report?.testResults.filter(
    (suite) =>
      suite.status === "failed" && suite.assertionResults.every((test) => test.status !== "failed"),
  );
  return tally(
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (broken?.length ?? 0),
    ok,
  );
}

async function playwright() {
  const file = join(reports, "e2e.json");
  const { ok } = await node(
    tool("client", "@playwright/test", "playwright"),
    ["test", "--reporter=list,json"],
    {
      cwd: "client",
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      quiet: false,
    },
  );
  const { expected = 0, flaky = 0, unexpected = 0 } = reportOf(file)?.stats ?? {};
  return { ...tally(expected + flaky, unexpected, ok), again: flaky };
}

async function house() {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.mjs"));
  const args = ["--test", "--test-reporter=tap", ...files.map((name) => join("test", name))];
  const { ok, output } = await run(process.execPath, args);
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  if (!ok)
    console.log(
      output
        .split("\n")
        .filter((line) => !/^\s*(ok |---|\.\.\.|duration_ms|type:|# |1\.\.)/.test(line))
        .join("\n"),
    );
  return tally(count("pass"), count("fail") + count("cancelled"), ok);
}

/** What is generated and kept in the repository, as one hash a file. */
function generated() {
  const paths = readdirSync(join(root, "migrations"), { recursive: true }).map((name) =>
    join("migrations", name),
  );
  const files = [...paths, join("schema", "entente.graphql")].filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  return new Map(
    files.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(root, path)))
        .digest("hex"),
    ]),
  );
}

/** Generates everything anew; what is kept must come out as it is. So it works on a change not yet committed, and without git. */
async function current() {
  const before = generated();
  const { ok, output } = await run("npm", ["run", "--silent", "generate"]);
  if (!ok) return check({ ok, output });
  const after = generated();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  return check({
    ok: stale.length === 0,
    output: `Generated anew, these differ; keep them with your change:\n${stale.join("\n")}`,
  });
}

const types = (room, ...args) =>
  check(
    node(tool(".", "typescript", "tsc"), ["-p", "tsconfig.json", "--noEmit", ...args], {
      cwd: room,
    }),
  );

const wanted = process.argv.slice(2);
// Asked for one stage alone, the build is taken as it lies there.
let isBuilt = wanted.length > 0;

const stages = {
  "format and lint": () =>
    check(
      node(tool(".", "@biomejs/biome", "biome"), [
        "ci",
        "--colors=off",
        "--error-on-warnings",
        ".",
      ]),
    ),
  "generated files": current,
  "types of the server": () => types("server"),
  "types of the client": () => types("client"),
  "house rules": house,
  build: async () => {
    const count = await check(run("npm", ["run", "--silent", "build"]));
    isBuilt = count.failed === 0;
    return count;
  },
  "server tests": () => vitest("server"),
  "client tests": () => vitest("client"),
  "browser journeys": () => {
    if (isBuilt) return playwright();
    console.log("Not run: the build failed.");
    return { passed: 0, failed: 1 };
  },
};

const rows = [];
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  console.log(`\n── ${name}`);
  const before = performance.now();
  let count;
  try {
    count = await stage();
  } catch (error) {
    console.log(String(error));
    count = { passed: 0, failed: 1 };
  }
  const seconds = (performance.now() - before) / 1000;
  rows.push({ name, seconds, ...count });
  console.log(
    `── ${name}: ${count.failed === 0 ? "good" : `${count.failed} failed`}, ${seconds.toFixed(1)} s`,
  );
}
rmSync(reports, { recursive: true, force: true });

console.log("");
for (const { name, seconds, passed, failed, again = 0 } of rows) {
  const good = again === 0 ? "good" : `good, ${again} at the second try`;
  const verdict = failed === 0 ? good : "FAILED";
  console.log(
    `${name.padEnd(20)} ${String(passed).padStart(5)} of ${passed + failed}  ${seconds.toFixed(1).padStart(6)} s  ${verdict}`,
  );
}
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 && sum("passed") > 0 ? 0 : 1);
