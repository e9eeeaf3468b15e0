import { LeadersDocument, type LeadersQuery } from "../app/operations.gen.ts";
import { CountryLink } from "../country/Monogram.tsx";
import { Link } from "../page/Link.tsx";
import { NextPage } from "../page/NextPage.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { usePages } from "../page/usePages.ts";
import "../page/lines.css";

type Leader = LeadersQuery["leaders"]["nodes"][number];

/** All leaders, by country, with the office held last. */
export default function LeaderList() {
  const known = useKnown();
  const read = usePages(LeadersDocument, { asOf: known ?? null }, (data) => data.leaders);
  useTitle("Leaders");
  return (
    <Reading read={read} what="The leaders">
      {({ nodes, totalCount }) => (
        <div className="sheet-page">
          <h1 className="t-title">Leaders</h1>
          <p className="page-lead">
            {totalCount} people who act for countries and forums. Every event shows the office held
            on that day.
          </p>
          {byCountry(nodes).map(([country, people]) => (
            <section key={country?.code ?? "none"} className="page-section">
              <h2 className="t-section">
                {country ? <CountryLink {...country} /> : "For no country"}
              </h2>
              <ul className="lines">
                {people.map((leader) => (
                  <li key={leader.slug}>
                    <Link className="plain strong" to={`/leaders/${leader.slug}`}>
                      {leader.name}
                    </Link>
                    <span className="quiet">{lastOffice(leader)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <NextPage read={read} />
        </div>
      )}
    </Reading>
  );
}

function lastOffice(leader: Leader): string {
  const term = leader.offices.nodes[0];
  if (!term) return "";
  return term.to === null ? term.title : `formerly ${term.title}`;
}

/** Leaders by country, the country with most of them first. */
function byCountry(leaders: readonly Leader[]): [Leader["country"], Leader[]][] {
  const groups = new Map<string, [Leader["country"], Leader[]]>();
  for (const leader of leaders) {
    const key = leader.country?.code ?? "";
    const group = groups.get(key) ?? [leader.country, []];
    group[1].push(leader);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b[1].length - a[1].length);
}
