import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useRef } from "react";
import type { TimelineColumns } from "./columns.ts";
import { type Day, shortDate } from "./day.ts";
import { dateUnder, grouped, type Row, rowsIn, rowsOf, type SortField, sortOf } from "./rows.ts";
import "./table.css";

/** How the table draws and names what only the words know. */
export interface RowWords {
  /** The mark and name of the row's kind. */
  kind: (row: Row) => ReactNode;
  /** What happened. */
  title: (row: Row) => string;
  /** The glyph and name of the row's status. */
  status: (row: Row) => ReactNode;
}

interface Props {
  columns: TimelineColumns;
  from: Day;
  to: Day;
  /** The day of knowledge; null for today's. */
  known: Day | null;
  /** The column, with `-` in front for last first. */
  sort: string;
  onSort: (sort: string) => void;
  /** `event:SLUG`, `session:SLUG` or `agreement:SLUG`. */
  selected: string | null;
  onSelect: (id: string) => void;
  words: RowWords;
  /** What stands in the place of rows when there are none. */
  empty: ReactNode;
}

const COLUMNS: { field: SortField; name: string }[] = [
  { field: "date", name: "Date" },
  { field: "kind", name: "Kind" },
  { field: "title", name: "What happened" },
  { field: "who", name: "Who" },
  { field: "place", name: "Where" },
  { field: "status", name: "Status" },
  { field: "known", name: "First known" },
  { field: "sources", name: "Sources" },
];

/** The timeline's twin: the same facts, window, day of knowledge and selection, as a real table. */
export function Table(props: Props) {
  const { columns, from, to, known, words } = props;
  const sort = sortOf(props.sort);
  const groups = useMemo(
    () => grouped(rowsIn(rowsOf(columns, known), from, to), sortOf(props.sort)),
    [columns, from, to, known, props.sort],
  );
  const body = useRef<HTMLTableElement>(null);
  const turn = (field: SortField) => {
    const descending =
      sort.field === field ? !sort.descending : field === "date" || field === "sources";
    props.onSort(`${descending ? "-" : ""}${field}`);
  };
  return (
    <div className="table-scroll">
      <table
        id="table"
        className="fact-table"
        ref={body}
        onKeyDown={(event) => move(event, body.current)}
      >
        <caption className="hidden-text">
          Facts, one a row. Arrow keys move between rows, Enter opens one.
        </caption>
        <thead>
          <tr>
            {COLUMNS.map(({ field, name }) => (
              <th
                key={field}
                scope="col"
                aria-sort={
                  sort.field === field ? (sort.descending ? "descending" : "ascending") : "none"
                }
              >
                <button type="button" onClick={() => turn(field)}>
                  {name}
                  <Arrow of={sort.field === field ? (sort.descending ? "down" : "up") : null} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.heading ?? "all"}>
            {group.heading !== null && (
              <tr className="group">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {group.heading} <span>{group.rows.length}</span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <FactRow
                key={row.key}
                row={row}
                heading={group.heading}
                columns={columns}
                words={words}
                selected={props.selected === `${row.of}:${row.slug}`}
                onSelect={props.onSelect}
              />
            ))}
          </tbody>
        ))}
      </table>
      {groups.every((group) => group.rows.length === 0) && props.empty}
    </div>
  );
}

interface FactRowProps {
  row: Row;
  heading: string | null;
  columns: TimelineColumns;
  words: RowWords;
  selected: boolean;
  onSelect: (id: string) => void;
}

function FactRow({ row, heading, columns, words, selected, onSelect }: FactRowProps) {
  const id = `${row.of}:${row.slug}`;
  return (
    <tr aria-selected={selected} onClick={() => onSelect(id)}>
      <td>{dateUnder(row, heading)}</td>
      <td className="kind">{words.kind(row)}</td>
      <th scope="row">
        <button
          type="button"
          data-row={id}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(id);
          }}
        >
          {words.title(row)}
        </button>
      </th>
      <td>
        <Who lanes={row.lanes} columns={columns} />
      </td>
      <td className="quiet">{row.place}</td>
      <td className="status">{words.status(row)}</td>
      <td className="quiet">{shortDate(row.firstKnown)}</td>
      <td className="count">{row.sources}</td>
    </tr>
  );
}

/** Monograms of countries and names of forums; an agreement's own lane says its parties. */
function Who({ lanes, columns }: { lanes: number[]; columns: TimelineColumns }) {
  return lanes.map((index) => {
    const lane = columns.lanes[index];
    if (!lane) return null;
    return (
      <Fragment key={lane.key}>
        {lane.kind === "AGREEMENT" ? (
          <span className="quiet">{lane.parties}</span>
        ) : (
          <abbr className="t-iso monogram" title={lane.name}>
            {lane.monogram ?? lane.name}
          </abbr>
        )}{" "}
      </Fragment>
    );
  });
}

function Arrow({ of }: { of: "up" | "down" | null }) {
  return (
    <svg
      aria-hidden="true"
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      {of && <path d={of === "down" ? "M2 3.5 5 6.5l3-3" : "M2 6.5 5 3.5l3 3"} />}
    </svg>
  );
}

/** Arrow keys go from row to row, Home and End to the ends. */
function move(event: KeyboardEvent, table: HTMLTableElement | null): void {
  if (!(event.target instanceof HTMLElement) || !event.target.dataset.row || !table) return;
  const rows = [...table.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
}
