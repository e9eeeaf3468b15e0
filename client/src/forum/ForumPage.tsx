import { ForumDocument, type SessionLineFragment } from "../app/operations.gen.ts";
import { capital } from "../event/EventFacts.tsx";
import { EventMark } from "../event/EventMark.tsx";
import { eventStatusWord } from "../event/words.ts";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { More } from "../page/More.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { Cite } from "../source/Cite.tsx";
import { type Numbered, numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { edtfWords } from "../when/words.ts";
import { MembershipLines } from "./MembershipLines.tsx";
import { forumKindWord, modeWord } from "./words.ts";
import "../event/event.css";

/** One forum: what it is, its sessions, its members. */
export default function ForumPage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(ForumDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.forum?.name);
  return (
    <Reading read={read} what="The forum">
      {({ forum }) => {
        if (!forum) return <Missing what="forum" />;
        const { sessions, memberships } = forum;
        const numbers = numberSources(
          ...sessions.nodes.map((session) => session.sources),
          ...memberships.nodes.map((membership) => membership.sources),
        );
        return (
          <article className="sheet-page">
            <p className="quiet">{forumKindWord(forum.kind)}</p>
            <h1 className="t-title">{forum.name}</h1>
            <p className="page-lead">
              {forum.founded && `Since ${edtfWords(forum.founded)}. `}
              {forum.note}
            </p>
            <p className="page-ways">
              <Link className="button" to={`/explore?lanes=;${forum.slug}`}>
                Show on the timeline
              </Link>
              <HistoryLink of="forum" slug={forum.slug} />
            </p>
            {sessions.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Sessions</h2>
                <ul className="event-lines">
                  {sessions.nodes.map((session) => (
                    <Session key={session.slug} session={session} numbers={numbers} />
                  ))}
                </ul>
                <More shown={sessions.nodes.length} of={sessions.totalCount} />
              </section>
            )}
            {memberships.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Members</h2>
                <MembershipLines memberships={memberships.nodes} numbers={numbers} of="country" />
                <More shown={memberships.nodes.length} of={memberships.totalCount} />
              </section>
            )}
            <div className="page-section">
              <SourceList numbers={numbers} />
            </div>
          </article>
        );
      }}
    </Reading>
  );
}

function Session({ session, numbers }: { session: SessionLineFragment; numbers: Numbered }) {
  return (
    <li id={session.slug}>
      <span className="quiet">{capital(session.when.text)}</span>
      <span className="session-name">
        <EventMark kind="SUMMIT" status={session.status} fixed={session.when.fixed} />
        <span>
          {session.name}
          {session.place && `, ${session.place.name}`}
          <Cite sources={session.sources} numbers={numbers} most={2} />
          <span className="quiet">
            {session.mode &&
              session.mode !== "IN_PERSON" &&
              ` ${modeWord(session.mode).toLowerCase()}`}
            {session.theme && ` “${session.theme}”`}
          </span>
        </span>
      </span>
      <span className="quiet">
        {session.status === "HELD" ? "" : eventStatusWord(session.status)}
      </span>
    </li>
  );
}
