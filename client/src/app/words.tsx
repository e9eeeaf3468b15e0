import { AgreementMark } from "../agreement/AgreementMark.tsx";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { standingDeed, standingWords } from "../agreement/status.ts";
import { EventMark } from "../event/EventMark.tsx";
import { EventStatusGlyph } from "../event/EventStatusGlyph.tsx";
import { eventStatusWord, kindWord } from "../event/words.ts";
import type { Row } from "../timeline/rows.ts";
import type { RowWords } from "../timeline/TableRow.tsx";

function kindOf({ of, kind }: Row): string {
  if (kind === null) return "Agreement";
  return of === "session" ? "Session" : kindWord(kind);
}

function statusOf({ status, standing, disputed }: Row): string {
  const words = standing ? standingWords(standing) : status ? eventStatusWord(status) : "";
  return disputed ? `${words}, sources disagree` : words;
}

/** How the table names and draws events and agreements; the timeline's room knows neither. */
export const rowWords: RowWords = {
  kind: (row) =>
    row.kind && row.status ? (
      <span className="named">
        <EventMark kind={row.kind} status={row.status} level="LEADERS" disputed={row.disputed} />
        {kindOf(row)}
      </span>
    ) : (
      <span className="named">
        <AgreementMark /> {kindOf(row)}
      </span>
    ),
  title: (row) => (row.standing ? `${row.title} ${standingDeed(row.standing)}` : row.title),
  status: (row) => (
    <span className="named">
      {row.standing ? (
        <StatusGlyph of={row.standing} size={13} />
      ) : (
        row.status && (
          <EventStatusGlyph status={row.status} fixed={row.fixed} disputed={row.disputed} />
        )
      )}
      <span>{statusOf(row)}</span>
    </span>
  ),
  name: (row, field) => (field === "kind" ? kindOf(row) : statusOf(row)),
};
