import type { DeskNeedQuery, DeskNeedQueryVariables } from "../app/operations.gen.ts";
import { Busy } from "../page/Busy.tsx";
import { Fresh } from "../page/Fresh.tsx";
import { Link } from "../page/Link.tsx";
import { Trouble } from "../page/Trouble.tsx";
import { HomeLines } from "./HomeLines.tsx";
import { HomeNarrow } from "./HomeNarrow.tsx";
import {
  addressOf,
  chosenOf,
  fileOf,
  filterOf,
  NEEDS,
  type Need,
  PAGE,
  type Shown,
} from "./home.ts";
import question from "./need.graphql?raw";
import { todayOf } from "./said.ts";
import { useHome } from "./useHome.ts";

/** One need, page by page. */
export function HomeNeed({ need, shown }: { need: Need; shown: Shown }) {
  const { of, after } = shown;
  const today = todayOf(Date.now());
  const filter = filterOf(need, shown, today);
  const file = need === "undecided" || need === "general" ? fileOf(need, of, shown, today) : null;
  const isAwaited = file === null;
  const read = useHome<DeskNeedQuery, DeskNeedQueryVariables>(question, {
    upcoming: isAwaited,
    events: !isAwaited && of === "events",
    agreements: of === "agreements",
    ...(of === "events" ? { of: filter } : { ofAgreements: filter }),
    order: need === "unchecked" ? "HEARD" : "DUE",
    first: PAGE,
    after,
    ...chosenOf(shown),
  });
  const { data, failure, again } = read;
  const isNarrow = shown.country !== null || shown.forum !== null;
  const page = data?.upcoming ?? data?.events ?? data?.agreements;
  const { name, rule, none, of: lists } = NEEDS[need];
  return (
    <>
      <HomeNarrow shown={shown} of={data} loading={read.loading} />
      <section
        className="page-section desk-need"
        aria-busy={read.loading}
        aria-labelledby="desk-need"
      >
        <h2 id="desk-need" className="t-section">
          {name} {page && <span className="quiet">{page.totalCount}</span>}
        </h2>
        <p className="quiet desk-rule">{rule}</p>
        {lists.length > 1 && (
          <nav className="desk-lists" aria-label="Of what">
            {lists.map((each) => (
              <Link
                key={each}
                to={addressOf(shown, { of: each })}
                exact
                aria-current={each === of ? "true" : undefined}
              >
                {each === "events" ? "Events" : "Agreements"}
              </Link>
            ))}
          </nav>
        )}
        {file && (
          <p className="page-ways">
            <a className="button" href={file}>
              Save as CSV
            </a>
          </p>
        )}
        {failure && (
          <Trouble
            what="The list"
            failure={failure}
            safe={page ? "What you see was loaded before." : ""}
            again={again}
          />
        )}
        {page === undefined
          ? !failure && <Busy what="the list" />
          : page && (
              <>
                {page.nodes.length === 0 ? (
                  <p className="desk-none">
                    {after !== null
                      ? "Nothing comes after that."
                      : isNarrow
                        ? "Nothing here, of those chosen."
                        : none}
                  </p>
                ) : (
                  <HomeLines need={need} lines={page.nodes} />
                )}
                {(page.pageInfo.hasNextPage || after !== null) && (
                  <nav className="page-ways" aria-label="Pages">
                    {after !== null && (
                      <Link className="button" to={addressOf(shown)} exact>
                        Back to the first
                      </Link>
                    )}
                    {page.pageInfo.hasNextPage && (
                      <Link
                        className="button"
                        to={addressOf(shown, { after: page.pageInfo.endCursor ?? null })}
                        exact
                      >
                        Next {PAGE}
                      </Link>
                    )}
                  </nav>
                )}
              </>
            )}
      </section>
      <Fresh
        shown={data}
        look={read.look}
        after={data?.dataset.revision}
        loading={read.loading}
        take={read.take}
      />
    </>
  );
}
