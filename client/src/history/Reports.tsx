import { useEffect } from "react";
import type {
  HistoryReportFragment,
  HistoryReportsQuery,
  HistoryReportsQueryVariables,
} from "../app/operations.gen.ts";
import { EditButton } from "../page/EditButton.tsx";
import { onSaved } from "../page/renew.ts";
import { useAsk } from "../page/useAsk.ts";
import { shortDay } from "../when/words.ts";
import { Publications } from "./Publications.tsx";
import question from "./reports.graphql?raw";
import { reportWords } from "./words.ts";

interface Props {
  of: "agreement" | "event";
  slug: string;
}

/** The reports that came as some of many, with a load or an import: no change above is theirs alone, so they are taken back from here. */
export function Reports({ of, slug }: Props) {
  const { data, again } = useAsk<HistoryReportsQuery, HistoryReportsQueryVariables>(question, {
    slug,
    agreement: of === "agreement",
    event: of === "event",
  });
  useEffect(() => onSaved(again), [again]);
  const reports = (data?.agreement ?? data?.event)?.reports;
  const rows = reports?.nodes.filter(({ change }) => change === null) ?? [];
  if (!reports || rows.length === 0) return null;
  return (
    <section className="record-reports" aria-labelledby="record-reports">
      <h2 id="record-reports" className="t-ui strong">
        Reports that came with a load or an import
      </h2>
      {reports.totalCount > reports.nodes.length && (
        <p className="quiet">Of the first {reports.nodes.length} reports.</p>
      )}
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">Known from</th>
            <th scope="col">What it says</th>
            <th scope="col">Who says so</th>
            <th scope="col">Note</th>
            <td className="end" />
          </tr>
        </thead>
        <tbody>
          {rows.map((report) => (
            <Row key={report.id} report={report} of={of} slug={slug} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ report, ...about }: Props & { report: HistoryReportFragment }) {
  const { id, knownOn, claimant, note, retracted, sources } = report;
  const words = reportWords(report);
  return (
    <tr data-retracted={retracted}>
      <td className="record-when">
        <time dateTime={knownOn}>{shortDay(knownOn)}</time>
      </td>
      <th scope="row">
        <span className="record-said">{words}</span>
        {retracted && <span className="quiet"> Taken back</span>}
      </th>
      <td className="record-why">
        {sources.every(({ publisher }) => publisher !== claimant) && `${claimant}. `}
        <Publications sources={sources} />
      </td>
      <td className="record-what">{note}</td>
      <td className="record-place end">
        {!retracted && (
          <EditButton to={{ form: "back", ...about, report: id }} className="undo-link">
            Take back <span className="away">{words}</span>
          </EditButton>
        )}
      </td>
    </tr>
  );
}
