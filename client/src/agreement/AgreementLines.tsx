import type { AgreementLineFragment } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { standingWords } from "./status.ts";
import { sinceWords } from "./words.ts";
import "../page/lines.css";

/** Agreements one a line: how each stands and since when, its title, its parties. */
export function AgreementLines({ agreements }: { agreements: readonly AgreementLineFragment[] }) {
  return (
    <ul className="lines wide">
      {agreements.map((agreement) => (
        <li key={agreement.slug}>
          <span className="standing">
            <StatusGlyph of={agreement} size={14} />
            <span>
              {sinceWords(agreement.status, standingWords(agreement), agreement.when.text)}
              {agreement.disputed && <span className="disputed-word"> disputed</span>}
            </span>
          </span>
          <span>
            <Link className="plain strong" to={`/agreements/${agreement.slug}`}>
              {agreement.shortTitle}
            </Link>
            {agreement.title !== agreement.shortTitle && (
              <span className="quiet"> {agreement.title}</span>
            )}
          </span>
          <span className="quiet">{partiesWords(agreement.parties)}</span>
        </li>
      ))}
    </ul>
  );
}

function partiesWords(parties: AgreementLineFragment["parties"]): string {
  const names = parties.map((party) => party.name);
  return names.length > 4
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");
}
