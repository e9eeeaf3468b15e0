import type { ColumnCell, PhoneRow, ThreadMark } from "./phonerows.ts";
import { colourOf } from "./StatusGlyph.tsx";
import { shapePath } from "./shapes.ts";

/** Px from the start of a row to its first thread, and between threads. */
const FIRST = 28;
const STEP = 30;
const COLUMN = { first: 144, step: 18, width: 12 };
/** From the top of a row to its marks and transitions. */
const MARK_Y = 21;

/** Where a thread runs. */
export function threadX(thread: number): number {
  return FIRST + thread * STEP;
}

/** A row's marks on their threads, and the tie across. */
export function PhoneMarks({ row }: { row: PhoneRow }) {
  const xs = row.marks.map(({ thread }) => threadX(thread));
  const dashed = row.marks.some(({ style }) => style !== "filled");
  return (
    <svg className="phone-marks" width="140" height="42" aria-hidden="true">
      {xs.length > 1 && (
        <line
          x1={Math.min(...xs)}
          x2={Math.max(...xs)}
          y1={MARK_Y}
          y2={MARK_Y}
          stroke="var(--ink)"
          strokeWidth={row.tie === "bilateral" ? 1.6 : 1}
          strokeOpacity={row.tie === "bilateral" || dashed ? 1 : 0.55}
          strokeDasharray={dashed ? "3 3" : undefined}
        />
      )}
      {row.marks.map((mark) => (
        <Mark key={mark.thread} mark={mark} />
      ))}
      {row.disputed && xs[0] !== undefined && (
        <circle
          cx={xs[0]}
          cy={MARK_Y}
          r="9.5"
          fill="none"
          stroke="var(--warn)"
          strokeWidth="1.5"
          strokeDasharray="2.6 2"
        />
      )}
    </svg>
  );
}

function Mark({ mark }: { mark: ThreadMark }) {
  // Time runs down here, so that shapes with a length along time are turned; flags stay upright.
  const turn = mark.shape === "pill" || mark.shape === "bar" ? " rotate(90)" : "";
  const d = shapePath(mark.shape, mark.r);
  const reach = mark.r * 0.71 + 2.5;
  return (
    <g transform={`translate(${threadX(mark.thread)} ${MARK_Y})${turn}`}>
      <path d={d} className="phone-halo" />
      <path
        d={d}
        className={mark.style === "hollow" ? "phone-hollow" : "phone-filled"}
        opacity={mark.style === "faint" ? 0.55 : 1}
      />
      {mark.strokes > 0 && (
        <path
          d={`M${-reach} ${reach}L${reach} ${-reach}${mark.strokes === 2 ? `M${-reach} ${-reach}L${reach} ${reach}` : ""}`}
          stroke="var(--ink)"
          strokeWidth="1.5"
        />
      )}
    </g>
  );
}

/** The agreement columns beside a row: as they were down to its mark, and as they are from there. */
export function PhoneCells({ cells, side }: { cells: ColumnCell[]; side: "before" | "both" }) {
  return cells.map((cell, index) => {
    const start = (COLUMN.first + index * COLUMN.step) / 16;
    const changes =
      side === "both" &&
      (cell.before?.look !== cell.after?.look || cell.before?.share !== cell.after?.share);
    return (
      <svg
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
        key={index}
        className="phone-cell"
        style={{ insetInlineStart: `${start}rem` }}
        aria-hidden="true"
      >
        {cell.before && (
          <Stretch
            y={0}
            height={side === "before" || !changes ? "100%" : MARK_Y}
            {...cell.before}
          />
        )}
        {changes && cell.after && <Stretch y={MARK_Y} height="100%" {...cell.after} />}
        {changes && cell.after && (
          <rect
            x="-3"
            y={MARK_Y - 1}
            width="18"
            height="1.75"
            fill={colourOf(cell.after.look === "partlyRatified" ? "ratified" : cell.after.look)}
          />
        )}
      </svg>
    );
  });
}

function Stretch({
  y,
  height,
  look,
  share,
}: {
  y: number;
  height: number | string;
  look: NonNullable<ColumnCell["after"]>["look"];
  share: number;
}) {
  const { width } = COLUMN;
  if (look === "ended")
    return <rect x={width / 2 - 0.75} y={y} width="1.5" height={height} fill={colourOf(look)} />;
  const fill = look === "inforce" ? "var(--inforce-fill)" : `url(#pattern-${look})`;
  const split = look === "partlyRatified" ? width * (1 - share) : width;
  return (
    <>
      <rect
        y={y}
        width={split}
        height={height}
        fill={look === "partlyRatified" ? "url(#pattern-signed)" : fill}
      />
      {split < width && (
        <rect x={split} y={y} width={width - split} height={height} fill="url(#pattern-ratified)" />
      )}
      <rect y={y} width="1.25" height={height} fill={colourOf(look)} />
      <rect x={width - 1.25} y={y} width="1.25" height={height} fill={colourOf(look)} />
    </>
  );
}
