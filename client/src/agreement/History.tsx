import type { AgreementStatus, AgreementWholeFragment } from "../app/operations.gen.ts";
import { useMarked } from "../page/desk.ts";
import { EditButton } from "../page/EditButton.tsx";
import { Icon } from "../page/Icon.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { edtfWords, shortDay } from "../when/words.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { statusWord } from "./status.ts";
import { stepWords } from "./words.ts";

type Report = AgreementWholeFragment["reports"]["nodes"][number];

/** Every report about the agreement, the latest effect first: when it took effect, what it claims, why, who says so, when it was known. */
export function History({
  agreement,
  numbers,
}: {
  agreement: AgreementWholeFragment;
  numbers: Numbered;
}) {
  const rivals = new Set(
    agreement.rivalClaims.filter((one) => !one.shown).map((one) => one.report.id),
  );
  const edited = agreement.reports.nodes.some(({ change }) => change);
  const marked = useMarked();
  // Of the same effect, what was recorded last.
  const rows = agreement.reports.nodes
    .toReversed()
    .toSorted((a, b) => effect(b).localeCompare(effect(a)));
  return (
    <section className="page-section" aria-labelledby="history">
      <h2 id="history" className="t-ui strong">
        History
      </h2>
      <div className="history-scroll">
        <table className="history">
          <thead>
            <tr>
              <th scope="col">In effect</th>
              <th scope="col">Change</th>
              <th scope="col">Why</th>
              <th scope="col">Known from</th>
              <th scope="col">Source</th>
              {edited && <th scope="col">Editor</th>}
              {edited && <th scope="col">Version</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((report) => (
              <tr
                key={report.id}
                data-retracted={report.retracted}
                data-marked={marked !== null && report.change?.version === marked}
              >
                <td>
                  {report.when.edtf !== null
                    ? edtfWords(report.when.edtf, "short")
                    : report.act === "CLAIM" && report.when.text}
                </td>
                <th scope="row">
                  <Change report={report} rival={rivals.has(report.id)} />
                </th>
                <td>
                  {why(report)}
                  {report.uncertainty && (
                    <span className="quiet">
                      {/[.?]$/.test(why(report)) ? " " : ". "}
                      {report.uncertainty}
                    </span>
                  )}
                </td>
                <td className="quiet">
                  {shortDay(report.knownOn)}
                  {report.knownOnBasis === "EVENT_DAY" && (
                    <abbr title="No publication day is known; the day of the fact itself">*</abbr>
                  )}
                </td>
                <td>
                  <Cite sources={report.sources} numbers={numbers} />{" "}
                  <EditButton to={{ of: "agreement", slug: agreement.slug, report }} />
                </td>
                {edited && <td>{report.change?.by}</td>}
                {edited && <td className="version">{report.change?.version}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function effect(report: Report): string {
  return report.when.earliest ?? report.when.latest ?? report.knownOn;
}

function Change({ report, rival }: { report: Report; rival: boolean }) {
  const status = report.status as AgreementStatus;
  if (report.act !== "CLAIM")
    return <span>{report.act === "RETRACTION" ? "Retracted" : "Preferred"}</span>;
  if (rival) {
    return (
      <span className="change disputed">
        <Icon name="warning" size={14} /> Disputed: {statusWord(status).toLowerCase()}
      </span>
    );
  }
  const bare = report.step === null || !report.moves ? report.step : null;
  return (
    <span className="change" data-moves={report.moves}>
      {report.moves ? <StatusGlyph of={{ status, ratified: 0, mustRatify: 0 }} size={14} /> : <i />}
      {bare ? stepWords(bare) : statusWord(status)}
    </span>
  );
}

/** Who acted and what is noted: `Russia, State Duma. …`; who claims it, unless that is said already. What an editor decided is theirs. */
function why(report: Report): string {
  if (report.act !== "CLAIM") return report.note ?? "";
  const who = [report.parties.map((party) => party.name).join(", "), report.body]
    .filter(Boolean)
    .join(", ");
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const said = new Set(words(`${who} ${report.note}`));
  const claim = words(report.claimant).every((word) => said.has(word))
    ? ""
    : `according to ${report.claimant}`;
  const text = [[who, claim].filter(Boolean).join(", "), report.note].filter(Boolean).join(". ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
