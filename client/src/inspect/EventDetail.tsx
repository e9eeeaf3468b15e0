import { EventDocument } from "../app/operations.gen.ts";
import { EventBody } from "../event/EventBody.tsx";
import { EventMark } from "../event/EventMark.tsx";
import { kindAndStatus } from "../event/words.ts";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";
import { Detail } from "./Detail.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

/** An event in the panel. */
export function EventDetail({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(EventDocument, { slug, asOf: known ?? null });
  return (
    <Detail read={read} what="event" find={(data) => data.event}>
      {(event) => (
        <>
          <p className="panel-kind">
            <EventMark
              kind={event.kind}
              status={event.status}
              level={event.level}
              fixed={event.when.fixed}
              disputed={event.disputed}
            />
            {kindAndStatus(event.kind, event.status)}
          </p>
          <PanelHeading>{event.title}</PanelHeading>
          <EventBody event={event} />
          <p className="panel-more">
            <Link to={`/events/${event.slug}`}>Its own page</Link>
          </p>
        </>
      )}
    </Detail>
  );
}
