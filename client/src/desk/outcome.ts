// What came of sending an edit. Pure.
import type { DeskStatusMutation } from "../app/operations.gen.ts";
import type { Failure } from "../page/failure.ts";

type StatusPayload = DeskStatusMutation["reportAgreementStatus"];

/** What the desk reads of every payload; the entity is the agreement's or event's own. */
export interface Payload {
  entity: Entity | null;
  report?: { id: string; knownOn: string; knownOnBasis: string } | null;
  change: {
    id: string;
    version: number | null;
    /** Of a correction: what it makes different, in words. */
    differences?: readonly { field: string; before: string | null; after: string | null }[];
    /** Of a merge: what moved, as JSON text. */
    after?: string | null;
  } | null;
  replayed: boolean;
  errors: readonly StatusPayload["errors"][number][];
}

/** What an edit is about, after it. */
export interface Entity extends Corrected {
  status: string;
  disputed: boolean;
  when: { edtf: string | null; text: string };
  rivalClaims: readonly {
    status: string;
    claimant: string;
    shown: boolean;
    when: { edtf: string | null; text: string };
  }[];
  /** The last changes, where one write may make two. */
  changes?: { nodes: readonly { id: string; action: string; version: number | null }[] };
  /** An agreement's. */
  shortTitle?: string;
  ratified?: number;
  mustRatify?: number;
}

/** What a correction is of, after it: of whom no report speaks has no status. */
export interface Corrected {
  id: string;
  slug: string;
  version: number;
  /** Not an agreement's that was reported on. */
  title?: string;
  /** A country's, which its page goes by. */
  code?: string;
}

/** What is wrong with a field; a path such as `source.publisher`, or empty for the whole. */
export interface Problem {
  field: string;
  message: string;
}

export type Outcome =
  | { of: "saved"; payload: Payload & { entity: Entity } }
  | { of: "wrong"; problems: Problem[] }
  | { of: "stale"; version: number; by: string | null; at: string | null }
  /** The session has ended, or is not one that may write. */
  | { of: "signedOut" }
  /** No answer came: whether it was carried out is not known, and it may be sent again with the same key. */
  | { of: "unsent"; message: string };

/** What an answer says. */
export function outcomeOf(payload: Payload): Outcome {
  // A source's own error says the same.
  const stale = payload.errors.find(({ __typename }) => /^Stale/.test(__typename));
  if (stale && "currentVersion" in stale) {
    const { currentVersion, changedBy, changedAt } = stale;
    return { of: "stale", version: currentVersion, by: changedBy ?? null, at: changedAt ?? null };
  }
  const { entity } = payload;
  if (payload.errors.length > 0 || entity === null)
    return {
      of: "wrong",
      problems: payload.errors.map(({ message, path }) => ({
        field: fieldOf(path.filter((part) => part !== "input")),
        message: saidInForm(message),
      })),
    };
  return { of: "saved", payload: { ...payload, entity } };
}

/** A message as who reads a form wants it: without the mutation that it names to programs, and with values of a merge as words. */
function saidInForm(message: string): string {
  return message
    .replace(/ by `update[A-Z]\w*`/g, "")
    .replace(/\b[A-Z][A-Z_]+(?= (?:goes|stays)\b)/g, (value) =>
      value.toLowerCase().replaceAll("_", " "),
    )
    .replace(/\b(?:true|false)(?= (?:goes|stays)\b)/g, (value) =>
      value === "true" ? "yes" : "no",
    );
}

/** The form's field for a path of the input. */
function fieldOf([first = "", ...rest]: string[]): string {
  if (first === "when") return "date";
  if (first === "sourceId") return "source";
  // Of a merge: whatever is in its way is about the two.
  if (first === "fromId" || first === "intoId") return "other";
  if (first === "guest" || first === "host") return "participants";
  return first === "source" ? [first, ...rest].join(".") : first;
}

/** What a sending that failed comes to: a server that is away or busy is asked again. */
export function outcomeOfFailure({ message, status, code }: Failure): Outcome {
  if (code === "UNAUTHENTICATED" || code === "FORBIDDEN") return { of: "signedOut" };
  if (status === null || status === 429 || status >= 502) return { of: "unsent", message };
  return { of: "wrong", problems: [{ field: "", message }] };
}
