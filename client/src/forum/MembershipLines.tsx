import type { MembershipLineFragment } from "../app/operations.gen.ts";
import { CountryLink } from "../country/Monogram.tsx";
import { Link } from "../page/Link.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { Span } from "../when/Span.tsx";
import { roleWord } from "./words.ts";
import "../page/lines.css";

interface Props {
  memberships: readonly MembershipLineFragment[];
  numbers: Numbered;
  /** Which side the lines name: the forum on a country's page, the country on a forum's. */
  of: "forum" | "country";
}

/** Memberships one a line: since when, who or where, in what capacity. */
export function MembershipLines({ memberships, numbers, of }: Props) {
  return (
    <ul className="lines">
      {memberships.map((one) => (
        <li key={`${one.forum.slug}${one.country.code}${one.role}${one.from}`}>
          <Span from={one.from} to={one.to} />
          <span>
            {of === "forum" ? (
              <Link className="plain strong" to={`/forums/${one.forum.slug}`}>
                {one.forum.shortName}
              </Link>
            ) : (
              <CountryLink code={one.country.code} name={one.country.name} />
            )}
            , {roleWord(one.role).toLowerCase()}
            <Cite sources={one.sources} numbers={numbers} most={2} />
            {one.note && <span className="quiet"> {one.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
