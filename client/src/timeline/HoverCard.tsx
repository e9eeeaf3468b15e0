import type { ReactNode } from "react";
import { asKnownOn, idOfBar, rowsById, type TimelineColumns } from "./columns.ts";
import { civilOf, type Day, longDate, shortMonthName } from "./day.ts";
import { binMonths, binOf } from "./density.ts";
import type { Hit } from "./hit.ts";
import { wordsOf } from "./look.ts";

import { idOfNotch } from "./notches.ts";
import type { ViewStore } from "./view.ts";
import type { Viewport } from "./viewport.ts";

const WIDTH = 236;

/** A card beside what the pointer or the focus is on: its title, date, why, and how many sources. */
export function HoverCard({
  hit,
  columns,
  view,
  today,
  edge,
  unit,
  content,
}: {
  hit: Hit;
  columns: TimelineColumns;
  view: ViewStore;
  today: Day;
  edge: number;
  unit: number;
  content: ((id: string) => ReactNode) | undefined;
}) {
  const inner =
    content?.(hit.id) ??
    contentOf(hit, columns, view.get().known ?? today, { ...view.get(), width: edge / unit });
  if (!inner) return null;
  const left = hit.x * unit + 16;
  const beside = left + WIDTH * unit > edge ? hit.x * unit - WIDTH * unit - 16 : left;
  return (
    <div
      className="timeline-card"
      aria-hidden="true"
      style={{ left: `${Math.max(4, beside)}px`, top: `${hit.y * unit + 20}px` }}
    >
      {inner}
    </div>
  );
}

function contentOf(hit: Hit, columns: TimelineColumns, day: Day, viewport: Viewport): ReactNode {
  const known = asKnownOn(columns, day);
  const { marks } = columns;
  const rows = rowsById(columns.marks, known);
  const row = rows.get(hit.id);
  if (row !== undefined) {
    const others = hit.merged.filter((id) => id !== hit.id);
    const sources = marks.sourceCount[row] ?? 0;
    return (
      <>
        <p className="timeline-card-title">{marks.title[row]}</p>
        <p>{[marks.whenText[row], marks.place[row]].filter(Boolean).join(", ")}</p>
        {marks.summary[row] && <p>{marks.summary[row]}</p>}
        <p className="timeline-card-sources">
          <b>{sources === 1 ? "1 source" : `${sources} sources`}</b>
          {marks.disputed[row] ? " Sources disagree" : ""}
        </p>
        {others.length > 0 && (
          <ul>
            {others.map((id) => (
              <li key={id}>{marks.title[rows.get(id) ?? -1]}</li>
            ))}
          </ul>
        )}
      </>
    );
  }
  const bin = binOf({ columns, known }, hit.id, binMonths(viewport));
  if (bin)
    return (
      <>
        <p className="timeline-card-title">{monthsWords(bin.first, bin.last)}</p>
        <p>
          <b>{bin.count === 1 ? "1 fact" : `${bin.count} facts`}</b>,{" "}
          {columns.lanes[bin.lane]?.name}
        </p>
        <p>Double-click to zoom in</p>
      </>
    );
  const notch = known.notches.find((one) => idOfNotch(one) === hit.id);
  if (notch)
    return (
      <>
        <p className="timeline-card-title">{notch.title}</p>
        <p>{longDate(notch.day)}</p>
      </>
    );
  const bar = known.bars.find((one) => idOfBar(one) === hit.id);
  const last = bar?.segments[bar.segments.length - 1];
  if (!bar || !last) return null;
  return (
    <>
      <p className="timeline-card-title">{bar.title}</p>
      <p>
        {wordsOf(last)}, {last.whenText}
      </p>
      {bar.disputed && <p>Sources disagree</p>}
    </>
  );
}

/** `Oct – Dec 1991`, or `Oct 1991` for a bin of one month. */
function monthsWords(first: Day, last: Day): string {
  const [from, to] = [civilOf(first), civilOf(last)];
  const end = `${shortMonthName(to.month)} ${to.year}`;
  if (from.month === to.month) return end;
  return from.month === 1 && to.month === 12
    ? `${to.year}`
    : `${shortMonthName(from.month)} – ${end}`;
}
