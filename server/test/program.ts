import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

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
  return runWith({}, name, ...args);
}

/** `runProgram` with more in its environment. A test's own surroundings do not reach it. */
export function runWith(env: Record<string, string>, name: string, ...args: string[]): Program {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { PORT: _port, HOST: _host, DATABASE_URL: _url, LOG_LEVEL: _level, ...outer } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
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
    child.once("close", () => reject(new Error(`${name} ended early: ${out}${err}`)));
  });
  line.catch(() => {});
  return { process: child, line, exit: ended.then(({ code }) => code), ended };
}

/** Runs the server on a database and a free port. The line it says holds its address. */
export function runServer(databaseUrl: string, env: Record<string, string> = {}): Program {
  return runWith({ DATABASE_URL: databaseUrl, PORT: "0", ...env }, "../src/main.ts");
}

/** Runs a command of an operator's on a database, to its end. */
export function runCommand(databaseUrl: string, ...words: string[]): Promise<Ending> {
  return runWith({ DATABASE_URL: databaseUrl }, "../src/cli.ts", ...words).ended;
}
