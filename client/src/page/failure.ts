/** Why something did not load, in words that say what happened, what is safe and what to do. */
export class Failure extends Error {
  /** The server's name for the request, to quote when asking for help; null when it never answered. */
  readonly requestId: string | null;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** The API's own word for it, such as `UNAUTHENTICATED`; null where it gave none. */
  readonly code: string | null;

  constructor(
    message: string,
    status: number | null = null,
    requestId: string | null = null,
    code: string | null = null,
  ) {
    super(message);
    this.name = "Failure";
    this.status = status;
    this.requestId = requestId;
    this.code = code;
  }
}

/** `Error 502, request 7f3a-91.`, or in words what went wrong where there is no status. */
export function failureWords(failure: Failure): string {
  const failed = failure.status !== null && failure.status >= 400;
  const what = failed ? `Error ${failure.status}` : failure.message.replace(/\.$/, "");
  return failure.requestId === null ? `${what}.` : `${what}, request ${failure.requestId}.`;
}

/** What different parts throw: the network, the graph's library, the API's own errors. */
interface Thrown {
  message?: string;
  statusCode?: number;
  response?: Response;
  cause?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Anything thrown, as a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { message, statusCode, response, cause, errors } = (error ?? {}) as Thrown;
  if (cause instanceof Failure) return cause;
  const said = errors?.[0];
  if (said) {
    const requestId = said.extensions?.requestId;
    return new Failure(
      said.message,
      response?.status ?? 200,
      typeof requestId === "string" ? requestId : null,
    );
  }
  if (error instanceof TypeError && /fetch/i.test(error.message))
    return new Failure("The server did not answer.");
  return new Failure(
    message ?? String(error),
    statusCode ?? response?.status ?? null,
    response?.headers.get("x-request-id") ?? null,
  );
}
