import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Cite } from "../source/Cite.tsx";
import { type Numbered, numberSources } from "../source/numbers.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { colourOf, lookOf, standingWords } from "./status.ts";
import { sinceWords } from "./words.ts";
import "./agreement.css";

/** The numbers of an agreement's sources: stage by stage, then the rival claims', then report by report. */
export function numbersOf(agreement: AgreementWholeFragment): Numbered {
  return numberSources(
    ...agreement.stages.map((stage) => stage.report.sources.slice(0, 2)),
    ...agreement.rivalClaims.map((rival) => rival.report.sources),
    ...agreement.reports.nodes.map((report) => report.sources),
  );
}

/** Where it stands, since when and by whom; that sources disagree, where they do. */
export function StatusLine({
  agreement,
  numbers,
}: {
  agreement: AgreementWholeFragment;
  numbers: Numbered;
}) {
  const last = agreement.stages.at(-1);
  return (
    <p className="status-line">
      <StatusGlyph of={agreement} size={20} />
      <strong style={{ color: colourOf(lookOf(agreement)) }}>
        {sinceWords(agreement.status, standingWords(agreement), agreement.when.text)}
      </strong>
      {last && <Cite sources={last.report.sources} numbers={numbers} most={2} />}
      {agreement.duration && <span className="quiet">{agreement.duration}</span>}
      {agreement.disputed && (
        <a className="status-disputed" href="#rivals-heading">
          <Icon name="warning" size={15} /> Sources disagree
        </a>
      )}
    </p>
  );
}
