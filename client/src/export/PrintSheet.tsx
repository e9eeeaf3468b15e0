import { Fragment } from "react";
import { standingDeed } from "../agreement/status.ts";
import type { Row } from "../timeline/rows.ts";
import { edtfWords, shortDay } from "../when/words.ts";
import type { Cited, Numbered } from "./sources.ts";

interface Props {
  /** The drawing as SVG text. */
  svg: string;
  /** The facts, under their headings. */
  parts: { heading: string; facts: Numbered[] }[];
  sources: Cited[];
  /** Said in the sources' place where they could not be had. */
  without: string | null;
}

/** A view on paper: the drawing on a page of its own, then its facts with their sources by number. */
export function PrintSheet({ svg, parts, sources, without }: Props) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, with every text escaped */}
      <div className="print-drawing" dangerouslySetInnerHTML={{ __html: svg }} />
      {parts
        .filter(({ facts }) => facts.length > 0)
        .map(({ heading, facts }) => (
          <Fragment key={heading}>
            <h2>{heading}</h2>
            <ul className="print-columns">
              {facts.map(({ row, numbers }) => (
                <li key={`${row.key} ${row.start} ${row.knownFrom}`}>
                  <span>{row.whenText}</span> {titleOf(row)}
                  {numbers.length > 0 && <sup> {numbers.join(", ")}</sup>}
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      {without === null ? sources.length > 0 && <h2>Sources</h2> : <p>{without}</p>}
      <ol className="print-columns">
        {sources.map((source) => (
          <li key={source.slug}>
            <b>{source.publisher}</b>
            {source.title && `, ${source.title}`}
            {source.publishedOn && `, ${dateOf(source.publishedOn)}`}
            {source.url && <span> {source.url}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function titleOf(row: Row): string {
  return row.standing ? `${row.title} ${standingDeed(row.standing)}` : row.title;
}

function dateOf(edtf: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(edtf) ? shortDay(edtf) : edtfWords(edtf, "short");
}
