/** What GraphiQL gives its fetcher. */
interface Question {
  query: string;
  operationName?: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the reader typed.
  variables?: any;
}

/** Asks the server that the page came from. An answer that is no JSON at all becomes an error that says so. */
export async function ask(question: Question, headers: Record<string, unknown> = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      ...(headers as Record<string, string>),
    },
    body: JSON.stringify(question),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `The server answered ${response.status} without JSON.` }] };
  }
}
