/** The plain files as OpenAPI 3.1, made from the tables that requests are checked by. */
import {
  ACTION,
  allowed,
  CODE,
  CURSOR,
  MOST_LETTERS,
  MOST_VALUES,
  NAME,
  type Parameter,
  parametersOf,
} from "./parameters.ts";
import { takesMany } from "./request.ts";
import { FILES, type File, type View } from "./values.ts";

/** Of the description: the first number grows when a file changes in a way that breaks its readers. */
const VERSION = "1.0.0";

/** A schema, as JSON Schema of 2020-12 has it. */
export type Shape = Readonly<Record<string, unknown>>;

/** The description. `origin` is this site's address, `items` what each view's JSON holds one by one. */
export function openapiOf(origin: string, items: Partial<Record<View, Shape>>): Shape {
  return {
    openapi: "3.1.0",
    info: {
      title: "Entente: plain files",
      version: VERSION,
      description: `The lists of the GraphQL API at ${origin}/graphql as files, to the same filters and as of the same days. Documented at ${origin}/docs/files.`,
    },
    servers: [{ url: origin }],
    // Nobody needs a token to read.
    security: [],
    paths: Object.fromEntries(FILES.map((file) => [file.path, { get: operationOf(file) }])),
    components: {
      schemas: {
        ...Object.fromEntries(
          Object.entries(items).flatMap(([view, item]) => [
            [nameOf(view as View), item],
            [`${nameOf(view as View)}Page`, pageShape(nameOf(view as View))],
          ]),
        ),
        Errors: ERRORS,
      },
      responses: {
        Unchanged: { description: "You have it: its ETag is the one in If-None-Match." },
        Refused: answered(
          "A parameter is unknown or has no usable value; the message says which and what it may be.",
        ),
        TooMany: answered("Too much in one minute. Retry-After says when to come again."),
      },
    },
  };
}

function operationOf(file: File): Shape {
  const { path, view, format, holds, type } = file;
  const name = nameOf(view);
  const shape =
    format === "json" ? { $ref: `#/components/schemas/${name}Page` } : { type: "string" };
  return {
    operationId: path.slice(1).replace(/\.(.)/, (_, letter: string) => letter.toUpperCase()),
    summary: holds,
    parameters: parametersOf(view).map((parameter) => parameterOf(parameter, file)),
    responses: {
      "200": {
        description: holds,
        headers: {
          ETag: { description: "Of these bytes.", schema: { type: "string" } },
          Link: {
            description: 'The next page, as rel="next"; not on the last.',
            schema: { type: "string" },
          },
          "X-Query-Cost": {
            description: "What it cost; not when it was answered from memory.",
            schema: { type: "integer" },
          },
        },
        content: { [type.split(";")[0] ?? type]: { schema: shape } },
      },
      "304": { $ref: "#/components/responses/Unchanged" },
      "400": { $ref: "#/components/responses/Refused" },
      "429": { $ref: "#/components/responses/TooMany" },
    },
  };
}

function parameterOf(parameter: Parameter, file: File): Shape {
  const { name, meaning } = parameter;
  const one = valueShape(parameter, file);
  const many = takesMany(parameter);
  return {
    name,
    in: "query",
    description: `${meaning} ${allowed(parameter, file.view, file.most).replace(/^./, (letter) => letter.toUpperCase())}.`,
    ...(many && { style: "form", explode: false }),
    schema: many ? { type: "array", items: one, minItems: 1, maxItems: MOST_VALUES } : one,
  };
}

function valueShape({ is, on }: Parameter, { view, usual, most }: File): Shape {
  switch (is) {
    case "day":
      return { type: "string", format: "date" };
    case "words":
      return { type: "string", enum: on[view] };
    case "names":
      return { type: "string", pattern: NAME.source, maxLength: MOST_LETTERS };
    case "codes":
      return { type: "string", pattern: CODE.source };
    case "flag":
      return { type: "boolean" };
    case "text":
      return { type: "string", minLength: 1, maxLength: MOST_LETTERS };
    case "person":
      return { type: "string", minLength: 1, maxLength: MOST_LETTERS };
    case "actions":
      return { type: "string", pattern: ACTION.source };
    case "count":
      return { type: "integer", minimum: 1, maximum: most, default: usual };
    case "cursor":
      return { type: "string", pattern: CURSOR.source, maxLength: MOST_LETTERS };
  }
}

function pageShape(name: string): Shape {
  const properties = {
    asOf: {
      type: ["string", "null"],
      format: "date",
      description: "The day asked for; null for today's knowledge.",
    },
    revision: { type: "integer", description: "The last change recorded when reading began." },
    licence: { type: "string", description: "Of the data, an SPDX identifier." },
    totalCount: { type: "integer", description: "How many there are in all." },
    next: {
      type: ["string", "null"],
      format: "uri",
      description: "The next page; null on the last.",
    },
    items: { type: "array", items: { $ref: `#/components/schemas/${name}` } },
  };
  return { type: "object", required: Object.keys(properties), properties };
}

const answered = (description: string): Shape => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Errors" } } },
});

const ERRORS: Shape = {
  type: "object",
  required: ["errors"],
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["message", "extensions"],
        properties: {
          message: { type: "string", description: "What happened, and what to do." },
          extensions: {
            type: "object",
            required: ["code", "requestId"],
            properties: {
              code: { type: "string", description: "From a closed list, at /docs/limits." },
              requestId: { type: "string" },
              argument: {
                type: "array",
                items: { type: "string" },
                description: "The parameter it is about.",
              },
            },
          },
        },
      },
    },
  },
};

/** `Event` of `events`. */
function nameOf(view: View): string {
  const one = view.replace(/ies$/, "y").replace(/s$/, "");
  return one.charAt(0).toUpperCase() + one.slice(1);
}
