import { EventDocument, type EventWholeFragment } from "../app/operations.gen.ts";
import { CopyLink } from "../page/CopyLink.tsx";
import { EditButton } from "../page/EditButton.tsx";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { timelineOf } from "../page/show.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { AddToCalendar } from "./AddToCalendar.tsx";
import { EventBody } from "./EventBody.tsx";
import { entryOfEvent } from "./entry.ts";
import { Kicker } from "./Kicker.tsx";
import { Neighbours } from "./Neighbours.tsx";

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
            <div className="event-head">
              <Kicker of={event} className="event-kicker" />
              <Neighbours event={event} />
            </div>
            <h1 className="t-title">{event.title}</h1>
            <p className="page-ways">
              <Link className="button" to={placeOnTimeline(event)}>
                Show on the timeline
              </Link>
              <EditButton to={{ form: "event", event: event.slug }} shortcut="u">
                Update status
              </EditButton>
              <CopyLink />
              <AddToCalendar entry={entryOfEvent(event, location.origin)} slug={event.slug} />
              <HistoryLink of="event" slug={event.slug} />
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
