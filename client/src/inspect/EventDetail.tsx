import { EventDocument } from "../app/operations.gen.ts";
import { AddToCalendar } from "../event/AddToCalendar.tsx";
import { EventBody } from "../event/EventBody.tsx";
import { entryOfEvent } from "../event/entry.ts";
import { Kicker } from "../event/Kicker.tsx";
import { EditButton } from "../page/EditButton.tsx";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";
import { Detail } from "./Detail.tsx";
import { Pane } from "./Pane.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

/** An event in the panel. */
export function EventDetail({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(EventDocument, { slug, asOf: known ?? null });
  return (
    <Detail read={read} what="event" find={(data) => data.event}>
      {(event) => (
        <Pane
          foot={
            <>
              <AddToCalendar entry={entryOfEvent(event, location.origin)} slug={event.slug} />
              <EditButton to={{ form: "event", event: event.slug }} shortcut="u">
                Update status
              </EditButton>
              <Link className="button bare panel-open" to={`/events/${event.slug}`}>
                Open the page
              </Link>
            </>
          }
        >
          <Kicker of={event} className="panel-kind" />
          <PanelHeading>{event.title}</PanelHeading>
          <EventBody event={event} brief />
        </Pane>
      )}
    </Detail>
  );
}
