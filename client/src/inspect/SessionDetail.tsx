import { ForumSessionsDocument } from "../app/operations.gen.ts";
import { AddToCalendar } from "../event/AddToCalendar.tsx";
import { Fact } from "../event/EventFacts.tsx";
import { EventMark } from "../event/EventMark.tsx";
import { entryOf } from "../event/entry.ts";
import { eventStatusWord } from "../event/words.ts";
import { modeWord } from "../forum/words.ts";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";
import { Cite } from "../source/Cite.tsx";
import { numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { Detail } from "./Detail.tsx";
import { Pane } from "./Pane.tsx";
import { PanelHeading } from "./PanelHeading.tsx";
import "../event/event.css";

/** A forum's session in the panel. */
export function SessionDetail({ slug, forum }: { slug: string; forum: string | null }) {
  const known = useKnown();
  const read = useRead(ForumSessionsDocument, { slug: forum ?? "", asOf: known ?? null });
  return (
    <Detail
      read={read}
      what="session"
      find={(data) => {
        const session = data.forum?.sessions.nodes.find((one) => one.slug === slug);
        return session && data.forum ? { session, forum: data.forum } : null;
      }}
    >
      {({ session, forum: of }) => {
        const numbers = numberSources(session.sources);
        const cite = <Cite sources={session.sources} numbers={numbers} most={2} />;
        return (
          <Pane
            foot={
              <AddToCalendar
                entry={entryOf(
                  {
                    ...session,
                    of: "session",
                    title: session.name,
                    place: session.place?.name,
                    summary: session.note,
                    sources: numbers.list,
                  },
                  `${location.origin}/forums/${of.slug}#${session.slug}`,
                )}
                slug={session.slug}
              />
            }
          >
            <p className="panel-kind">
              <EventMark kind="SUMMIT" status={session.status} fixed={session.when.fixed} />
              Session, {eventStatusWord(session.status).toLowerCase()}
            </p>
            <PanelHeading>{session.name}</PanelHeading>
            <div className="event-body">
              <dl className="facts">
                <Fact name="When">
                  <strong>{session.when.text}</strong>
                  {cite}
                </Fact>
                {session.place && (
                  <Fact name="Where">
                    {session.place.name}
                    {cite}
                  </Fact>
                )}
                <Fact name="Forum">
                  <Link to={`/forums/${of.slug}`}>{of.name}</Link>
                </Fact>
                {session.mode && session.mode !== "IN_PERSON" && (
                  <Fact name="How">{modeWord(session.mode)}</Fact>
                )}
                {session.theme && <Fact name="Theme">{session.theme}</Fact>}
              </dl>
              {session.note && <p className="second">{session.note}</p>}
              <SourceList numbers={numbers} />
            </div>
          </Pane>
        );
      }}
    </Detail>
  );
}
