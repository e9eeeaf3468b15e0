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
      <StatusGlyph of={agreement} size={22} />
      <strong style={{ color: colourOf(lookOf(agreement)) }}>
        {sinceWords(agreement.status, standingWords(agreement), agreement.when.text)}
      </strong>
      {last && <Cite sources={last.report.sources} numbers={numbers} most={2} />}
      {agreement.duration && <span className="quiet">{agreement.duration}</span>}
      {agreement.disputed && (
        <a className="status-disputed" href="#rivals-heading">
          <Icon name="warning" size={15} /> {disagreement(agreement.rivalClaims)}
        </a>
      )}
    </p>
  );
}

/** `One source gives an earlier date`, where that is what the disagreement is about. */
function disagreement(rivals: AgreementWholeFragment["rivalClaims"]): string {
  const shown = rivals.find((rival) => rival.shown);
  const others = rivals.filter((rival) => !rival.shown);
  const [other] = others;
  const mine = shown?.when.earliest;
  const theirs = other?.when.latest;
  if (others.length !== 1 || !mine || !theirs || shown.status !== other.status || mine === theirs)
    return "Sources disagree";
  return `One source gives ${theirs < mine ? "an earlier" : "a later"} date`;
}
