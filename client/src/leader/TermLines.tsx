import type { TermLineFragment } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { Span } from "../when/Span.tsx";
import "../page/lines.css";

interface Props {
  terms: readonly TermLineFragment[];
  numbers: Numbered;
  /** Whether the lines name the holder; a leader's own page need not. */
  withHolder?: boolean;
}

/** Offices and their holders, one a line. */
export function TermLines({ terms, numbers, withHolder = false }: Props) {
  return (
    <ul className="lines">
      {terms.map((term) => (
        <li key={`${term.office.slug}${term.leader.slug}${term.from}`}>
          <Span from={term.from} to={term.to} />
          <span>
            {withHolder && (
              <>
                <Link className="plain strong" to={`/leaders/${term.leader.slug}`}>
                  {term.leader.name}
                </Link>
                ,{" "}
              </>
            )}
            {term.office.title}
            {term.how && <span className="quiet">, {term.how}</span>}
            <Cite sources={term.sources} numbers={numbers} most={2} />
          </span>
        </li>
      ))}
    </ul>
  );
}
