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
import { type PhoneGroup, type PhoneRow, type PhoneRows, phoneRows } from "./phonerows.ts";
import { attachPinch } from "./pinch.ts";
import { holdPlace, type Place } from "./place.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import type { TimelineProps } from "./Timeline.tsx";
import "./phone.css";

const NONE: ReadonlySet<string> = new Set();
/** Where the knowledge line stands when a comparison begins, as a share of the height. */
const COMPARED_AT = 0.2;

/** The timeline rotated for a narrow screen: lanes are threads, time runs down, the knowledge line lies across. */
export function PhoneTimeline({
  columns,
  view,
  today,
  selected,
  fresh = NONE,
  onSelect,
  pinned = NONE,
  lens = null,
  saved = null,
  label = "Timeline",
}: TimelineProps) {
  const known = useSyncExternalStore(view.subscribe, () => view.get().known);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(null);
  // The handle stays under the thumb; rows follow as quickly as they can.
  const day = useDeferredValue(known ?? today);
  const now = lens?.now ?? null;
  const rows = useMemo(
    () => columns && phoneRows(columns, day, pinned, now),
    [columns, day, pinned, now],
  );
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

  // A sheet lies over the lower half then; what came after the line shows above it.
  const isCompared = now !== null;
  useLayoutEffect(() => {
    if (isCompared) place.current?.bring(COMPARED_AT);
  }, [isCompared]);

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
              <PhoneColumns columns={rows.columns} fades={rows.ends ? "over" : undefined} />
              <Groups groups={rows.groups} selected={selected} fresh={fresh} onSelect={onSelect} />
            </div>
            {rows.ends && (
              <div className="phone-ends">
                <Threads count={rows.threads.length} />
                <p>{rows.ends}</p>
              </div>
            )}
            <div className="phone-line" ref={line} data-past={!isToday}>
              <span>{lineWords(day, isToday, saved)}</span>
            </div>
            <section
              className="phone-plans"
              data-past={!isToday}
              aria-label={isCompared ? "Planned then, and known since" : "Planned"}
            >
              <Threads count={rows.threads.length} />
              <PhoneColumns columns={rows.later} fades="within" />
              <Rows rows={rows.plans} selected={selected} fresh={fresh} onSelect={onSelect} />
              <Groups groups={rows.after} selected={selected} fresh={fresh} onSelect={onSelect} />
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

interface Shown {
  selected: string | null;
  fresh: ReadonlySet<string>;
  onSelect: (id: string | null) => void;
}

function Groups({ groups, ...shown }: Shown & { groups: PhoneGroup[] }) {
  return groups.map(({ heading, rows }) => (
    <section key={heading} aria-label={heading}>
      <h3>{heading}</h3>
      <Rows rows={rows} {...shown} />
    </section>
  ));
}

type RowsProps = Shown & { rows: PhoneRow[] };

function Rows({ rows, selected, fresh, onSelect }: RowsProps) {
  return (
    <ol>
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          isSelected={row.id === selected}
          isFresh={fresh.has(row.id)}
          onSelect={onSelect}
        />
      ))}
    </ol>
  );
}

const Row = memo(function Row({
  row,
  isSelected,
  isFresh,
  onSelect,
}: {
  row: PhoneRow;
  isSelected: boolean;
  isFresh: boolean;
  onSelect: RowsProps["onSelect"];
}) {
  return (
    <li
      className="phone-row"
      data-key={row.key}
      data-strong={row.strong}
      data-fresh={isFresh}
      data-since={row.since}
      data-part={row.isPart}
    >
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
  a: { row: PhoneRow; isSelected: boolean; isFresh: boolean; onSelect: unknown },
  b: { row: PhoneRow; isSelected: boolean; isFresh: boolean; onSelect: unknown },
): boolean {
  return (
    a.isSelected === b.isSelected &&
    a.isFresh === b.isFresh &&
    a.onSelect === b.onSelect &&
    JSON.stringify(a.row) === JSON.stringify(b.row)
  );
}
