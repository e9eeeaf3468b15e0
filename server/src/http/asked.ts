/** What a request asks, read without parsing its document: enough to know whether it was asked before. */
import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";

/** A question. Two that are equal in all of this get the same answer from one edition of the data. */
export interface Asked {
  /** The document, as it was sent. */
  query: string;
  /** The variables as JSON, keys in order: the order they were sent in says nothing. */
  variables: string;
  operationName: string | null;
  /** The media type of the answer. */
  type: string;
}

/** The media types of answers, the usual one first. */
const TYPES = ["application/json", "application/graphql-response+json"];

/** The question in a GET's address or a POST's body; null where it is not one that could have been answered with data. */
export function askedBy(request: FastifyRequest): Asked | null {
  const { accept, "content-type": contentType } = request.headers;
  // Chosen as Apollo chooses it.
  const type = accept ? new Negotiator(request).mediaType(TYPES) : TYPES[0];
  if (!type) return null;
  if (request.method === "POST") return asked(request.body as Record<string, unknown> | null, type);
  return contentType === undefined ? asked(fieldsOf(request.url), type) : null;
}

/** The parameters of an address; null when one stands there twice or is not what it should be. */
function fieldsOf(url: string): Record<string, unknown> | null {
  const parameters = new URL(url, "http://localhost").searchParams;
  const fields: Record<string, unknown> = Object.fromEntries(parameters);
  if (Object.keys(fields).length !== parameters.size) return null;
  try {
    for (const name of ["variables", "extensions"]) {
      if (typeof fields[name] === "string") fields[name] = JSON.parse(fields[name]);
    }
  } catch {
    return null;
  }
  return fields;
}

function asked(fields: Record<string, unknown> | null, type: string): Asked | null {
  if (!isRecord(fields)) return null;
  const { query, variables = null, operationName = null, extensions = null } = fields;
  if (typeof query !== "string" || query === "") return null;
  if (variables !== null && !isRecord(variables)) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  // Clients say who they are there. A persisted query is another way of asking, which this server does not take.
  if (extensions !== null && (!isRecord(extensions) || "persistedQuery" in extensions)) return null;
  return { query, variables: ordered(variables ?? {}), operationName, type };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON with the keys of every object in order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, each) =>
    isRecord(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
