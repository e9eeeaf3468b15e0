/** Which edition of the data an answer is of: two answers to one question differ only if their editions do. */
import { createHash } from "node:crypto";
import { type GraphQLSchema, printSchema } from "graphql";
import { lastStamp } from "../history/history.ts";
import type { Storage } from "../storage/storage.ts";
import { isoOf, today } from "../when/day.ts";

/** What an edition is told by. */
export interface EditionParts {
  storage: Storage;
  schema: GraphQLSchema;
  clock: () => Date;
}

/** What tells one version of the schema from another: 16 hexadecimal digits of the SHA-256 of its SDL. */
export function versionOf(schema: GraphQLSchema): string {
  return createHash("sha256").update(printSchema(schema)).digest("hex").slice(0, 16);
}

/**
 * Makes what tells the edition of now: the schema's version, the last change of the data, by whichever program, and the civil day in UTC,
 * since at midnight plans become overdue by themselves. One statement at most: where the storage knows that nothing was written, none.
 */
export function editions({ storage, schema, clock }: EditionParts): () => Promise<string> {
  const version = versionOf(schema);
  let last: { generation: number | null; stamp: string } | undefined;
  return async () => {
    const generation = storage.generation();
    if (generation === null || generation !== last?.generation) {
      last = { generation, stamp: await storage.read(lastStamp) };
    }
    return `${version} ${last.stamp} ${isoOf(today(clock))}`;
  };
}
