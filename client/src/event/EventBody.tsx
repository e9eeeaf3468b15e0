import type { EventWholeFragment } from "../app/operations.gen.ts";
import { Ladder } from "../report/Ladder.tsx";
import { Rivals } from "../report/Rivals.tsx";
import { SourceList } from "../source/SourceList.tsx";
import { EventFacts } from "./EventFacts.tsx";
import { numbersOf } from "./numbers.ts";
import { eventStatusWord } from "./words.ts";
import "./event.css";

/** What is known of an event: its facts, what is open, how its date became known, and who says so. For its page; `brief` for the panel. */
export function EventBody({
  event,
  brief = false,
}: {
  event: EventWholeFragment;
  brief?: boolean;
}) {
  const numbers = numbersOf(event);
  return (
    <div className="event-body">
      {event.overdue && (
        <p className="overdue">
          It was to have happened by now, and nobody has said anything since.
        </p>
      )}
      <EventFacts event={event} numbers={numbers} />
      {event.summary && <p className="t-lead">{event.summary}</p>}
      {event.uncertainty && <p className="second">Open: {event.uncertainty}</p>}
      <Rivals
        rivals={event.rivalClaims}
        numbers={numbers}
        word={eventStatusWord as (status: string) => string}
        of="event"
        slug={event.slug}
      />
      <Ladder
        reports={event.reports.nodes}
        numbers={numbers}
        kind={event.kind}
        slug={brief ? undefined : event.slug}
      />
      <SourceList numbers={numbers} />
    </div>
  );
}
