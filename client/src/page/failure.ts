/** Why something did not load, in words that say what happened, what is safe and what to do. */
export class Failure extends Error {
  /** The server's name for the request, to quote when asking for help; null when it never answered. */
  readonly requestId: string | null;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;

  constructor(message: string, status: number | null = null, requestId: string | null = null) {
    super(message);
    this.name = "Failure";
    this.status = status;
    this.requestId = requestId;
  }
}

/** `Error 502, request 7f3a-91.`, or that the server did not answer. */
export function failureWords(failure: Failure): string {
  if (failure.status === null) return "The server did not answer.";
  const what =
    failure.status >= 400 ? `Error ${failure.status}` : failure.message.replace(/\.$/, "");
  return failure.requestId === null ? `${what}.` : `${what}, request ${failure.requestId}.`;
}

/** Anything thrown, as a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const cause = error as { statusCode?: number; response?: Response; cause?: unknown };
  if (cause?.cause instanceof Failure) return cause.cause;
  return new Failure(
    message,
    cause?.statusCode ?? null,
    cause?.response?.headers.get("x-request-id") ?? null,
  );
}
