// Asks the API as a reader would, without HTTP.
import { graphql } from "graphql";
import { ANONYMOUS, type Context } from "../src/graphql/context.ts";
import { schema } from "../src/schema.ts";
import type { Storage } from "../src/storage/storage.ts";
import { NOW } from "./setup.ts";
import { engines, type World, world } from "./world.ts";

export { engines, NOW };

/** The data of an answer. Throws what the API answers with instead of data. `set` changes what resolvers are given. */
export async function ask(
  storage: Storage,
  source: string,
  now = NOW,
  set?: Partial<Context>,
  variableValues: Record<string, unknown> = {},
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
): Promise<any> {
  const contextValue = {
    storage,
    viewer: ANONYMOUS,
    clock: () => new Date(now),
    requestId: "test",
    ...set,
  };
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  // Without the null prototypes, which no expectation is written with.
  return JSON.parse(JSON.stringify(data));
}

/** A world that holds the shipped set. */
export function shippedWorld(engine: (typeof engines)[number]): Promise<World> {
  return world(engine, { shipped: true });
}
