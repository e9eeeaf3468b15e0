import type { DeskHomeQuery } from "../app/operations.gen.ts";
import { Undo } from "../history/ChangeTable.tsx";
import { actionWords, momentOf, subjectOf } from "../history/words.ts";
import { Link } from "../page/Link.tsx";
import { shortDay } from "../when/words.ts";
import { addressOf, type Shown } from "./home.ts";

interface Props {
  changes: DeskHomeQuery["changes"];
  shown: Shown;
  /** The name of whoever looks. */
  me: string;
}

/** What was changed last, and by whom: everybody’s, one’s own, or somebody’s. */
export function HomeChanges({ changes: { totalCount, nodes }, shown, me }: Props) {
  const { by } = shown;
  const all = by === null ? "/history" : `/history?by=${encodeURIComponent(by)}`;
  return (
    <section className="page-section" aria-labelledby="desk-changes">
      <h2 id="desk-changes" className="t-section">
        Recent changes <span className="quiet">{totalCount}</span>
      </h2>
      <nav className="desk-lists" aria-label="Whose changes">
        <Whose shown={shown} by={null}>
          Everybody’s
        </Whose>
        <Whose shown={shown} by={me}>
          Mine
        </Whose>
        {by !== null && by !== me && (
          <Whose shown={shown} by={by}>
            By {by}
          </Whose>
        )}
      </nav>
      {nodes.length === 0 ? (
        <p className="desk-none">
          {by === null ? "Nothing was changed yet." : "No change of theirs is recorded yet."}
        </p>
      ) : (
        <ul className="desk-lines">
          {nodes.toReversed().map((change) => (
            <Change key={change.id} change={change} shown={shown} />
          ))}
        </ul>
      )}
      {totalCount > nodes.length && (
        <Link className="desk-all" to={all} exact>
          All {totalCount} changes
        </Link>
      )}
    </section>
  );
}

function Whose({
  shown,
  by,
  children,
}: {
  shown: Shown;
  by: string | null;
  children: React.ReactNode;
}) {
  return (
    <Link to={addressOf(shown, { by })} exact aria-current={shown.by === by ? "true" : undefined}>
      {children}
    </Link>
  );
}

function Change({
  change,
  shown,
}: {
  change: DeskHomeQuery["changes"]["nodes"][number];
  shown: Shown;
}) {
  const { at, by, action, note, revision } = change;
  const subject = subjectOf(change);
  const [day, time] = momentOf(at);
  return (
    <li>
      <div>
        <p>
          {subject &&
            (subject.page ? (
              <Link className="plain strong" to={subject.page} exact>
                {subject.name}
              </Link>
            ) : (
              <strong>{subject.name}</strong>
            ))}{" "}
          {actionWords(action)}.
        </p>
        <p className="quiet">
          {shortDay(day)}, {time}, by{" "}
          <Link to={addressOf(shown, { by })} exact>
            {by}
          </Link>
          {note && `: ${note}`}
        </p>
      </div>
      <p>
        <Link
          className="quiet"
          to={subject ? subject.history : `/history?before=${revision + 1}`}
          exact
          aria-label={subject ? `History of ${subject.name}` : `Number ${revision} in the history`}
        >
          History
        </Link>{" "}
        <Undo change={change} />
      </p>
    </li>
  );
}
