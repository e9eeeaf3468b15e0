import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A program that runs apart from the test. */
export interface Program {
  process: ChildProcess;
  /** Resolves with its output once that holds a line's end; rejects when it ends before. */
  line: Promise<string>;
  /** Resolves with its exit code; null when it was killed. */
  exit: Promise<number | null>;
}

/** Runs a TypeScript file of this folder with arguments, as a process of its own. */
export function runProgram(name: string, ...args: string[]): Program {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString();
      if (output.includes("\n")) resolve(output);
    });
    child.stderr.on("data", (text: Buffer) => {
      output += text.toString();
    });
    child.once("close", () => reject(new Error(`${name} ended early: ${output}`)));
  });
  line.catch(() => {});
  return { process: child, line, exit };
}
