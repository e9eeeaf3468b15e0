import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOM = fileURLToPath(new URL("..", import.meta.url));

/** How a program ended. */
export interface Ending {
  /** Its exit code; null when it was killed. */
  code: number | null;
  /** What it wrote to standard output and to standard error. */
  out: string;
  err: string;
}

/** A program that runs apart from the test. */
export interface Program {
  process: ChildProcess;
  /** Resolves with its output once that holds a line's end; rejects when it ends before. */
  line: Promise<string>;
  /** Resolves with its exit code; null when it was killed. */
  exit: Promise<number | null>;
  /** Resolves with all of its end. */
  ended: Promise<Ending>;
}

/** Runs a TypeScript file of this folder with arguments, as a process of its own. */
export function runProgram(name: string, ...args: string[]): Program {
  return run({}, ["--import", "tsx", join("test", name), ...args]);
}

/** Runs the server on a database and a free port. The line it says holds its address. */
export function runServer(databaseUrl: string, env: Record<string, string> = {}): Program {
  return run({ DATABASE_URL: databaseUrl, PORT: "0", ...env }, ofProduct("main"));
}

/** Runs a command of an operator's on a database, to its end. */
export function runCommand(databaseUrl: string, ...words: string[]): Promise<Ending> {
  return run({ DATABASE_URL: databaseUrl }, [...ofProduct("cli"), ...words]).ended;
}

/** A program of the product as it was built, where the build is as new as the sources: it starts in a third of the time. Else the sources. */
function ofProduct(name: "cli" | "main"): string[] {
  const built = join("dist", `${name}.js`);
  const builtAt = statSync(join(ROOM, built), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const changedAt = readdirSync(join(ROOM, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => statSync(join(ROOM, "src", file)).mtimeMs);
  return builtAt > Math.max(...changedAt)
    ? [built]
    : ["--import", "tsx", join("src", `${name}.ts`)];
}

/** Runs Node in this room. A test's own surroundings do not reach it. */
function run(env: Record<string, string>, args: string[]): Program {
  const { PORT: _port, HOST: _host, DATABASE_URL: _url, LOG_LEVEL: _level, ...outer } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: ROOM,
    env: { ...outer, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  const ended = new Promise<Ending>((resolve) =>
    child.once("close", (code) => resolve({ code, out, err })),
  );
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      out += text.toString();
      if (out.includes("\n")) resolve(out);
    });
    child.stderr.on("data", (text: Buffer) => {
      err += text.toString();
    });
    child.once("close", () => reject(new Error(`${args.join(" ")} ended early: ${out}${err}`)));
  });
  line.catch(() => {});
  return { process: child, line, exit: ended.then(({ code }) => code), ended };
}
