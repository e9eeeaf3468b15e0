import { AgreementDocument, type AgreementWholeFragment } from "../app/operations.gen.ts";
import { EventLines } from "../event/EventLines.tsx";
import { EditButton } from "../page/EditButton.tsx";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { timelineOf } from "../page/show.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { Rivals } from "../report/Rivals.tsx";
import { SourceList } from "../source/SourceList.tsx";
import { History } from "./History.tsx";
import { Pipeline } from "./Pipeline.tsx";
import { Ratification } from "./Ratification.tsx";
import { numbersOf, StatusLine } from "./StatusLine.tsx";
import { statusWord } from "./status.ts";
import { kindWords } from "./words.ts";

/** One agreement: where it stands, its life in stages, each party's ratification to scale, every report, and the sources. */
export default function AgreementPage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(AgreementDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.agreement?.shortTitle);
  return (
    <Reading read={read} what="The agreement">
      {({ agreement }) =>
        agreement ? <Whole agreement={agreement} /> : <Missing what="agreement" />
      }
    </Reading>
  );
}

function Whole({ agreement }: { agreement: AgreementWholeFragment }) {
  const numbers = numbersOf(agreement);
  return (
    <article className="sheet-page">
      <div className="agreement-head">
        <p className="t-ui quiet">
          <Link className="plain" to="/agreements">
            Agreements
          </Link>
          , <Parties parties={agreement.parties} />
        </p>
        <EditButton to={{ form: "step", agreement: agreement.slug }}>
          Record a party’s step
        </EditButton>
        <EditButton to={{ form: "status", agreement: agreement.slug }} shortcut="u">
          Update status
        </EditButton>
      </div>
      <h1 className="t-title">{agreement.title}</h1>
      <StatusLine agreement={agreement} numbers={numbers} />
      <Pipeline stages={agreement.stages} numbers={numbers} duration={agreement.duration ?? null} />
      <Rivals
        rivals={agreement.rivalClaims}
        numbers={numbers}
        word={statusWord as (status: string) => string}
        of="agreement"
        slug={agreement.slug}
      />
      <Ratification agreement={agreement} numbers={numbers} />
      <History agreement={agreement} numbers={numbers} />
      <About agreement={agreement} />
      {agreement.events.nodes.length > 0 && (
        <section className="page-section" aria-labelledby="events">
          <h2 id="events" className="t-ui strong">
            Events about it
          </h2>
          <EventLines events={agreement.events.nodes} />
        </section>
      )}
      <div className="page-section">
        <SourceList numbers={numbers} />
      </div>
    </article>
  );
}

function Parties({ parties }: { parties: AgreementWholeFragment["parties"] }) {
  return parties.slice(0, 8).map((party, index) => (
    <span key={party.key}>
      {index > 0 && (index === Math.min(parties.length, 8) - 1 ? " and " : ", ")}
      <Link
        className="plain"
        to={
          party.entity.__typename === "Country" ? `/countries/${party.key}` : `/forums/${party.key}`
        }
      >
        {party.name}
      </Link>
    </span>
  ));
}

/** The timeline of its parties, over its whole life so far. */
function placeOnTimeline(agreement: AgreementWholeFragment): string {
  const keys = (type: "Country" | "Forum") =>
    agreement.parties.filter((party) => party.entity.__typename === type).map((party) => party.key);
  const days = agreement.stages.flatMap(({ when }) => when.earliest ?? when.latest ?? []);
  return timelineOf({
    countries: keys("Country"),
    forums: keys("Forum"),
    agreements: [agreement.slug],
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    sel: `agreement:${agreement.slug}`,
  });
}

/** What sort of text it is, other names, what it replaced, and the way to the timeline. */
function About({ agreement }: { agreement: AgreementWholeFragment }) {
  const { supersedes, supersededBy } = agreement;
  return (
    <section className="page-section" aria-labelledby="about">
      <h2 id="about" className="t-ui strong">
        About the text
      </h2>
      <p>
        {kindWords(agreement)}
        {agreement.subject && `, on ${agreement.subject}`}.{" "}
        {agreement.requiresRatification ? "It needs ratification." : "It needs no ratification."}{" "}
        {agreement.aliases.length > 0 && `Also called ${agreement.aliases.join("; ")}. `}
        {agreement.note}
      </p>
      {supersedes && (
        <p>
          It replaces the <Link to={`/agreements/${supersedes.slug}`}>{supersedes.shortTitle}</Link>
          .
        </p>
      )}
      {supersededBy && (
        <p>
          It was replaced by the{" "}
          <Link to={`/agreements/${supersededBy.slug}`}>{supersededBy.shortTitle}</Link>.
        </p>
      )}
      <p className="page-ways">
        <Link className="button" to={placeOnTimeline(agreement)}>
          Show on the timeline
        </Link>
        <HistoryLink of="agreement" slug={agreement.slug} count={agreement.changes.totalCount} />
        <EditButton to="/desk/new">Record an event</EditButton>
      </p>
    </section>
  );
}
