import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { useKey } from "../page/keys.ts";
import { say } from "../page/say.ts";
import { Chunk } from "./Chunk.tsx";
import { chunksOf } from "./chunks.ts";
import type { TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { firstOrder, grouped, rowsIn, rowsOf, type SortField, sortOf } from "./rows.ts";
import { rowsBetween } from "./rowsbetween.ts";
import { ROLE, type RowWords, TableRow } from "./TableRow.tsx";
import { rowAfter } from "./tablekeys.ts";
import "./table.css";

interface Props {
  columns: TimelineColumns;
  from: Day;
  to: Day;
  /** The day of knowledge; null for today's. */
  known: Day | null;
  /** The later day that it is compared with, if it is. */
  now?: Day | null;
  /** The column, with `-` in front for last first. */
  sort: string;
  onSort: (sort: string) => void;
  /** `event:SLUG`, `session:SLUG` or `agreement:SLUG`. */
  selected: string | null;
  /** What has just changed: ringed. */
  fresh: ReadonlySet<string>;
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

/** Up to so many rows are all there, for the browser's own search and for print; of more, only those near the reader. */
const ALL_ROWS = 600;
const CHUNK_ROWS = 60;

/** How long rows above a row may still come into being, and so push it away, ms. */
const COMING_MS = 500;

/** Holds a row in sight while the rows around it come into being, as long as it has the focus. */
function keepInSight(row: HTMLElement): void {
  const until = performance.now() + COMING_MS;
  const look = () => {
    if (document.activeElement !== row) return;
    row.scrollIntoView({ block: "nearest" });
    if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The timeline's twin: the same facts, window, day of knowledge and selection, as a real table. */
export function Table(props: Props) {
  const { columns, from, to, known, now = null, words, selected, onSort } = props;
  const sort = sortOf(props.sort);
  const chunks = useMemo(() => {
    const isCompared = known !== null && now !== null;
    const all = isCompared ? rowsBetween(columns, known, now) : rowsOf(columns, known);
    const rows = rowsIn(all, from, to);
    return chunksOf(grouped(rows, sortOf(props.sort), words.name), CHUNK_ROWS);
  }, [columns, from, to, known, now, props.sort, words]);
  const rows = useMemo(() => chunks.flatMap((chunk) => chunk.rows), [chunks]);
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const isMany = rows.length > ALL_ROWS;
  // The one row that Tab comes to: where the reader last was, else what is selected, else the first.
  const isSelected = (row: { of: string; slug: string }) => selected === `${row.of}:${row.slug}`;
  const current = Math.max(
    0,
    rows.findIndex(({ key }) => key === stop),
    stop === null ? rows.findIndex(isSelected) : -1,
  );

  const turn = useCallback(
    (next: string) => {
      onSort(next);
      say(sentenceOf(next));
    },
    [onSort],
  );
  const press = (field: SortField) =>
    turn(sort.field === field ? `${sort.descending ? "" : "-"}${field}` : firstOrder(field));
  useKey(
    "s",
    useCallback(() => {
      const at = COLUMNS.findIndex(({ field }) => field === sort.field);
      turn(firstOrder(COLUMNS[(at + 1) % COLUMNS.length]?.field ?? "date"));
    }, [sort.field, turn]),
  );
  useKey(
    "S",
    useCallback(
      () => turn(`${sort.descending ? "" : "-"}${sort.field}`),
      [sort.field, sort.descending, turn],
    ),
  );

  // What is selected elsewhere is brought into sight when the table takes over.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current || rows.length === 0) return;
    arrived.current = true;
    // By hand: scrollIntoView would move the page around the table as well.
    const row = table.current?.querySelector('tr[aria-selected="true"]');
    const ground = table.current?.parentElement;
    if (!row || !ground) return;
    const { top } = row.getBoundingClientRect();
    ground.scrollTop += top - ground.getBoundingClientRect().top - ground.clientHeight / 2;
  }, [rows]);

  const move = (event: KeyboardEvent) => {
    const button = event.target;
    if (!(button instanceof HTMLElement) || button.dataset.index === undefined) return;
    const high = table.current?.parentElement?.clientHeight ?? 0;
    const next = rowAfter(event, Number(button.dataset.index), rows.length, high);
    if (next === null) return;
    event.preventDefault();
    flushSync(() => setStop(rows[next]?.key ?? null));
    const row = table.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
    if (!row) return;
    row.focus();
    if (isMany) keepInSight(row);
  };

  return (
    <div className="table-scroll">
      <label className="table-sort">
        <span>Sort by</span>
        <select className="field" value={props.sort} onChange={(event) => turn(event.target.value)}>
          {COLUMNS.flatMap(({ field }) => [firstOrder(field), other(firstOrder(field))]).map(
            (order) => (
              <option key={order} value={order}>
                {orderName(order)}
              </option>
            ),
          )}
        </select>
      </label>
      <table
        {...ROLE.table}
        id="table"
        className="fact-table"
        ref={table}
        aria-rowcount={isMany ? rows.length + 1 : undefined}
        onKeyDown={move}
        onFocus={(event) => {
          const index = event.target.dataset.index;
          if (index !== undefined) setStop(rows[Number(index)]?.key ?? null);
        }}
      >
        <caption className="hidden-text">
          Facts, one a row. Arrow keys move between rows, Enter opens one, S sorts by the next
          column.
        </caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {COLUMNS.map(({ field, name }) => (
              <th
                key={field}
                {...ROLE.column}
                scope="col"
                aria-sort={
                  sort.field === field ? (sort.descending ? "descending" : "ascending") : "none"
                }
              >
                <button type="button" onClick={() => press(field)}>
                  {name}
                  {sort.field === field && <Arrow down={sort.descending} />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {chunks.map((chunk) => (
          <Chunk
            key={chunk.key}
            rows={chunk.rows.length + (chunk.count === null ? 0 : 1)}
            waits={isMany}
            needed={current >= chunk.first && current < chunk.first + chunk.rows.length}
            span={COLUMNS.length}
          >
            {() => (
              <>
                {chunk.count !== null && (
                  <tr {...ROLE.row} className="group">
                    <th {...ROLE.head} scope="rowgroup" colSpan={COLUMNS.length}>
                      {chunk.heading} <span>{chunk.count}</span>
                    </th>
                  </tr>
                )}
                {chunk.rows.map((row, at) => (
                  <TableRow
                    key={row.key}
                    row={row}
                    index={chunk.first + at}
                    counted={isMany}
                    heading={chunk.heading}
                    lanes={columns.lanes}
                    words={words}
                    selected={isSelected(row)}
                    fresh={props.fresh.has(`${row.of}:${row.slug}`)}
                    current={chunk.first + at === current}
                    onSelect={props.onSelect}
                  />
                ))}
              </>
            )}
          </Chunk>
        ))}
      </table>
      {rows.length === 0 && props.empty}
    </div>
  );
}

const other = (order: string) => (order.startsWith("-") ? order.slice(1) : `-${order}`);

/** `Date, last first`, `Kind, A to Z`. */
function orderName(order: string): string {
  const { field, descending } = sortOf(order);
  const name = COLUMNS.find((column) => column.field === field)?.name ?? "Date";
  if (field === "date" || field === "known")
    return `${name}, ${descending ? "last" : "first"} first`.replace(
      "first first",
      "earliest first",
    );
  if (field === "sources") return `${name}, ${descending ? "most" : "fewest"} first`;
  return `${name}, ${descending ? "Z to A" : "A to Z"}`;
}

function sentenceOf(order: string): string {
  return `Sorted by ${orderName(order).replace(/^./, (letter) => letter.toLowerCase())}.`;
}

function Arrow({ down }: { down: boolean }) {
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
      <path d={down ? "M2 3.5 5 6.5l3-3" : "M2 6.5 5 3.5l3 3"} />
    </svg>
  );
}
