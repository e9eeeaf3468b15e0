// A file on its way to the server, and how far it is. With XMLHttpRequest, as `fetch` does not tell how much of a body has gone out.
import { Failure } from "../page/failure.ts";
import type { Answer } from "./answer.ts";
import type { Words } from "./draft.ts";
import type { Kind } from "./file.ts";

/** How far it is: on its way, as a part of 1; then read, row by row. `lines` is how many there are; null in a bundle. */
export type Progress =
  | { of: "sending"; part: number }
  | { of: "reading"; rows: number; line: number | null; lines: number | null };

const TYPES: Record<Kind, string> = { CSV: "text/csv; charset=utf-8", JSON: "application/json" };

interface Line extends Partial<Answer> {
  status?: number;
  line?: number | null;
  lines?: number;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/**
 * Sends a file to be imported. Rejects with a `Failure`: without a status where no answer came, so that whether it was carried out is not known.
 * Bad rows that kept the others out are an answer.
 */
export function upload(
  { kind, text, words }: { kind: Kind; text: string; words: Words },
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/import?${new URLSearchParams(words)}`);
    request.setRequestHeader("content-type", TYPES[kind]);
    request.setRequestHeader("accept", "application/x-ndjson, application/json");
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ of: "sending", part: total > 0 ? loaded / total : 0 });
    request.onprogress = () => {
      const [progress] = linesIn(request.responseText.slice(-400)).slice(-1);
      if (progress && typeof progress.rows === "number")
        onProgress({
          of: "reading",
          rows: progress.rows,
          line: progress.line ?? null,
          lines: progress.line == null ? null : (progress.lines ?? null),
        });
    };
    request.onerror = () => reject(new Failure("The server did not answer."));
    request.onabort = () => reject(new DOMException("Stopped.", "AbortError"));
    request.onload = () => {
      const last = linesIn(request.responseText).at(-1);
      const [error] = last?.errors ?? [];
      const status = last?.status ?? request.status;
      // Bad rows are told one by one; whatever else is wrong, as a whole.
      if (last && Array.isArray(last.rows) && (!error || last.rows.length > 0))
        return resolve(last as Answer);
      // It hung up before its last line.
      if (!error && request.status === 200)
        return reject(new Failure("The answer broke off before its end."));
      const { code, requestId } = error?.extensions ?? {};
      reject(
        new Failure(
          error?.message ?? "The answer could not be read.",
          status,
          requestId ?? request.getResponseHeader("x-request-id"),
          code,
        ),
      );
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(text);
  });
}

/** The lines that have come whole. */
function linesIn(text: string): Line[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
