import type { EventWholeFragment } from "../app/operations.gen.ts";
import { Ladder } from "../report/Ladder.tsx";
import { Rivals } from "../report/Rivals.tsx";
import type { Numbered } from "../source/numbers.ts";
import { numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { EventFacts, mainSources } from "./EventFacts.tsx";
import { eventStatusWord } from "./words.ts";
import "./event.css";

/** The numbers of an event's sources: those of its own facts first, then report by report, then the rival claims'. */
export function numbersOf(event: EventWholeFragment): Numbered {
  return numberSources(
    mainSources(event),
    ...event.reports.nodes.map((report) => report.sources),
    ...event.rivalClaims.map((rival) => rival.report.sources),
  );
}

/** What is known of an event: its facts, what is open, how its date became known, and who says so. For the panel and for its page. */
export function EventBody({ event }: { event: EventWholeFragment }) {
  const numbers = numbersOf(event);
  return (
    <div className="event-body">
      {event.overdue && (
        <p className="overdue">
          It was to have happened by now, and nobody has said anything since.
        </p>
      )}
      <EventFacts event={event} numbers={numbers} />
      {event.summary && <p className="t-lead event-summary">{event.summary}</p>}
      {event.uncertainty && <p className="second event-open">Open: {event.uncertainty}</p>}
      <Rivals
        rivals={event.rivalClaims}
        numbers={numbers}
        word={(status) => eventStatusWord(status as EventWholeFragment["status"])}
      />
      <Ladder reports={event.reports.nodes} numbers={numbers} kind={event.kind} />
      <SourceList numbers={numbers} />
    </div>
  );
}
