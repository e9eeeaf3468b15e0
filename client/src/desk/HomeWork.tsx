import type { DeskHomeQuery, DeskHomeQueryVariables } from "../app/operations.gen.ts";
import { Busy } from "../page/Busy.tsx";
import { Fresh } from "../page/Fresh.tsx";
import { Link } from "../page/Link.tsx";
import { Trouble } from "../page/Trouble.tsx";
import { HomeChanges } from "./HomeChanges.tsx";
import { HomeLines, type Line } from "./HomeLines.tsx";
import { HomeNarrow } from "./HomeNarrow.tsx";
import question from "./home.graphql?raw";
import {
  addressOf,
  chosenOf,
  FEW,
  filterOf,
  NEEDS,
  type Need,
  type Of,
  RECENT,
  type Shown,
  waitingOf,
} from "./home.ts";
import { todayOf } from "./said.ts";
import { useHome } from "./useHome.ts";

type Page = { totalCount: number; nodes: readonly Line[] };

/** Every need with its first few, and what was changed last. */
export function HomeWork({ me, shown }: { me: string; shown: Shown }) {
  const today = todayOf(Date.now());
  const asked = (need: Need) => filterOf(need, shown, today);
  const read = useHome<DeskHomeQuery, DeskHomeQueryVariables>(question, {
    overdue: asked("overdue"),
    unchecked: asked("unchecked"),
    undecided: asked("undecided"),
    undecidedAgreements: asked("undecided"),
    general: asked("general"),
    generalAgreements: asked("general"),
    waiting: waitingOf("events", shown, today),
    waitingAgreements: waitingOf("agreements", shown, today),
    changes: shown.by === null ? {} : { by: [shown.by] },
    few: FEW,
    recent: RECENT,
    ...chosenOf(shown),
  });
  const { data, failure, again } = read;
  return (
    <>
      {failure && (
        <Trouble
          what="The desk"
          failure={failure}
          safe={data ? "What you see was loaded before." : ""}
          again={again}
        />
      )}
      {data === undefined ? (
        !failure && <Busy what="the desk" />
      ) : (
        <div aria-busy={read.loading}>
          <HomeNarrow shown={shown} counts={countsOf(data)} of={data} loading={read.loading} />
          <div className="desk-home">
            <div>
              {ALL.map((need) => (
                <Section key={need} need={need} shown={shown} pages={pagesOf(need, data)} />
              ))}
            </div>
            <HomeChanges changes={data.changes} shown={shown} me={me} />
          </div>
        </div>
      )}
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

const ALL = Object.keys(NEEDS) as Need[];

function countsOf(data: DeskHomeQuery): Record<Need, number> {
  const counts = ALL.map((need) => [need, sumOf(pagesOf(need, data))]);
  return Object.fromEntries(counts);
}

function sumOf(pages: [Of, Page][]): number {
  return pages.reduce((sum, [, { totalCount }]) => sum + totalCount, 0);
}

/** What a need lists, in its order. */
function pagesOf(need: Need, data: DeskHomeQuery): [Of, Page][] {
  switch (need) {
    case "overdue":
      return [["events", data.overdue]];
    case "unchecked":
      return [["events", data.unchecked]];
    case "undecided":
      return [
        ["agreements", data.undecidedAgreements],
        ["events", data.undecided],
      ];
    case "general":
      return [
        ["events", data.general],
        ["agreements", data.generalAgreements],
      ];
  }
}

function Section({ need, shown, pages }: { need: Need; shown: Shown; pages: [Of, Page][] }) {
  const { name, rule, none } = NEEDS[need];
  const count = sumOf(pages);
  const few = pages.flatMap(([, { nodes }]) => nodes).slice(0, FEW);
  const isNarrow = shown.country !== null || shown.forum !== null;
  return (
    <section className="page-section" aria-labelledby={`desk-${need}`}>
      <h2 id={`desk-${need}`} className="t-section">
        {name} <span className="quiet">{count}</span>
      </h2>
      <p className="quiet desk-rule">{rule}</p>
      {count === 0 ? (
        <p className="desk-none">{isNarrow ? "Nothing here, of those chosen." : none}</p>
      ) : (
        <HomeLines need={need} lines={few} />
      )}
      {count > few.length && (
        <p className="desk-all">
          {pages
            .filter(([, { totalCount }]) => totalCount > 0)
            .map(([of, { totalCount }]) => (
              <Link key={of} to={addressOf(shown, { need, of })} exact>
                All {totalCount} {pages.length > 1 ? of : NEEDS[need].name.toLowerCase()}
              </Link>
            ))}
        </p>
      )}
    </section>
  );
}
