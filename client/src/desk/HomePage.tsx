import { useEffect, useState } from "react";
import type { DeskHomeQuery, DeskHomeQueryVariables } from "../app/operations.gen.ts";
import { Busy } from "../page/Busy.tsx";
import { Link } from "../page/Link.tsx";
import { useHere } from "../page/route.ts";
import { Trouble } from "../page/Trouble.tsx";
import { useTitle } from "../page/title.ts";
import { useAsk } from "../page/useAsk.ts";
import { askViewer, useEditor, useViewer } from "../page/viewer.ts";
import { HomeLines } from "./HomeLines.tsx";
import question from "./home.graphql?raw";
import { addressOf, LISTS, type List, PAGE, type Shown, shownIn } from "./home.ts";
import "./desk.css";
import "./home.css";

/** What waits for an editor today, and where to go from there. */
export default function HomePage() {
  const viewer = useViewer();
  const isEditor = useEditor();
  const [isAsked, setAsked] = useState(viewer !== null);
  const here = useHere();
  useTitle("Desk");
  useEffect(() => {
    void askViewer().then(() => setAsked(true));
  }, []);
  if (!isAsked) return <Busy what="the desk" />;
  return (
    <div className="sheet-page">
      <h1 className="t-title">Desk</h1>
      {isEditor && viewer ? (
        <Work me={viewer.name ?? ""} shown={shownIn(here.split("?")[1] ?? "")} />
      ) : viewer?.role ? (
        <p className="page-lead t-lead">
          Here is the work of editors. You are signed in to read; an admin can make you an editor.
        </p>
      ) : (
        <p className="page-lead t-lead">
          Here is the work of editors, and you are not signed in.{" "}
          <Link to={`/sign-in?to=${encodeURIComponent(here)}`} exact>
            Sign in
          </Link>{" "}
          to go on.
        </p>
      )}
    </div>
  );
}

function Work({ me, shown }: { me: string; shown: Shown }) {
  const { list, after } = shown;
  const read = useAsk<DeskHomeQuery, DeskHomeQueryVariables>(question, {
    me: [me],
    overdue: list === "overdue",
    events: list === "events",
    agreements: list === "agreements",
    first: PAGE,
    after,
  });
  const { data, failure } = read;
  const counts: Record<List, number | undefined> = {
    overdue: data?.overdueCount.totalCount,
    events: data?.eventCount.totalCount,
    agreements: data?.agreementCount.totalCount,
  };
  const { name, rule, none } = LISTS[list];
  const page = { overdue: data?.upcoming, events: data?.events, agreements: data?.agreements }[
    list
  ];
  return (
    <>
      <p className="page-lead">What waits for an editor today.</p>
      <p className="page-ways">
        <Link className="button" to="/desk/new">
          New event
        </Link>
        <Link className="button" to="/desk/import">
          Import
        </Link>
        <Link className="button" to={`/history?by=${encodeURIComponent(me)}`} exact>
          My changes {data && <span className="quiet">{data.mine.totalCount}</span>}
        </Link>
        <Link className="button" to="/history" exact>
          All changes {data && <span className="quiet">{data.changes.totalCount}</span>}
        </Link>
      </p>
      <nav className="desk-lists" aria-label="Lists">
        {(Object.keys(LISTS) as List[]).map((each) => (
          <Link
            key={each}
            to={addressOf({ list: each, after: null })}
            exact
            aria-current={each === list ? "true" : undefined}
          >
            {LISTS[each].name} <span className="quiet">{counts[each]}</span>
          </Link>
        ))}
      </nav>
      {failure && (
        <Trouble
          what="The desk"
          failure={failure}
          safe={data ? "What you see was loaded before." : ""}
          again={read.again}
        />
      )}
      <section className="page-section" aria-busy={read.loading}>
        <h2 className="t-section">{name}</h2>
        <p className="quiet">{rule}</p>
        {page ? (
          <HomeLines
            lines={page.nodes}
            none={after === null ? none : "Nothing comes after that."}
          />
        ) : (
          !failure && <Busy what="the list" />
        )}
        {(page?.pageInfo.hasNextPage || after !== null) && (
          <nav className="page-ways" aria-label="Pages">
            {after !== null && (
              <Link className="button" to={addressOf({ list, after: null })} exact>
                Back to the first
              </Link>
            )}
            {page?.pageInfo.hasNextPage && (
              <Link
                className="button"
                to={addressOf({ list, after: page.pageInfo.endCursor ?? null })}
                exact
              >
                Next {PAGE}
              </Link>
            )}
          </nav>
        )}
      </section>
    </>
  );
}
