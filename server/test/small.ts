// A small API and a small client, where it does not matter what is asked but how.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildSchema } from "graphql";
import { ANONYMOUS } from "../src/graphql/context.ts";
import { type AppParts, buildApp } from "../src/http/app.ts";
import { Refusal } from "../src/refusal.ts";
import type { Storage } from "../src/storage/storage.ts";

/** A server of both over a storage, not listening. */
export function smallApp(
  storage: Storage,
  parts: Partial<AppParts> = {},
): Promise<FastifyInstance> {
  return buildApp({
    schema: smallSchema(),
    storage,
    config: { logLevel: "silent" },
    clientFolder: smallClient(),
    viewerOf: async (header) => ({ ...ANONYMOUS, name: header, role: null }),
    ...parts,
  });
}

/** The header of a browser that opens a page. */
export const PAGE = { accept: "text/html,application/xhtml+xml" };

/** The codes of an answer's errors. */
export const codesOf = (response: { json(): { errors: { extensions: { code: string } }[] } }) =>
  response.json().errors.map((error) => error.extensions.code);

function smallSchema() {
  const schema = buildSchema(`
    type Query { hello: String! who: String deep: Deep broken: String refused: String forbidden: String }
    type Deep { deep: Deep name: String }
    type Mutation { touch: String }
  `);
  const resolvers: Record<string, (_: unknown, __: unknown, context: never) => unknown> = {
    hello: () => "hello",
    who: (_, __, context: { viewer: { name: string | null } }) => context.viewer.name,
    deep: () => ({ name: "bottom" }),
    broken: () => {
      throw new Error("table secret_table is on fire");
    },
    refused: () => {
      throw new Refusal("INVALID_INPUT", "Give a day.", { facts: { given: 3 }, path: ["asOf"] });
    },
    forbidden: () => {
      throw new Refusal("UNAUTHENTICATED", "Send a token.");
    },
  };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (field) field.resolve = resolve as never;
  }
  let touched = 0;
  const touch = schema.getMutationType()?.getFields().touch;
  if (touch) touch.resolve = () => String(++touched);
  return schema;
}

function smallClient(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>client</title>");
  writeFileSync(join(folder, "graphiql.html"), "<!doctype html><title>graphiql</title>");
  writeFileSync(join(folder, "assets/app-1a2b.js"), `export const text = "${"a".repeat(5000)}";`);
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, "explore.html"), "<!doctype html><title>explore</title>");
  writeFileSync(join(folder, "assets/late-3c4d.js"), "export const text = 1;".repeat(100));
  writeFileSync(join(folder, "assets/late-3c4d.js.br"), "made by the build");
  return folder;
}
