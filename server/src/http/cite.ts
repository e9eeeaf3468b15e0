// The two ends of a citation: a query asked of the data as they are, and asked again of what was recorded by then.
import { createHash } from "node:crypto";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { Context } from "../graphql/context.ts";
import { changesOfRevisions, lastChange } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import type { Copies } from "../transfer/replay.ts";
import { isoOf, today } from "../when/day.ts";
import { identified } from "./answer.ts";
import type { Purse } from "./rate.ts";
import type { Receipt } from "./receipt.ts";
import { deadlineIn, within } from "./time.ts";
import { newTrace, type Traced } from "./trace.ts";

/** How often a query is asked again because the data changed meanwhile. */
const TRIES = 3;

/** What citing takes. */
export interface CiteParts {
  apollo: ApolloServer<Traced>;
  contextOf: (requestId: string, shown: null) => Promise<Context>;
  storage: Storage;
  copies: Copies;
  /** The version of the schema. */
  schemaVersion: string;
  executionMs: number;
  clock: () => Date;
}

/** Who asks: the id of the request, and what is left to them; null where nobody counts. */
export interface Asker {
  id: string;
  purse: Purse | null;
}

/** What is asked. */
export type Question = Pick<Receipt, "query" | "variables" | "operationName">;

/** An answer, and whether it can be cited: a query's, without an error. */
export interface Answered {
  status: number;
  body: Buffer;
  headers: Record<string, string>;
  isGood: boolean;
}

/** Asks the question of the data as they are, and says of which state that was; what cannot be cited is answered as it is. */
export async function issue(
  question: Question,
  asker: Asker,
  parts: CiteParts,
): Promise<Receipt | Answered> {
  const context = await parts.contextOf(asker.id, null);
  const now = parts.clock();
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await parts.storage.read(lastChange);
    const answered = await ask(question, { ...context, clock: () => now }, asker, parts);
    if (!answered.isGood) return answered;
    const after = await parts.storage.read(lastChange);
    if (before?.revision !== after?.revision) continue;
    return {
      ...question,
      day: isoOf(today(() => now)),
      revision: after?.revision ?? 0,
      recordedAt: after?.at ?? null,
      schema: parts.schemaVersion,
      sha256: sha256Of(answered.body),
      bytes: answered.body.length,
    };
  }
  throw new Refusal(
    "UNAVAILABLE",
    "The data changed while they were read, again and again. Try again.",
  );
}

/** Asks the question of what had been recorded at the receipt's revision, on its day. */
export async function replay(receipt: Receipt, asker: Asker, parts: CiteParts): Promise<Answered> {
  const { revision, recordedAt, day } = receipt;
  const [change] = await parts.storage.read((tx) => changesOfRevisions(tx, [revision]));
  if ((change?.at ?? null) !== recordedAt) {
    throw new Refusal(
      "NOT_FOUND",
      `There is no revision ${revision} of ${recordedAt ?? "an empty database"} here. A receipt is replayed where it was issued, or where a dump of that was loaded.`,
    );
  }
  const context = await parts.contextOf(asker.id, null);
  const clock = () => new Date(`${day}T12:00:00.000Z`);
  return parts.copies.use(revision, (storage) =>
    ask(receipt, { ...context, storage, clock }, asker, parts),
  );
}

/** Has Apollo answer as to a GET: by everybody's limits, and no mutations. */
async function ask(
  { query, variables, operationName }: Question,
  context: Context,
  { purse }: Asker,
  { apollo, executionMs }: CiteParts,
): Promise<Answered> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  if (operationName !== null) search.set("operationName", operationName);
  const trace = newTrace();
  const work = apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "GET",
      headers: new HeaderMap([
        ["accept", "application/json"],
        ["apollo-require-preflight", "anonymous"],
      ]),
      body: undefined,
      search: `?${search}`,
    },
    context: async () => ({ ...context, deadline: deadlineIn(executionMs), trace, purse }),
  });
  const { body, status = 200, headers } = await within(executionMs, work);
  if (body.kind !== "complete") throw new Error("Apollo answered in parts, which nothing asks for");
  const text = status < 400 ? body.string : identified(body.string, status, context.requestId);
  return {
    status,
    body: Buffer.from(text),
    headers: Object.fromEntries(headers),
    isGood: status === 200 && trace.kind === "query" && !trace.hasErrors,
  };
}

/** Hexadecimal SHA-256. */
export function sha256Of(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex");
}
