import type { Row } from "../timeline/rows.ts";
import { type Day, isoOf } from "../when/day.ts";

type Dated = Pick<Row, "start" | "end" | "precision" | "whenText">;

/**
 * A row's date as EDTF, never more exact than it is known: `2025-01-17`, `2025-01`, `2026`, `2024-10-22/2024-10-24`,
 * `../2025-01-19`, `2025-01~`. Empty without a date.
 */
export function edtfOf({ start, end, precision, whenText }: Dated): string {
  const day = start ?? end;
  if (day === null || precision === "NONE") return "";
  const isAbout = whenText.startsWith("about ");
  const isDoubtful = whenText.includes("(uncertain)");
  const sign = isAbout ? (isDoubtful ? "%" : "~") : isDoubtful ? "?" : "";
  const iso = (at: Day | null) => (at === null ? ".." : isoOf(at));
  if (precision === "INTERVAL") return `${iso(start)}/${iso(end)}`;
  return isoOf(day).slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[precision]) + sign;
}
