import type { EventLineFragment } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { capital } from "./EventFacts.tsx";
import { EventMark } from "./EventMark.tsx";
import { eventStatusWord } from "./words.ts";
import "./event.css";

/** Events one a line: when, what, how it stands. */
export function EventLines({ events }: { events: readonly EventLineFragment[] }) {
  return (
    <ul className="event-lines">
      {events.map((event) => (
        <li key={event.slug}>
          <span className="quiet">{capital(event.when.text)}</span>
          <Link className="plain" to={`/events/${event.slug}`}>
            <EventMark
              kind={event.kind}
              status={event.status}
              level={event.level}
              fixed={event.when.fixed}
              disputed={event.disputed}
            />
            {event.title}
          </Link>
          <span className="quiet">
            {event.disputed
              ? "Sources disagree"
              : event.status === "HELD"
                ? ""
                : eventStatusWord(event.status)}
            {event.overdue && ", overdue"}
          </span>
        </li>
      ))}
    </ul>
  );
}
