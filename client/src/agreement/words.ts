import type { AgreementWholeFragment } from "../app/operations.gen.ts";

/** `SIGNING_POSTPONED` as `Signing postponed`. */
export function stepWords(step: string): string {
  const text = step.toLowerCase().replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What sort of text it is, and whether it binds. */
export function kindWords({
  kind,
  binding,
}: Pick<AgreementWholeFragment, "kind" | "binding">): string {
  const bound = { LEGAL: "", POLITICAL: ", political commitment only", NONE: ", not binding" }[
    binding
  ];
  return stepWords(kind) + bound;
}

/** `In force since 2 October 2025`; a status that is an act says its day alone: `Signed 17 January 2025`. */
export function sinceWords(
  status: AgreementWholeFragment["status"],
  words: string,
  when: string,
): string {
  if (when === "" || when === "date not fixed") return words;
  const lasting = ["NEGOTIATING", "PROVISIONALLY_APPLIED", "IN_FORCE", "SUSPENDED"].includes(
    status,
  );
  return `${words}${/\d$/.test(words) ? ", " : " "}${lasting ? "since " : ""}${when}`;
}
