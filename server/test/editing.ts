// Sends writes as an editor does, with a token of the world's own.
import { graphql } from "graphql";
import { createToken, RANDOM_BYTES, type Role, viewerOf } from "../src/access/access.ts";
import { schema } from "../src/schema.ts";
import { NOW } from "./ask.ts";
import type { World } from "./world.ts";

/** What can be sent to a world. */
export interface Editing {
  /** The whole answer to a document, as somebody with the role, or with none. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  send(source: string, variables?: object, role?: Role | null): Promise<any>;
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
  return {
    async send(source, variables = {}, role = "EDITOR") {
      const header = role === null ? undefined : `Bearer ${tokens.get(role)}`;
      const viewer = await viewerOf(storage, header, clock());
      const contextValue = { storage, viewer, clock, requestId: "test" };
      const variableValues = { ...variables };
      const answer = await graphql({ schema, source, contextValue, variableValues });
      return JSON.parse(JSON.stringify(answer));
    },
  };
}
