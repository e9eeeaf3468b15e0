import {
  memo,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { TimelineColumns } from "./columns.ts";
import { lineWords } from "./flag.ts";
import { PatternDefs } from "./PatternDefs.tsx";
import { columnX, PhoneColumns } from "./PhoneColumns.tsx";
import { PhoneMarks, threadX } from "./PhoneMarks.tsx";
import { type PhoneRow, type PhoneRows, phoneRows } from "./phonerows.ts";
import { attachPinch } from "./pinch.ts";
import { holdPlace, type Place } from "./place.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import type { TimelineProps } from "./Timeline.tsx";
import "./phone.css";

const NONE: ReadonlySet<string> = new Set();

/** The timeline rotated for a narrow screen: lanes are threads, time runs down, the knowledge line lies across. */
export function PhoneTimeline({
  columns,
  view,
  today,
  selected,
  onSelect,
  pinned = NONE,
  saved = null,
  label = "Timeline",
}: TimelineProps) {
  const known = useSyncExternalStore(view.subscribe, () => view.get().known);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(null);
  // The handle stays under the thumb; rows follow as quickly as they can.
  const day = useDeferredValue(known ?? today);
  const rows = useMemo(() => columns && phoneRows(columns, day, pinned), [columns, day, pinned]);
  const isToday = day >= today;
  const loaded = (columns?.marks.slug.length ?? 0) + (columns?.bars.length ?? 0) > 0;

  // Before the first rows are drawn: they may be there already.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const held = holdPlace(box, () => line.current);
    const note = () => held.note();
    place.current = held;
    box.addEventListener("scroll", note, { passive: true });
    const release = attachPinch(box, { before: held.note, after: held.restore });
    return () => {
      box.removeEventListener("scroll", note);
      release();
    };
  }, []);

  // Opens at the knowledge line; from then on the reader's place is kept while facts come and go.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn has changed
  useLayoutEffect(() => {
    if (loaded) place.current?.restore();
  }, [rows, loaded]);

  return (
    <div className="phone">
      <PatternDefs />
      {columns && rows && <Head columns={columns} rows={rows} onSelect={onSelect} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no timeline */}
      <div
        className="phone-body"
        ref={scroller}
        role="group"
        aria-roledescription="timeline"
        aria-label={label}
      >
        {rows && (
          <div className="phone-page">
            <div className="phone-past">
              <Threads count={rows.threads.length} />
              <PhoneColumns columns={rows.columns} />
              {rows.groups.map(({ heading, rows: own }) => (
                <section key={heading} aria-label={heading}>
                  <h3>{heading}</h3>
                  <Rows rows={own} selected={selected} onSelect={onSelect} />
                </section>
              ))}
            </div>
            <div className="phone-line" ref={line} data-past={!isToday}>
              <span>{lineWords(day, isToday, saved)}</span>
            </div>
            <section className="phone-plans" data-past={!isToday} aria-label="Planned">
              <Threads count={rows.threads.length} />
              <Rows rows={rows.plans} selected={selected} onSelect={onSelect} />
            </section>
          </div>
        )}
      </div>
    </div>
  );
}

/** A place on the way across, in units that give way on a very narrow screen. */
const at = (x: number) => ({ insetInlineStart: `calc(var(--unit) * ${x})` });

/** Monograms over their threads, how the agreements stand over their columns, and what those are called. */
function Head({
  columns,
  rows,
  onSelect,
}: {
  columns: TimelineColumns;
  rows: PhoneRows;
  onSelect: (id: string) => void;
}) {
  return (
    <div className="phone-head">
      {rows.threads.map((lane, thread) => (
        <abbr
          key={columns.lanes[lane]?.key}
          className="timeline-monogram"
          title={columns.lanes[lane]?.name}
          style={at(threadX(thread))}
        >
          {columns.lanes[lane]?.monogram}
        </abbr>
      ))}
      {rows.columns.map(({ id, look }, index) => (
        <span key={id} className="phone-glyph" style={at(columnX(index))}>
          <StatusGlyph look={look} size={13} />
        </span>
      ))}
      <span className="phone-legend">
        {rows.columns.map(({ id, name, short }, index) => (
          <button key={id} type="button" aria-label={name} onClick={() => onSelect(id)}>
            {short}
            {index < rows.columns.length - 1 && ", "}
          </button>
        ))}
      </span>
    </div>
  );
}

function Threads({ count }: { count: number }) {
  return Array.from({ length: count }, (_, thread) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: threads never move
    <i key={thread} className="phone-thread" style={at(threadX(thread))} />
  ));
}

interface RowsProps {
  rows: PhoneRow[];
  selected: string | null;
  onSelect: (id: string | null) => void;
}

function Rows({ rows, selected, onSelect }: RowsProps) {
  return (
    <ol>
      {rows.map((row) => (
        <Row key={row.key} row={row} isSelected={row.id === selected} onSelect={onSelect} />
      ))}
    </ol>
  );
}

const Row = memo(function Row({
  row,
  isSelected,
  onSelect,
}: {
  row: PhoneRow;
  isSelected: boolean;
  onSelect: RowsProps["onSelect"];
}) {
  return (
    <li className="phone-row" data-key={row.key} data-strong={row.strong}>
      <PhoneMarks row={row} />
      <button
        type="button"
        data-id={row.id}
        aria-label={row.name}
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onSelect(row.id)}
      >
        <span className="phone-title">{row.title}</span>
        <span className="phone-date">
          {row.glyph && <StatusGlyph look={row.glyph} />}
          {row.date}
        </span>
      </button>
    </li>
  );
}, sameRow);

/** Travel makes every row anew; what looks the same need not be drawn again. */
function sameRow(
  a: { row: PhoneRow; isSelected: boolean; onSelect: unknown },
  b: { row: PhoneRow; isSelected: boolean; onSelect: unknown },
): boolean {
  return (
    a.isSelected === b.isSelected &&
    a.onSelect === b.onSelect &&
    JSON.stringify(a.row) === JSON.stringify(b.row)
  );
}
