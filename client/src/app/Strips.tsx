import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { Link } from "../page/Link.tsx";
import { shortDay } from "../when/words.ts";
import { FOUNDING } from "./founding.ts";
import type { StripsQuery } from "./operations.gen.ts";
import { monthsOf, type Scale, type Strip, type StripSegment, stripOf, xOf } from "./strip.ts";
import { placeDates, placeLabels } from "./stripLabels.ts";

interface Props {
  /** What is known of the case; null while it is on its way, when only the axis stands. */
  columns: StripsQuery["timeline"] | null;
  /** The day of knowledge of the upper strip. */
  known: number;
}

/** One axis and two strips: the visit and the treaty as known then, and as known today. */
export function Strips({ columns, known }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const scale = useMemo<Scale>(() => ({ from: FOUNDING.from, to: FOUNDING.to, width }), [width]);
  const then = useMemo(
    () => columns && stripOf(columns, known, FOUNDING.visit, scale),
    [columns, known, scale],
  );
  const now = useMemo(
    () => columns && stripOf(columns, columns.today, FOUNDING.visit, scale),
    [columns, scale],
  );
  return (
    <figure
      className="strips"
      aria-label={`The visit and the treaty, as known on ${shortDay(known)} and today`}
    >
      <div className="strips-plot" ref={place}>
        {width > 0 && (
          <>
            <Axis scale={scale} />
            {then && (
              <OneStrip
                strip={then}
                scale={scale}
                name={`As known on ${shortDay(known)}`}
                known={known}
              />
            )}
            {now && <OneStrip strip={now} scale={scale} name="As known today" known={null} />}
          </>
        )}
      </div>
      {then && now && (
        <figcaption className="hidden-text">
          <Told strip={then} name={`As known on ${shortDay(known)}`} />
          <Told strip={now} name="As known today" />
        </figcaption>
      )}
    </figure>
  );
}

function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry?.contentRect.width ?? 0)),
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}

/** The strip in sentences, for whoever does not see it. */
function Told({ strip, name }: { strip: Strip; name: string }) {
  return (
    <p>
      {name}: {strip.marks.map((mark) => `${mark.title}, ${mark.when}`).join("; ")}. {strip.title}:{" "}
      {strip.segments.map((segment) => `${segment.words} from ${segment.since}`).join(", ")}.
    </p>
  );
}

function Axis({ scale }: { scale: Scale }) {
  const months = monthsOf(scale);
  const every = scale.width / months.length < 34 ? 3 : 1;
  return (
    <svg className="strips-axis" width={scale.width} height="486" aria-hidden="true">
      {months.map(({ day, month, year }, index) => {
        const x = Math.round(xOf(scale, day)) + 0.5;
        const january = month === "Jan";
        return (
          <Fragment key={day}>
            <path className={january ? "year" : "month"} d={`M${x} ${january ? 0 : 22}V486`} />
            {(index === 0 || january) && (
              <text className="t-axis year-name" x={x + 5} y="14">
                {year}
              </text>
            )}
            {index % every === 0 && (
              <text className="t-axis" x={x + 5} y="34">
                {month}
              </text>
            )}
          </Fragment>
        );
      })}
      <path className="base" d={`M0 39.5H${scale.width}M0 243.5H${scale.width}`} />
    </svg>
  );
}

/** Room for a strip's name before the line of the day of knowledge, px; with less it stands after it. */
const NAME_PX = 160;

function OneStrip({
  strip,
  scale,
  name,
  known,
}: {
  strip: Strip;
  scale: Scale;
  name: string;
  known: number | null;
}) {
  const edge = known === null ? null : Math.round(xOf(scale, known));
  const tie = strip.marks.find((mark) => mark.kind === "VISIT" && mark.held);
  const lines = placeLabels(strip.marks, scale.width, edge ?? tie?.x ?? null);
  return (
    <div
      className="strip-one"
      data-then={known !== null}
      style={{ "--edge": `${edge ?? 0}px` } as React.CSSProperties}
    >
      {edge !== null && <span className="strip-wash" />}
      <p
        className="strip-name"
        style={edge !== null && edge < NAME_PX ? { insetInlineStart: edge + 8 } : undefined}
      >
        {name}
      </p>
      <svg width={scale.width} height="66" aria-hidden="true" className="strip-line">
        <linearGradient
          id="lead-fade"
          gradientUnits="userSpaceOnUse"
          x1={edge ?? 0}
          x2={scale.width}
        >
          <stop offset="0.5" stopColor="var(--ink)" />
          <stop offset="1" stopColor="var(--ink)" stopOpacity="0.15" />
        </linearGradient>
        <path className="base" d={`M0 30.5H${scale.width}`} />
        {strip.marks.map((mark) => (
          <g key={mark.slug} className="strip-mark">
            {mark.lead && <path className="lead" d={`M${mark.x + 12} 30.5H${scale.width - 8}`} />}
            {mark.kind === "VISIT" ? (
              <rect x={mark.x - 8} y="25.5" width="16" height="10" rx="5" data-held={mark.held} />
            ) : mark.kind === "STATEMENT" ? (
              <path d={flag(mark.x, edge)} data-held={mark.held} />
            ) : (
              <circle cx={mark.x} cy="30.5" r="5.6" data-held={mark.held} />
            )}
          </g>
        ))}
        {tie && <path className="tie" d={`M${tie.x} 36V66`} />}
      </svg>
      {lines.map(({ mark, name, when, from, row }) => (
        <Link
          key={mark.slug}
          to={`/events/${mark.slug}`}
          className="strip-label t-small plain"
          title={`${mark.title}, ${mark.when}`}
          data-row={row}
          style={{ insetInlineStart: from }}
        >
          <span className={mark.slug === FOUNDING.visit ? "strong" : undefined}>{name}</span>{" "}
          <span className="quiet">{when}</span>
        </Link>
      ))}
      <Bar
        segments={strip.segments}
        title={known === null ? "" : strip.title}
        width={scale.width}
      />
    </div>
  );
}

/** The flag of remarks; it flies to the left where it would cross the line of the day of knowledge, and stands clear of it. */
function flag(x: number, edge: number | null): string {
  if (edge === null || x > edge || edge - x > 12) return `M${x} 38V22h10l-2.4 4 2.4 4h-8.4v8Z`;
  return `M${edge - 4} 38V22h-10l2.4 4-2.4 4h8.4v8Z`;
}

function Bar({
  segments,
  title,
  width,
}: {
  segments: StripSegment[];
  title: string;
  width: number;
}) {
  const end = segments.at(-1);
  const beneath = end !== undefined && end.x + end.width + 12 + title.length * 6.5 > width;
  return (
    <div className="strip-bar">
      {segments.map((segment) => (
        <Link
          key={`${segment.words}${segment.x}`}
          to={`/agreements/${FOUNDING.treaty}`}
          aria-label={`${segment.words}, from ${segment.since}`}
          className={`swatch ${segment.look}`}
          data-fades={segment.fades}
          style={
            {
              insetInlineStart: segment.x,
              width: segment.width,
              "--share": `${Math.round(segment.share * 100)}%`,
            } as React.CSSProperties
          }
        />
      ))}
      {segments.map((segment) => (
        <Plaque key={`${segment.words}${segment.x}`} segment={segment} bare={!title} />
      ))}
      {!title &&
        placeDates(segments, width).map(({ segment, from }) => (
          <span
            key={segment.x}
            className="strip-date t-label quiet"
            style={{ insetInlineStart: from }}
          >
            {segment.look === "inforce" && <b className="inforce">In force </b>}
            {segment.since}
          </span>
        ))}
      {title && end && (
        <span
          className="strip-title t-small quiet"
          data-beneath={beneath}
          style={beneath ? { insetInlineEnd: 0 } : { insetInlineStart: end.x + end.width + 12 }}
        >
          {title}
        </span>
      )}
    </div>
  );
}

/** The status on its stretch, where there is room; a stretch that fades leaves its end free. */
function Plaque({ segment, bare }: { segment: StripSegment; bare: boolean }) {
  const room = segment.words.length * 6.4 + (segment.fades && bare ? 80 : 34);
  if (segment.width <= room) return null;
  return (
    <span className={`plaque t-bar ${segment.look}`} style={{ insetInlineStart: segment.x + 6 }}>
      <StatusGlyph of={standingOf(segment)} /> {segment.words}
    </span>
  );
}

/** The glyph needs a standing; a stretch has kept only its look. */
function standingOf(segment: StripSegment) {
  const status = {
    proposed: "PROPOSED",
    negotiating: "NEGOTIATING",
    agreed: "AGREED",
    signed: "SIGNED",
    partly: "SIGNED",
    ratified: "RATIFIED",
    provisional: "PROVISIONALLY_APPLIED",
    inforce: "IN_FORCE",
    suspended: "SUSPENDED",
    ended: "TERMINATED",
  } as const;
  return {
    status: status[segment.look],
    ratified: segment.look === "partly" ? 1 : 0,
    mustRatify: 2,
  };
}
