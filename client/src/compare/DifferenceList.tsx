import { useState } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { EventMark } from "../event/EventMark.tsx";
import { type Entry, fewOf, type List } from "./lists.ts";

/** So many lines of a long list show at first. */
const FEW = 3;

interface Props {
  list: List;
  /** An entry that must show, since the reader comes back to it. */
  from: string | null;
  onSelect: (id: string) => void;
}

/** One list of a comparison, with how many there are; of a long one the weightiest, and the rest on demand. */
export function DifferenceList({ list, from, onSelect }: Props) {
  const few = list.key === "unknown" ? fewOf(list.entries, FEW) : list.entries;
  const [all, setAll] = useState(
    () => list.entries.some(({ id }) => id === from) && few.every(({ id }) => id !== from),
  );
  const entries = all ? list.entries : few;
  const rest = list.entries.length - entries.length;
  return (
    <section className="difference" aria-labelledby={`difference-${list.key}`}>
      <h3 id={`difference-${list.key}`} className="t-ui strong">
        {list.heading} <span className="difference-count">{list.entries.length}</span>
      </h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" data-entry={entry.id} onClick={() => onSelect(entry.id)}>
              <Mark entry={entry} isNew={list.key !== "open" && list.key !== "withdrawn"} />
              <span className="difference-title">{entry.title}</span>
              <span className="difference-words">
                {list.key === "staged" && <Stages entry={entry} />}
                {entry.words}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="difference-more" onClick={() => setAll(true)}>
          {rest} more
        </button>
      )}
    </section>
  );
}

/** An event's mark, in violet when it says what was not known then; an agreement's glyph as it stands now. */
function Mark({ entry, isNew }: { entry: Entry; isNew: boolean }) {
  const { mark, stages } = entry;
  const stage = stages?.is ?? stages?.was;
  return (
    <span className="difference-mark" data-new={isNew && mark !== null}>
      {mark && <EventMark {...mark} fixed level="LEADERS" />}
      {stage && <StatusGlyph of={stage} size={14} />}
    </span>
  );
}

/** How an agreement's glyph moved. */
function Stages({ entry: { stages } }: { entry: Entry }) {
  if (!stages?.was || !stages.is) return null;
  const { was, is } = stages;
  if (was.status === is.status && was.ratified === is.ratified) return null;
  return (
    <span className="difference-stages">
      <StatusGlyph of={was} size={14} />
      <span aria-hidden="true">→</span>
      <StatusGlyph of={is} size={14} />
    </span>
  );
}
