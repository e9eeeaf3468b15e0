import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { BinCard } from "./BinCard.tsx";
import { binOf } from "./bin.ts";
import { placeCard } from "./card.ts";
import { asKnownOn, idOfBar, rowsById, type TimelineColumns } from "./columns.ts";
import { type Day, longDate } from "./day.ts";
import type { Hit } from "./hit.ts";
import { wordsOf } from "./look.ts";
import { idOfNotch } from "./notches.ts";
import type { ViewStore } from "./view.ts";

/** Titles of others at the same mark that a card lists; the list of the mark has them all. */
const MOST_OTHERS = 4;

/**
 * A card beside what the pointer or the focus is on: its title, date and why, and how many sources. The pointer may move onto it;
 * Escape hides it, wherever the focus is; away from the plot it does there what it does without a card. Silent: the mark's own name
 * says it all.
 */
export function HoverCard({
  hit,
  columns,
  view,
  today,
  now = today,
  edge,
  unit,
  said,
  onHide,
}: {
  hit: Hit;
  columns: TimelineColumns;
  view: ViewStore;
  today: Day;
  /** The day that what is known only since then is told by. */
  now?: Day | undefined;
  edge: number;
  unit: number;
  said: ((id: string) => ReactNode) | undefined;
  onHide: () => void;
}) {
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const body = element?.closest(".timeline-body");
    if (!element || !body) return;
    const scaled = ({ x, y }: { x: number; y: number }) => ({ x: x * unit, y: y * unit });
    setPlace(
      placeCard(
        { ...scaled(hit), own: hit.own.map(scaled) },
        { width: element.offsetWidth, height: element.offsetHeight },
        { x1: 0, x2: edge, y1: body.scrollTop, y2: body.scrollTop + body.clientHeight },
      ),
    );
  }, [hit, edge, unit]);
  // With the card itself: an Escape that comes when it has just gone is meant for what lies beneath.
  useLayoutEffect(() => {
    const hide = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const { activeElement: focused, body } = document;
      const isHere = card.current?.parentElement?.contains(focused);
      if (isHere || focused === body) event.stopPropagation();
      onHide();
    };
    document.addEventListener("keydown", hide, true);
    return () => document.removeEventListener("keydown", hide, true);
  }, [onHide]);
  const inner = contentOf(hit, columns, hit.since ? now : (view.get().known ?? today), said);
  if (!inner) return null;
  return (
    <div
      ref={card}
      className="timeline-card"
      data-over-plot
      aria-hidden="true"
      style={place ? { left: `${place.x}px`, top: `${place.y}px` } : { visibility: "hidden" }}
    >
      {inner}
    </div>
  );
}

function contentOf(
  hit: Hit,
  columns: TimelineColumns,
  day: Day,
  said: ((id: string) => ReactNode) | undefined,
): ReactNode {
  const known = asKnownOn(columns, day);
  const { marks } = columns;
  const rows = rowsById(columns.marks, known);
  const row = rows.get(hit.id);
  if (row !== undefined) {
    const others = hit.merged.filter((id) => id !== hit.id);
    const sources = marks.sourceCount[row] ?? 0;
    const when = [marks.whenText[row], marks.place[row]].filter(Boolean).join(", ");
    return (
      <>
        <p className="timeline-card-title">{marks.title[row]}</p>
        <p className="timeline-card-why">
          {marks.summary[row] ? `${capital(when)}. ${marks.summary[row]}` : capital(when)}
        </p>
        <p className="timeline-card-sources">
          <b>{sources === 1 ? "1 source" : `${sources} sources`}</b>{" "}
          {marks.disputed[row] ? "Sources disagree" : said?.(hit.id)}
        </p>
        {others.length > 0 && (
          <ul>
            {others.slice(0, MOST_OTHERS).map((id) => (
              <li key={id}>{marks.title[rows.get(id) ?? -1]}</li>
            ))}
            {others.length > MOST_OTHERS && <li>and {others.length - MOST_OTHERS} more</li>}
          </ul>
        )}
      </>
    );
  }
  const bin = binOf(hit.id);
  if (bin) return <BinCard bin={bin} columns={columns} known={known} />;
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
