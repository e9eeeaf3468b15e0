import { useLayoutEffect, useRef, useState } from "react";
import type { ColumnStep, PhoneColumn } from "./phonesteps.ts";
import { colourOf } from "./StatusGlyph.tsx";

/** Units from the start of a row to its first column, and between columns; how wide one is. */
const FIRST = 144;
const STEP = 18;
const WIDTH = 12;
/** Over so many px a column fades where the record ends. */
const FADE = 34;

/** The middle of a column, in units. */
export function columnX(index: number): number {
  return FIRST + index * STEP + WIDTH / 2;
}

/** How far down the page rows have their marks, px, and how far its past goes down. */
interface Measured {
  rows: Map<string, number>;
  end: number;
}

const NOTHING: Measured = { rows: new Map(), end: 0 };

interface Props {
  columns: PhoneColumn[];
  /** Whether they fade: after the rows (`over` what follows), or before the end of what holds the rows (`within`). */
  fades?: "over" | "within" | undefined;
}

/**
 * The agreements beside the threads, each one continuous column that changes where its rows say so. To be placed in the element that
 * holds those rows.
 */
export function PhoneColumns({ columns, fades }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const [{ rows, end: last }, setMeasured] = useState(NOTHING);
  useLayoutEffect(() => {
    const box = own.current?.parentElement;
    if (!box) return;
    const keys = new Set(columns.flatMap(({ steps }) => steps.map(({ row }) => row)));
    const measure = () => {
      const { top, height } = box.getBoundingClientRect();
      const found = new Map<string, number>();
      for (const row of box.querySelectorAll<HTMLElement>("li[data-key]")) {
        const key = row.dataset.key ?? "";
        if (keys.has(key)) found.set(key, row.getBoundingClientRect().top - top + markY(row));
      }
      setMeasured({ rows: found, end: height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [columns]);
  const end = last + (fades === "over" && last > 0 ? FADE : 0);
  const drawn = columns.map(({ id, steps }, index) => (
    <svg
      key={id}
      className="phone-column"
      style={{ insetInlineStart: `calc(var(--unit) * ${FIRST + index * STEP})` }}
      height={end}
      data-fades={fades !== undefined}
      aria-hidden="true"
    >
      {steps.map((step, at) => {
        const next = steps[at + 1];
        const y = step.row === null ? 0 : rows.get(step.row);
        const foot = next ? rows.get(next.row ?? "") : end;
        if (y === undefined || foot === undefined || foot <= y) return null;
        return <Stretch key={step.row} step={step} y={y} height={foot - y} />;
      })}
    </svg>
  ));
  return <div ref={own}>{drawn}</div>;
}

/** Px from the top of a row to its marks: where its first line of words stands. */
function markY(row: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(row).getPropertyValue("--mark")) * rootPx();
}

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function Stretch({
  step: { look, share, row },
  y,
  height,
}: {
  step: ColumnStep;
  y: number;
  height: number;
}) {
  const ink = colourOf(look);
  const split = look === "partlyRatified" ? WIDTH * (1 - share) : WIDTH;
  const fill =
    look === "inforce"
      ? "var(--inforce-fill)"
      : `url(#pattern-${look === "partlyRatified" ? "signed" : look})`;
  return (
    <>
      {look === "ended" ? (
        <rect x={WIDTH / 2 - 0.75} y={y} width="1.5" height={height} fill={ink} />
      ) : (
        <>
          <rect y={y} width={split} height={height} fill={fill} />
          {split < WIDTH && (
            <rect
              x={split}
              y={y}
              width={WIDTH - split}
              height={height}
              fill="url(#pattern-ratified)"
            />
          )}
          <rect y={y} width="1.25" height={height} fill={ink} />
          <rect x={WIDTH - 1.25} y={y} width="1.25" height={height} fill={ink} />
        </>
      )}
      {row !== null && (
        <rect
          x="-3"
          y={y - 0.875}
          width={WIDTH + 6}
          height="1.75"
          fill={colourOf(look === "partlyRatified" ? "ratified" : look)}
        />
      )}
    </>
  );
}
