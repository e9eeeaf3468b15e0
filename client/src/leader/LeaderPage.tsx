import { LeaderDocument } from "../app/operations.gen.ts";
import { CountryLink } from "../country/Monogram.tsx";
import { EventLines } from "../event/EventLines.tsx";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Missing } from "../page/Missing.tsx";
import { More } from "../page/More.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { edtfWords } from "../when/words.ts";
import { TermLines } from "./TermLines.tsx";

/** One leader: other spellings, offices, and the events the person takes part in. */
export default function LeaderPage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(LeaderDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.leader?.name);
  return (
    <Reading read={read} what="The leader">
      {({ leader }) => {
        if (!leader) return <Missing what="leader" />;
        const numbers = numberSources(...leader.offices.nodes.map((term) => term.sources));
        return (
          <article className="sheet-page">
            {leader.country && <CountryLink {...leader.country} />}
            <h1 className="t-title">{leader.name}</h1>
            <p className="page-lead">
              {leader.born && `Born ${edtfWords(leader.born)}. `}
              {leader.died && `Died ${edtfWords(leader.died)}. `}
              {leader.alsoKnownAs.length > 0 && (
                <>
                  Also written{" "}
                  {leader.alsoKnownAs.map((name, index) => (
                    <bdi key={name}>
                      {index > 0 && ", "}
                      {name}
                    </bdi>
                  ))}
                  .{" "}
                </>
              )}
              {leader.note}
            </p>
            <p className="page-ways">
              <HistoryLink of="leader" slug={leader.slug} />
            </p>
            <section className="page-section">
              <h2 className="t-section">Offices</h2>
              <TermLines terms={leader.offices.nodes} numbers={numbers} />
            </section>
            <section className="page-section">
              <h2 className="t-section">Events</h2>
              <EventLines events={leader.events.nodes} />
              <More shown={leader.events.nodes.length} of={leader.events.totalCount} />
            </section>
            <div className="page-section">
              <SourceList numbers={numbers} />
            </div>
          </article>
        );
      }}
    </Reading>
  );
}
