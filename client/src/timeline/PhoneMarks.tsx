import type { PhoneRow } from "./phonerows.ts";
import { shapePath } from "./shapes.ts";
import type { ThreadMark } from "./threads.ts";

/** Units from the start of a row to its first thread, and between threads; a unit is 1 px where there is room. */
const FIRST = 28;
const STEP = 30;
const BOX = { width: 140, height: 42 };

/** Where a thread runs, in units. */
export function threadX(thread: number): number {
  return FIRST + thread * STEP;
}

/** A row's marks on their threads, and the tie across. */
export function PhoneMarks({ row }: { row: PhoneRow }) {
  const xs = row.marks.map(({ thread }) => threadX(thread));
  const dashed = !row.since && row.marks.some(({ style }) => style !== "filled");
  const y = BOX.height / 2;
  // A part adds no thread to those of its whole: it has the marks already.
  if (xs.length === 0 || row.isPart) return null;
  return (
    <svg
      className="phone-marks"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      data-since={row.since}
      aria-hidden="true"
    >
      {xs.length > 1 && (
        <line
          x1={Math.min(...xs)}
          x2={Math.max(...xs)}
          y1={y}
          y2={y}
          stroke="currentColor"
          strokeWidth={row.tie === "summit" ? 1 : 1.6}
          strokeOpacity={row.tie !== "summit" || dashed ? 1 : 0.55}
          strokeDasharray={dashed ? "3 3" : undefined}
        />
      )}
      {row.marks.map((mark) => (
        <Mark key={mark.thread} mark={mark} y={y} joined={row.tie === "visit"} />
      ))}
      {row.disputed && xs[0] !== undefined && (
        <circle
          cx={xs[0]}
          cy={y}
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

function Mark({ mark, y, joined }: { mark: ThreadMark; y: number; joined: boolean }) {
  // Time runs down here, so that shapes with a length along time are turned; flags stay upright.
  const turn = mark.shape === "pill" || mark.shape === "bar" ? " rotate(90)" : "";
  const d = shapePath(mark.shape, mark.r);
  const reach = mark.r * 0.71 + 2.5;
  return (
    <g transform={`translate(${threadX(mark.thread)} ${y})${turn}`}>
      {!joined && <path d={d} className="phone-halo" />}
      <path
        d={d}
        className={mark.style === "hollow" ? "phone-hollow" : "phone-filled"}
        opacity={mark.style === "faint" ? 0.55 : 1}
      />
      {mark.strokes > 0 && (
        <path
          d={`M${-reach} ${reach}L${reach} ${-reach}${mark.strokes === 2 ? `M${-reach} ${-reach}L${reach} ${reach}` : ""}`}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
    </g>
  );
}
