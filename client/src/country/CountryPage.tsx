import { AgreementLines } from "../agreement/AgreementLines.tsx";
import { CountryDocument } from "../app/operations.gen.ts";
import { EventLines } from "../event/EventLines.tsx";
import { MembershipLines } from "../forum/MembershipLines.tsx";
import { TermLines } from "../leader/TermLines.tsx";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { More } from "../page/More.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { Monogram } from "./Monogram.tsx";

/** One country: who governs it, what it belongs to, what it agreed, what it took part in. */
export default function CountryPage({ slug: code }: { slug: string }) {
  const known = useKnown();
  const read = useRead(CountryDocument, { code, asOf: known ?? null });
  useTitle(read.data?.country?.name);
  return (
    <Reading read={read} what="The country">
      {({ country }) => {
        if (!country) return <Missing what="country" />;
        const { offices, memberships, agreements, events } = country;
        const numbers = numberSources(
          ...offices.nodes.map((term) => term.sources),
          ...memberships.nodes.map((membership) => membership.sources),
        );
        return (
          <article className="sheet-page">
            <Monogram code={country.code} />
            <h1 className="t-title">{country.name}</h1>
            <p className="page-lead">
              {country.officialName}.{country.capital && ` Capital: ${country.capital.name}.`}{" "}
              {country.note}
            </p>
            <p className="page-ways">
              <Link className="button" to={`/explore?lanes=${country.code}`}>
                Show on the timeline
              </Link>
              <HistoryLink of="country" slug={country.slug} code={country.code} />
            </p>
            {offices.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Offices</h2>
                <TermLines terms={offices.nodes} numbers={numbers} withHolder />
                <More shown={offices.nodes.length} of={offices.totalCount} />
              </section>
            )}
            {agreements.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Agreements</h2>
                <AgreementLines agreements={agreements.nodes} />
              </section>
            )}
            {memberships.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Forums</h2>
                <MembershipLines memberships={memberships.nodes} numbers={numbers} of="forum" />
              </section>
            )}
            {events.nodes.length > 0 && (
              <section className="page-section">
                <h2 className="t-section">Events</h2>
                <EventLines events={events.nodes} />
                <More shown={events.nodes.length} of={events.totalCount} />
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
