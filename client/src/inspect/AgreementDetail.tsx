import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { numbersOf, StatusLine } from "../agreement/StatusLine.tsx";
import { standingWords, statusWord } from "../agreement/status.ts";
import { kindWords } from "../agreement/words.ts";
import {
  AgreementDocument,
  type AgreementStatus,
  type AgreementWholeFragment,
} from "../app/operations.gen.ts";
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
            <Link className="button" to={`/agreements/${agreement.slug}`}>
              Open the agreement
            </Link>
          }
        >
          <p className="panel-kind">{kindWords(agreement)}</p>
          <PanelHeading>{agreement.title}</PanelHeading>
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
  );
  return (
    <div className="event-body">
      <StatusLine agreement={agreement} numbers={numbers} />
      <Stages agreement={agreement} numbers={numbers} />
      <Rivals
        rivals={agreement.rivalClaims}
        numbers={numbers}
        word={(status) => statusWord(status as AgreementStatus)}
      />
      <p className="panel-more">
        <Link to={`/agreements/${agreement.slug}`}>
          Ratification by party and all {numbersOf(agreement).list.length} sources
        </Link>
      </p>
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
