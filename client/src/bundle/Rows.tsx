import { useState } from "react";
import { Link } from "../page/Link.tsx";
import { type Answered, pageOf, placeOf, statusIn } from "./answer.ts";

/** So many rows are shown at once, and so many more with each press. */
const STEP = 50;

/** Rows that change something: what of, and from what to what. What is not here yet has no page before it is imported. */
export function GoodRows({ rows, isDone }: { rows: readonly Answered[]; isDone: boolean }) {
  const [shown, more] = useStep(rows);
  return (
    <>
      <table className="import-rows">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.line} ${row.path}`}>
              <td className="quiet">{placeOf(row)}</td>
              <th scope="row">
                <Subject row={row} isDone={isDone} />
              </th>
              <td>
                <Move row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function Subject({ row, isDone }: { row: Answered; isDone: boolean }) {
  const page = isDone || row.outcome === "CHANGED" ? pageOf(row) : null;
  const name = row.title ?? row.slug ?? "";
  return page ? <Link to={page}>{name}</Link> : name;
}

/** `New: planned`, `signed → in force`, or what stays, with one more report. */
function Move({ row }: { row: Answered }) {
  const [before, after] = [statusIn(row, row.statusBefore), statusIn(row, row.statusAfter)];
  if (row.outcome === "NEW")
    return (
      <>
        <span className="strong">New.</span> {after}
      </>
    );
  if (before === after) return <span className="quiet">{after}, one more report</span>;
  return (
    <>
      {before} <span aria-hidden="true">→</span>
      <span className="hidden-text"> to </span> {after}
    </>
  );
}

/** Rows that were refused, each with all that is wrong with it. */
export function BadRows({ rows }: { rows: readonly Answered[] }) {
  const [shown, more] = useStep(rows);
  return (
    <>
      <ul className="import-bad">
        {shown.map((row) => (
          <li key={`${row.line} ${row.path}`}>
            <p className="strong">
              {placeOf(row)} {row.title && <span className="quiet">{row.title}</span>}
            </p>
            {row.problems.map(({ column, message }) => (
              <p key={`${column} ${message}`}>
                {column && <code>{column}</code>} {message}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** The first rows, and the way to more of them where there are any. */
function useStep(rows: readonly Answered[]) {
  const [count, setCount] = useState(STEP);
  const left = rows.length - count;
  const more = left > 0 && (
    <p className="page-ways">
      <button type="button" className="button" onClick={() => setCount(count + STEP)}>
        Show {Math.min(STEP, left)} more of {left.toLocaleString("en")}
      </button>
    </p>
  );
  return [rows.slice(0, count), more] as const;
}
