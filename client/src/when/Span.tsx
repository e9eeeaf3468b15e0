import { edtfWords } from "./words.ts";

/** From one date to another, both EDTF: `30 Jul 2024 to now`, `3 Aug 2021 – 19 May 2024`. */
export function Span({ from, to }: { from: string | null; to: string | null }) {
  if (from === null && to === null) return <span className="quiet">dates not known</span>;
  return (
    <span className="quiet">
      {from === null ? "until" : edtfWords(from, "short")}
      {to === null ? " to now" : ` ${from === null ? "" : "– "}${edtfWords(to, "short")}`}
    </span>
  );
}
