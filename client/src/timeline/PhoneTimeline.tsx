import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { TimelineColumns } from "./columns.ts";
import { type Day, shortDate } from "./day.ts";
import { lookOf } from "./look.ts";
import { PatternDefs } from "./PatternDefs.tsx";
import { PhoneCells, PhoneMarks, threadX } from "./PhoneMarks.tsx";
import { type PhoneRow, phoneRows } from "./phonerows.ts";
import { attachPinch } from "./pinch.ts";
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
  label = "Timeline",
}: TimelineProps) {
  const known = useSyncExternalStore(view.subscribe, () => view.get().known);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const day = known ?? today;
  const rows = useMemo(() => columns && phoneRows(columns, day, pinned), [columns, day, pinned]);

  useEffect(() => (scroller.current ? attachPinch(scroller.current) : undefined), []);

  // Opens at the knowledge line, and follows it: what is planned shows a little below it.
  useEffect(() => {
    const box = scroller.current;
    if (!box || !line.current || !rows || day === null) return;
    box.scrollTop = line.current.offsetTop - box.clientHeight * 0.72;
  }, [rows, day]);

  return (
    <div className="phone">
      <PatternDefs />
      {columns && rows && <Head columns={columns} rows={rows} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no timeline */}
      <div
        className="phone-body"
        ref={scroller}
        role="group"
        aria-roledescription="timeline"
        aria-label={label}
      >
        {columns && rows && (
          <div className="phone-page">
            {rows.groups.map(({ heading, rows: own }) => (
              <section key={heading} aria-label={heading}>
                <Threads rows={rows.threads.length} cells={own[0]} />
                <h3>{heading}</h3>
                <ol>
                  {own.map((row) => (
                    <Row key={row.key} row={row} selected={selected} onSelect={onSelect} />
                  ))}
                </ol>
              </section>
            ))}
            <div className="phone-line" ref={line} data-past={known !== null}>
              <span>{lineWords(day, known === null)}</span>
            </div>
            <section className="phone-plans" data-past={known !== null} aria-label="Planned">
              <Threads rows={rows.threads.length} cells={undefined} />
              <ol>
                {rows.plans.map((row) => (
                  <Row key={row.key} row={row} selected={selected} onSelect={onSelect} />
                ))}
              </ol>
            </section>
          </div>
        )}
      </div>
    </div>
  );
}

function lineWords(day: Day, isToday: boolean): string {
  return isToday ? `Today, ${shortDate(day)}` : `As known on ${shortDate(day)}`;
}

/** Monograms over their threads, and how the agreements stand over their columns. */
function Head({ columns, rows }: { columns: TimelineColumns; rows: ReturnType<typeof phoneRows> }) {
  return (
    <div className="phone-head">
      {rows.threads.map((lane, thread) => (
        <abbr
          key={columns.lanes[lane]?.key}
          className="timeline-monogram"
          title={columns.lanes[lane]?.name}
          style={{ insetInlineStart: `${threadX(thread) / 16}rem` }}
        >
          {columns.lanes[lane]?.monogram}
        </abbr>
      ))}
      {rows.columns.map((bar, index) => {
        const last = bar.segments[bar.segments.length - 1];
        return (
          <span
            key={bar.slug}
            className="phone-glyph"
            style={{ insetInlineStart: `${(150 + index * 18) / 16}rem` }}
          >
            {last && <StatusGlyph look={lookOf(last)} size={13} />}
          </span>
        );
      })}
      <span className="phone-columns">{rows.columns.map(({ title }) => title).join(", ")}</span>
    </div>
  );
}

function Threads({ rows, cells }: { rows: number; cells: PhoneRow | undefined }) {
  return (
    <>
      {Array.from({ length: rows }, (_, thread) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: threads never move
          key={thread}
          className="phone-thread"
          style={{ insetInlineStart: `${threadX(thread) / 16}rem` }}
        />
      ))}
      {cells && <PhoneCells cells={cells.columns} side="before" />}
    </>
  );
}

function Row({
  row,
  selected,
  onSelect,
}: {
  row: PhoneRow;
  selected: string | null;
  onSelect: (id: string | null) => void;
}) {
  return (
    <li className="phone-row" data-strong={row.strong}>
      <PhoneCells cells={row.columns} side="both" />
      <PhoneMarks row={row} />
      <button
        type="button"
        data-id={row.id}
        aria-label={row.name}
        aria-current={row.id === selected ? "true" : undefined}
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
}
