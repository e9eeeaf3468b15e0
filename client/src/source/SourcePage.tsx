import { SourceDocument } from "../app/operations.gen.ts";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Icon } from "../page/Icon.tsx";
import { Missing } from "../page/Missing.tsx";
import { More } from "../page/More.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { edtfWords, plural, shortDay } from "../when/words.ts";
import { sourceKindWords } from "./kind.ts";
import { isGeneral } from "./numbers.ts";
import "../page/lines.css";

/** One source, and every report that rests on it. */
export default function SourcePage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(SourceDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.source?.title ?? read.data?.source?.publisher);
  return (
    <Reading read={read} what="The source">
      {({ source }) => {
        if (!source) return <Missing what="source" />;
        return (
          <article className="sheet-page narrow">
            <p className="quiet">{sourceKindWords(source)}</p>
            <h1 className="t-title">{source.title ?? source.publisher}</h1>
            <p className="page-lead">
              {source.title && `${source.publisher}. `}
              {source.publishedOn && `Published ${edtfWords(source.publishedOn)}. `}
              {source.description}
            </p>
            <p className="page-ways">
              {source.url ? (
                <a className="button" href={source.url} rel="noopener noreferrer">
                  <Icon name="out" /> Open at the publisher
                </a>
              ) : (
                <span className="second">
                  {isGeneral(source)
                    ? "This is general knowledge, not a publication: no page is cited for what rests on it."
                    : "No citable page is known."}
                </span>
              )}
              <HistoryLink of="source" slug={source.slug} />
            </p>
            <section className="page-section">
              <h2 className="t-section">
                {plural(source.reports.totalCount, "report")} rest on it
              </h2>
              <ul className="lines">
                {source.reports.nodes.map((report) => (
                  <li key={report.id}>
                    <span className="quiet">known {shortDay(report.knownOn)}</span>
                    <span>
                      {statusText(report.step ?? report.status)}
                      {report.when.edtf && `, ${report.when.text}`}.{" "}
                      <span className="quiet">{report.claimant}</span> {report.note}
                    </span>
                  </li>
                ))}
              </ul>
              <More shown={source.reports.nodes.length} of={source.reports.totalCount} />
            </section>
          </article>
        );
      }}
    </Reading>
  );
}

function statusText(status: string): string {
  const text = status.toLowerCase().replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
