// Writes both sides' types from the SDL: resolver types for the server, operation types and typed documents for the client.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescript from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import * as resolvers from "@graphql-codegen/typescript-resolvers";
import { buildSchema, parse, printSchema } from "graphql";

const here = import.meta.dirname;
const root = join(here, "..");
const scalars = { Date: "string", DateTime: "string", URL: "string" };
const shared = {
  scalars,
  useTypeImports: true,
  enumsAsTypes: true,
  emitLegacyCommonJSImports: false,
};

/** The whole in one file, as it is and as it was released last; every other file is a part. */
const WHOLE = ["entente.graphql", "released.graphql"];

const sdl = readdirSync(here)
  .filter((name) => name.endsWith(".graphql") && !WHOLE.includes(name))
  .sort()
  .map((name) => readFileSync(join(here, name), "utf8"))
  .join("\n");
const schema = parse(sdl);
// One file for readers and tools, and the text that the server builds its schema from.
writeFileSync(join(here, "entente.graphql"), `${printSchema(buildSchema(sdl))}\n`);

const plugins = { typescript, resolvers, operations, typedDocumentNode };

async function write(filename, list, documents, config) {
  mkdirSync(join(filename, ".."), { recursive: true });
  const text = await codegen({
    filename,
    schema,
    documents,
    config: { ...shared, ...config },
    plugins: list.map((name) => ({ [name]: {} })),
    pluginMap: plugins,
  });
  writeFileSync(filename, `// Generated from schema/*.graphql. Do not edit.\n${text}`);
}

function documentsUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), "utf8")) }));
}

await write(join(root, "server/src/graphql/types.gen.ts"), ["typescript", "resolvers"], [], {
  contextType: "./context.ts#Context",
  defaultMapper: "any",
  makeResolverTypeCallable: true,
});
writeFileSync(
  join(root, "server/src/graphql/sdl.gen.ts"),
  `// Generated from schema/*.graphql. Do not edit.\nexport const sdl = ${JSON.stringify(sdl)};\n`,
);
// The operations' plugin writes the enums and inputs they use itself; with all types before it each would be there twice.
await write(
  join(root, "client/src/app/operations.gen.ts"),
  ["operations", "typedDocumentNode"],
  documentsUnder(join(root, "client/src")),
  {},
);
