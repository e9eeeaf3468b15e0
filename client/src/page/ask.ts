import { Failure } from "./failure.ts";

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/** A question that the page asked before its scripts came: its address, and the answer on its way. */
interface Early {
  url: string;
  answer: Promise<Response>;
}

declare global {
  var early: Early | undefined;
}

/** The address that answers a question. */
export function addressOf(query: string, variables: object): string {
  const parameters = new URLSearchParams({
    query: query.replace(/#.*$/gm, "").replace(/\s+/g, " ").trim(),
  });
  if (Object.keys(variables).length > 0) parameters.set("variables", JSON.stringify(variables));
  return `/graphql?${parameters}`;
}

/** Sends a question's address. */
export function send(url: string, signal?: AbortSignal): Promise<Response> {
  return fetch(url, {
    headers: {
      accept: "application/graphql-response+json, application/json",
      "apollo-require-preflight": "true",
    },
    ...(signal && { signal }),
  });
}

/** The answer to what the page itself has asked already, once. */
function alreadyAsked(url: string): Promise<Response> | undefined {
  const { early } = globalThis;
  globalThis.early = undefined;
  return early?.url === url ? early.answer : undefined;
}

/**
 * Asks the API one question with a plain GET, which the browser and proxies may keep and revalidate. For what must be there at
 * the first paint; pages that follow read through the graph. Rejects with a `Failure`.
 */
export async function ask<Data, Variables extends object>(
  query: string,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const url = addressOf(query, variables);
  let response: Response;
  try {
    response = await (alreadyAsked(url) ?? send(url, signal));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure("The server did not answer.");
  }
  return dataOf(response);
}

/** Asks or tells the API something in the name of whoever is signed in, which no cache may keep. Rejects with a `Failure`. */
export async function tell<Data, Variables extends object>(
  query: string,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json",
        "content-type": "application/json",
      },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure("The server did not answer.");
  }
  return dataOf(response);
}

/** The data of an answer; throws a `Failure` where it has none, or only a part. */
async function dataOf<Data>(response: Response): Promise<Data> {
  const requestId = response.headers.get("x-request-id");
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
  const first = answer.errors?.[0];
  if (answer.data == null || first) {
    throw new Failure(
      first?.message ?? "The answer could not be read.",
      response.status,
      first?.extensions?.requestId ?? requestId,
      first?.extensions?.code,
    );
  }
  return answer.data;
}
