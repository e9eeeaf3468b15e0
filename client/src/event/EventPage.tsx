import { EventDocument, type EventWholeFragment } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { timelineOf } from "../page/show.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { EventBody } from "./EventBody.tsx";
import { EventMark } from "./EventMark.tsx";
import { kindAndStatus } from "./words.ts";

/** The timeline of those who took part, around the event's day. */
function placeOnTimeline(event: EventWholeFragment): string {
  const forums = event.participants.flatMap(({ forum }) => (forum ? [forum.slug] : []));
  return timelineOf({
    countries: event.participants.flatMap(({ country }) => (country ? [country.code] : [])),
    forums: event.session ? [event.session.forum.slug, ...forums] : forums,
    agreements: event.agreements.map(({ agreement }) => agreement.slug),
    from: event.when.earliest,
    to: event.when.latest,
    sel: `event:${event.slug}`,
  });
}

/** One event on a page of its own. */
export default function EventPage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(EventDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.event?.title);
  return (
    <Reading read={read} what="The event">
      {({ event }) =>
        event ? (
          <article className="sheet-page narrow">
            <p className="event-kicker">
              <EventMark
                kind={event.kind}
                status={event.status}
                level={event.level}
                fixed={event.when.fixed}
                disputed={event.disputed}
              />
              {kindAndStatus(event.kind, event.status)}
            </p>
            <h1 className="t-title">{event.title}</h1>
            <p className="page-ways">
              <Link className="button" to={placeOnTimeline(event)}>
                Show on the timeline
              </Link>
            </p>
            <EventBody event={event} />
          </article>
        ) : (
          <Missing what="event" />
        )
      }
    </Reading>
  );
}
