// A value of a file against the shape of a bundle; what is wrong with it, in words. Pure.
import type { z } from "zod";
import { checkGiven } from "../graphql/given.ts";
import { isRefusal } from "../refusal.ts";
import type { Fault } from "./entry.ts";
import { nearest } from "./near.ts";

type Path = readonly (string | number)[];

/** The value if it has the shape; else all that is wrong with it. `columnOf` names the column or field of a path. */
export function checked<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  columnOf: (path: Path) => string | null,
): { value: z.infer<Shape>; problems?: never } | { problems: Fault[]; rest: unknown } {
  try {
    checkGiven(value);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const path = error.inputPath;
    return { problems: [{ path, column: columnOf(path), message: error.message }], rest: null };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    return { path, column: columnOf(path), message: messageOf(issue, at(value, path)) };
  });
  return { problems, rest: restOf(shape, value, parsed.error.issues) };
}

/** The value without what is wrong of it, so that the rest can be looked at; null where too little is left. What lacks there is told already. */
function restOf(shape: z.ZodType, value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const rest = structuredClone(value);
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    const isWord = issue.code === "invalid_value" && LISTS.includes(path[0] ?? "");
    // Within a list, what else stands there can be looked at beside any word.
    if (isWord) put(rest, path, issue.values[0]);
    else put(rest, path.slice(0, path[0] === "reports" ? 3 : 1), undefined);
  }
  const left = shape.safeParse(rest);
  const lacks = (issue: z.core.$ZodIssue) =>
    issues.some(({ path }) => path.join() === issue.path.join());
  return left.success || left.error.issues.every(lacks) ? rest : null;
}

const LISTS: readonly (string | number)[] = ["participants", "agreements"];

function put(into: unknown, path: Path, value: unknown): void {
  const inner = at(into, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof inner !== "object" || inner === null || last === undefined) return;
  if (value === undefined) delete (inner as Record<string | number, unknown>)[last];
  else (inner as Record<string | number, unknown>)[last] = value;
}

function messageOf(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    if (given === undefined) return `This is missing: one of ${values.join(", ")}.`;
    const [near] = nearest(String(given).toUpperCase(), values);
    const hint = near === undefined ? "" : ` Did you mean ${near}?`;
    return `“${String(given).slice(0, 60)}” is none of ${values.join(", ")}.${hint}`;
  }
  if (issue.code === "unrecognized_keys")
    return `${issue.keys.map((key) => `“${key}”`).join(", ")} stands for nothing here. Take it out, or see the template for what it is called.`;
  if (issue.code === "invalid_union")
    return "Give the slug of a recorded source, or a publication with its publisher.";
  if (issue.code === "invalid_type") {
    if (given === undefined) return "This is missing.";
    const wanted = { boolean: "yes or no", array: "a list", object: "an object" };
    return `This must be ${wanted[issue.expected as "array"] ?? `a ${issue.expected}`}.`;
  }
  if (issue.code === "too_big" && issue.origin === "array")
    return `The list is too long: at most ${issue.maximum} are allowed.`;
  return issue.message;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}
