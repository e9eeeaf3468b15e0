import { Ratification } from "../agreement/Ratification.tsx";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { StatusLine } from "../agreement/StatusLine.tsx";
import { StatusSwatch } from "../agreement/StatusSwatch.tsx";
import { standingWords, statusWord } from "../agreement/status.ts";
import { stillToRatify, tracksOf } from "../agreement/tracks.ts";
import { kindWords } from "../agreement/words.ts";
import { AgreementDocument, type AgreementWholeFragment } from "../app/operations.gen.ts";
import { EditButton } from "../page/EditButton.tsx";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";
import { Rivals } from "../report/Rivals.tsx";
import { Cite } from "../source/Cite.tsx";
import { type Numbered, numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { Detail } from "./Detail.tsx";
import { Pane } from "./Pane.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

/** An agreement in the panel: where it stands, its stages, rival claims, the sources of those. */
export function AgreementDetail({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(AgreementDocument, { slug, asOf: known ?? null });
  return (
    <Detail read={read} what="agreement" find={(data) => data.agreement}>
      {(agreement) => (
        <Pane
          foot={
            <>
              <Link className="button" to={`/agreements/${agreement.slug}`}>
                Open the agreement
              </Link>
              <EditButton to={{ form: "status", agreement: agreement.slug }} shortcut="u">
                Update status
              </EditButton>
            </>
          }
        >
          <p className="panel-kind">{kindWords(agreement)}</p>
          <PanelHeading>{agreement.shortTitle}</PanelHeading>
          <Body agreement={agreement} />
        </Pane>
      )}
    </Detail>
  );
}

function Body({ agreement }: { agreement: AgreementWholeFragment }) {
  const numbers = numberSources(
    ...agreement.stages.map((stage) => stage.report.sources),
    ...agreement.rivalClaims.map((rival) => rival.report.sources),
    ...(tracksOf(agreement)?.tracks ?? []).flatMap(({ steps }) =>
      steps.map((step) => step.report.sources),
    ),
  );
  return (
    <div className="event-body">
      <StatusLine agreement={agreement} numbers={numbers} />
      <Stages agreement={agreement} numbers={numbers} />
      <Next agreement={agreement} />
      <Rivals
        rivals={agreement.rivalClaims}
        numbers={numbers}
        word={statusWord as (status: string) => string}
        of="agreement"
        slug={agreement.slug}
      />
      <Ratification agreement={agreement} numbers={numbers} />
      <SourceList numbers={numbers} />
    </div>
  );
}

function Stages({ agreement, numbers }: { agreement: AgreementWholeFragment; numbers: Numbered }) {
  return (
    <section aria-labelledby="stages-heading">
      <h3 id="stages-heading" className="t-ui strong">
        Its life so far
      </h3>
      <div className="panel-pipeline">
        {agreement.stages.map((stage) => (
          <StatusSwatch key={`${stage.status}${stage.ratified}`} of={stage} wide />
        ))}
      </div>
      <ol className="panel-stages">
        {agreement.stages.map((stage) => (
          <li key={`${stage.status}${stage.ratified}`}>
            <StatusGlyph of={stage} size={14} />
            <span className="strong">{standingWords(stage)}</span>
            <span className="second">
              {stage.when.text}
              <Cite sources={stage.report.sources} numbers={numbers} most={2} />
              {stage.disputed && <span className="disputed-word"> disputed</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who has yet to ratify, and what is planned about it. Nothing where nothing is open. */
function Next({ agreement }: { agreement: AgreementWholeFragment }) {
  const waiting = stillToRatify(agreement);
  const planned = agreement.events.nodes.filter(
    (event) => (event.status === "EXPECTED" || event.status === "SCHEDULED") && !event.overdue,
  );
  if (waiting.length + planned.length === 0) return null;
  return (
    <section aria-labelledby="next-heading">
      <h3 id="next-heading" className="t-ui strong">
        What is next
      </h3>
      {waiting.length > 0 && (
        <p>Still to ratify: {new Intl.ListFormat("en-GB").format(waiting)}.</p>
      )}
      <ul>
        {planned.map((event) => (
          <li key={event.slug}>
            <Link to={`/events/${event.slug}`}>{event.title}</Link>{" "}
            <span className="quiet">{event.when.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
