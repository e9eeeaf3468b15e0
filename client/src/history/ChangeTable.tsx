import type { ChangeLineFragment } from "../app/operations.gen.ts";
import { EditButton } from "../page/EditButton.tsx";
import { Link } from "../page/Link.tsx";
import { shortDay } from "../when/words.ts";
import { Publications } from "./Publications.tsx";
import { addressOf, type Wish } from "./wish.ts";
import { actionWords, momentOf, subjectOf } from "./words.ts";

/** Fields that stand open; where more differ, all are behind a line that counts them. */
const OPEN = 6;

interface Props {
  changes: readonly ChangeLineFragment[];
  wish: Wish;
  /** Whether all are of one thing, which then need not be named. */
  isOne: boolean;
}

/** Changes in rows: when, of what, what it did, why and by whom, and its place in the record. */
export function ChangeTable({ changes, wish, isOne }: Props) {
  return (
    <table className="record-table">
      <thead>
        <tr>
          <th scope="col">Recorded, UTC</th>
          <th scope="col">What</th>
          <th scope="col">Before → after</th>
          <th scope="col">Why</th>
          <th scope="col">By</th>
          <th scope="col" className="end">
            Version
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.id} change={change} wish={wish} isOne={isOne} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ change, wish, isOne }: { change: ChangeLineFragment } & Omit<Props, "changes">) {
  const { revision, at, by, action, note, version, hash } = change;
  const [day, time] = momentOf(at);
  return (
    <tr id={`change-${revision}`}>
      <td className="record-when">
        <time dateTime={at}>
          <Link className="plain" to={addressOf(wish, { from: day, to: day })} exact>
            {shortDay(day)}
          </Link>{" "}
          <span className="quiet">{time}</span>
        </time>
      </td>
      <th scope="row">
        {!isOne && <Subject change={change} />}
        <Link className="plain record-action" to={addressOf(wish, { action })} exact>
          {actionWords(action)}
        </Link>
      </th>
      <td className="record-what">
        <Differences of={change} />
      </td>
      <td className="record-why">
        {note !== null && <p>{note}</p>}
        <Rests change={change} />
      </td>
      <td className="record-by">
        <Link className="plain" to={addressOf(wish, { by })} exact>
          {by}
        </Link>
      </td>
      <td className="record-place end">
        {version !== null && <span className="record-version">{version}</span>}
        <span className="quiet">No. {revision}</span>
        {hash !== null && (
          <code title={hash}>
            <span className="away">Hash </span>
            {hash.slice(0, 8)}
          </code>
        )}
        <Undo change={change} />
      </td>
    </tr>
  );
}

/** What is asked of a change before it is undone. */
type Undoable = Parameters<typeof subjectOf>[0] &
  Pick<ChangeLineFragment, "id" | "revision" | "action" | "version" | "undoes" | "undoneBy"> & {
    report: { retracted: boolean } | null;
  };

/** Takes back what a change did, for whoever may, and says of what was undone by which change. An import is taken back whole, the load not at all. */
export function Undo({ change }: { change: Undoable }) {
  const { id, action, version, revision, report, undoes, undoneBy, entityType } = change;
  const subject = subjectOf(change);
  if (undoneBy !== null)
    return (
      <Link
        className="plain quiet"
        to={`${subject?.history ?? "/history"}?before=${undoneBy.revision + 1}`}
        exact
      >
        Undone by No. {undoneBy.revision}
      </Link>
    );
  const isOfMany = entityType === null && (action === "importBundle" || undoes !== null);
  if (!isOfMany && (!subject || version === null || report?.retracted)) return null;
  const what = subject
    ? `${subject.name}: ${lower(actionWords(action))}, version ${version}`
    : `${actionWords(action)}, number ${revision}: all of it`;
  return (
    <EditButton to={{ form: "why", change: id, what }} className="undo-link">
      {undoes ? "Undo the undo" : "Undo"} <span className="away">number {revision}</span>
    </EditButton>
  );
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What was changed, with the ways to it and to its own history. */
function Subject({ change }: { change: ChangeLineFragment }) {
  const subject = subjectOf(change);
  if (!subject) return null;
  const { name, page, history } = subject;
  return (
    <p>
      {page ? (
        <Link className="strong" to={page}>
          {name}
        </Link>
      ) : (
        <span className="strong">{name}</span>
      )}{" "}
      <Link className="quiet record-own" to={history} exact aria-label={`History of ${name}`}>
        History
      </Link>
    </p>
  );
}

function Differences({ of: { differences } }: { of: ChangeLineFragment }) {
  const list = (
    <ul>
      {differences.map(({ field, before, after }) => (
        <li key={field}>
          <span className="record-field">{field}</span> {before !== null && <del>{before}</del>}
          {before !== null && after !== null && (
            <>
              {" "}
              <span aria-hidden="true">→</span>{" "}
            </>
          )}
          {after !== null ? <ins>{after}</ins> : <span className="quiet"> no longer</span>}
        </li>
      ))}
    </ul>
  );
  if (differences.length <= OPEN) return differences.length > 0 ? list : null;
  return (
    <details>
      <summary>{differences.length} fields</summary>
      {list}
    </details>
  );
}

/** Who claims it, and the publications that it rests on. */
function Rests({ change: { by, report, source } }: { change: ChangeLineFragment }) {
  const sources = new Map(
    [...(report?.sources ?? []), ...(source ? [source] : [])].map((each) => [each.slug, each]),
  );
  // Editors speak for themselves of reports that they take back, and a publication of what it prints.
  const isSaid = [by, ...[...sources.values()].map(({ publisher }) => publisher)];
  const claimant = report && !isSaid.includes(report.claimant) ? report.claimant : null;
  if (claimant === null && sources.size === 0) return null;
  return (
    <p className="quiet">
      {claimant !== null && `According to ${claimant}. `}
      <Publications sources={[...sources.values()]} />
    </p>
  );
}
