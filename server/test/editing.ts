// Sends writes as an editor does, with a token of the world's own.
import { graphql } from "graphql";
import { expect } from "vitest";
import { createToken, RANDOM_BYTES, type Role, viewerOf } from "../src/access/access.ts";
import { schema } from "../src/schema.ts";
import { COPIED } from "../src/transfer/copied.ts";
import { NOW } from "./ask.ts";
import type { World } from "./world.ts";

/** What can be sent to a world. */
export interface Editing {
  /** The whole answer to a document, as somebody with the role, or with none. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  send(source: string, variables?: object, role?: Role | null): Promise<any>;
  /** The payload of a document's one mutation, as an editor; expects that it came to one. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  payloadOf(source: string, input: object): Promise<any>;
  /** How many rows each public table has, and how many keys are kept. */
  counts(): Promise<Record<string, number>>;
}

/** Gives out a token for each role. */
export async function editing({ storage }: World, now = NOW): Promise<Editing> {
  const clock = () => new Date(now);
  const tokens = new Map<Role, string>();
  for (const [place, role] of (["VIEWER", "EDITOR", "ADMIN"] as const).entries()) {
    const random = new Uint8Array(RANDOM_BYTES).map((_, byte) => (byte * 7 + place * 13 + 1) % 248);
    const wish = { name: role.toLowerCase(), role, days: null };
    tokens.set(role, await storage.write((tx) => createToken(tx, wish, clock(), random)));
  }
  const send: Editing["send"] = async (source, variables = {}, role = "EDITOR") => {
    const header = role === null ? undefined : `Bearer ${tokens.get(role)}`;
    const viewer = await viewerOf(storage, header, clock());
    const contextValue = { storage, viewer, clock, requestId: "test" };
    const variableValues = { ...variables };
    const answer = await graphql({ schema, source, contextValue, variableValues });
    return JSON.parse(JSON.stringify(answer));
  };
  return {
    send,
    async payloadOf(source, input) {
      const { data, errors } = await send(source, { input });
      expect(errors).toBeUndefined();
      return Object.values(data)[0];
    },
    counts: () =>
      storage.read(async ({ db, tables }) => {
        const found: Record<string, number> = {};
        for (const name of [...COPIED, "idempotency"] as const)
          found[name] = await db.$count(tables[name] as never);
        return found;
      }),
  };
}
