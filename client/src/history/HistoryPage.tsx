import { useCallback, useEffect } from "react";
import type {
  ChangedType,
  HistoryQuery,
  HistoryQueryVariables,
  HistorySubjectQuery,
  HistorySubjectQueryVariables,
} from "../app/operations.gen.ts";
import { ask } from "../page/ask.ts";
import { Busy } from "../page/Busy.tsx";
import { Fresh } from "../page/Fresh.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { onSaved } from "../page/renew.ts";
import { useHere } from "../page/route.ts";
import { Trouble } from "../page/Trouble.tsx";
import { useTitle } from "../page/title.ts";
import { useAsk } from "../page/useAsk.ts";
import { plural } from "../when/words.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import question from "./history.graphql?raw";
import { Narrow } from "./Narrow.tsx";
import { Reports } from "./Reports.tsx";
import subjectQuestion from "./subject.graphql?raw";
import { addressOf, fileOf, variablesOf, type Wish, wishIn } from "./wish.ts";
import { nameOf, subjectOf, TYPES } from "./words.ts";
import "./history.css";

/** Everything that was ever recorded, the newest first: of all things, or of the one that `slug` names as `agreement/ru-ir-2025`. */
export default function HistoryPage({ slug: of }: { slug: string }) {
  const wish = wishIn(useHere().split("?")[1] ?? "", of);
  const isOne = of !== "";
  if (isOne && (wish.type === null || wish.slug === null)) return <Missing what="history" />;
  return <History wish={wish} isOne={isOne} />;
}

function History({ wish, isOne }: { wish: Wish; isOne: boolean }) {
  const variables = variablesOf(wish);
  const read = useAsk<HistoryQuery, HistoryQueryVariables>(question, variables);
  const { data, failure } = read;
  // What was undone here is in the list at once.
  useEffect(() => onSaved(read.again), [read.again]);
  const key = JSON.stringify(variables);
  const look = useCallback(
    () => ask<HistoryQuery, HistoryQueryVariables>(question, JSON.parse(key)),
    [key],
  );
  // Counted from the back or from the front, the API answers in the order of recording.
  const changes = data?.changes.nodes.toReversed() ?? [];
  const named = changes.find((each) => each.entitySlug === wish.slug && each.entity !== null);
  const subject = useSubject(isOne ? wish : null, (named && subjectOf(named)) ?? null);
  useTitle(subject ? `History of ${subject.name}` : "History");
  return (
    <article className="sheet-page record">
      {failure && (
        <Trouble
          what="The history"
          failure={failure}
          safe={data ? "What you see was loaded before." : ""}
          again={read.again}
        />
      )}
      {subject && (
        <p className="t-ui quiet">
          <Link className="plain" to="/history">
            History
          </Link>
          , {wish.type && TYPES[wish.type].one}
        </p>
      )}
      <h1 className="t-title">{subject?.name ?? "History"}</h1>
      <p className="page-lead">
        {isOne
          ? "Every change to it that was recorded, the newest first."
          : "Every change that was recorded, the newest first."}{" "}
        None can be altered unseen: each bears a hash of itself and of the one before it, and{" "}
        <a href="/docs/history">anybody can check them</a>.
      </p>
      <p className="page-ways">
        {subject?.page && (
          <Link className="button" to={subject.page}>
            Open the {wish.type && TYPES[wish.type].one}
          </Link>
        )}
        <a className="button" href={fileOf(wish)}>
          Save as CSV
        </a>
      </p>
      <Narrow wish={wish} isOne={isOne} />
      {data === undefined ? (
        !failure && <Busy what="the history" />
      ) : (
        <>
          <p className="quiet" role="status">
            {plural(data.changes.totalCount, "change")}
            {data.changes.pageInfo.hasNextPage && ", of which these are older ones"}
          </p>
          {changes.length === 0 ? (
            <Nothing wish={wish} />
          ) : (
            <ChangeTable changes={changes} wish={wish} isOne={isOne} />
          )}
          <Turn wish={wish} changes={changes} page={data.changes.pageInfo} />
          {isOne && wish.slug && (wish.type === "AGREEMENT" || wish.type === "EVENT") && (
            <Reports of={TYPES[wish.type].one as "agreement" | "event"} slug={wish.slug} />
          )}
        </>
      )}
      <Fresh
        shown={data}
        look={look}
        after={data?.dataset.revision}
        loading={read.loading}
        take={read.take}
      />
    </article>
  );
}

/** The name and the page of the one thing whose history is shown, also where no change tells them. */
function useSubject(
  wish: Wish | null,
  told: { name: string; page: string | null } | null,
): { name: string; page: string | null } | null {
  const type: ChangedType | null = wish?.type ?? null;
  const slug = wish?.slug ?? "";
  const { data } = useAsk<HistorySubjectQuery, HistorySubjectQueryVariables>(subjectQuestion, {
    slug,
    agreement: type === "AGREEMENT",
    event: type === "EVENT",
    leader: type === "LEADER",
    forum: type === "FORUM",
    source: type === "SOURCE",
    story: type === "STORY",
  });
  if (type === null) return null;
  if (told) return told;
  const { agreement, event, leader, forum, source, story } = data ?? {};
  const found = agreement ?? event ?? leader ?? forum ?? story;
  const name = found?.title ?? source?.title ?? source?.publisher;
  const { room } = TYPES[type];
  return { name: name ?? nameOf(slug), page: name && room ? `/${room}/${slug}` : null };
}

function Nothing({ wish }: { wish: Wish }) {
  const isNarrow = Object.values(wish).some((value) => value !== null);
  return (
    <div className="nothing">
      <p className="t-section">
        {isNarrow ? "No change was recorded that fits." : "Nothing was recorded yet."}
      </p>
      {isNarrow && (
        <Link className="button" to="/history" exact>
          Show all changes
        </Link>
      )}
    </div>
  );
}

/** The ways to what was recorded before these, and after. */
function Turn({
  wish,
  changes,
  page,
}: {
  wish: Wish;
  changes: readonly { revision: number }[];
  page: { hasNextPage: boolean; hasPreviousPage: boolean };
}) {
  const [newest, oldest] = [changes[0], changes.at(-1)];
  if (!newest || !oldest || !(page.hasNextPage || page.hasPreviousPage)) return null;
  return (
    <nav className="page-ways record-turn" aria-label="Pages">
      {page.hasNextPage && (
        <Link className="button" to={addressOf(wish, { after: String(newest.revision) })} exact>
          Newer changes
        </Link>
      )}
      {page.hasPreviousPage && (
        <Link className="button" to={addressOf(wish, { before: String(oldest.revision) })} exact>
          Older changes
        </Link>
      )}
    </nav>
  );
}
