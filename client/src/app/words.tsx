import { AgreementMark } from "../agreement/AgreementMark.tsx";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { standingDeed, standingWords } from "../agreement/status.ts";
import { EventMark } from "../event/EventMark.tsx";
import { eventStatusWord, kindWord } from "../event/words.ts";
import type { RowWords } from "../timeline/Table.tsx";

/** How the table names and draws events and agreements; the timeline's room knows neither. */
export const rowWords: RowWords = {
  kind: (row) =>
    row.kind && row.status ? (
      <span className="named">
        <EventMark kind={row.kind} status={row.status} level="LEADERS" disputed={row.disputed} />
        {row.of === "session" ? "Session" : kindWord(row.kind)}
      </span>
    ) : (
      <span className="named">
        <AgreementMark /> Agreement
      </span>
    ),
  title: (row) => (row.standing ? `${row.title} ${standingDeed(row.standing)}` : row.title),
  status: (row) => {
    if (row.standing) {
      return (
        <span className="named">
          <StatusGlyph of={row.standing} size={13} /> {standingWords(row.standing)}
          {row.disputed && ", sources disagree"}
        </span>
      );
    }
    return row.status && <span className="named">{eventStatusWord(row.status)}</span>;
  },
};
