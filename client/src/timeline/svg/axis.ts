import { mix } from "../colours.ts";
import type { Axis, Tick } from "../ticks.ts";
import { box, el, escaped, type Ink, line } from "./ink.ts";

/** Height of the axis, px. */
export const AXIS_PX = 46;
const FLAG_HEIGHT = 20;
const FLAG_PAD = 9;

/** The axis of a document: years above months, and the flag of the day of knowledge over its line. */
export function drawAxis(ink: Ink, axis: Axis, flag: string): string {
  const { palette, edge, measure } = ink;
  const upright = ({ x }: Tick, top: number, fill: string) =>
    x >= 0 && x <= edge ? box(Math.round(x), top, 1, AXIS_PX - top, fill) : "";
  const covered = coveredBy(ink, flag);
  const lower = axis.lower.map((tick, index) => {
    if (tick.label === null || tick.x < 0) return "";
    const width = measure(tick.label, "date");
    const next = axis.lower[index + 1];
    const fits = tick.x + 5 + width <= edge && (!next || next.x - tick.x > width + 6);
    return fits
      ? line(tick.label, { x: tick.x + 5, y: 36.2, face: "month", fill: palette.ink3 })
      : "";
  });
  const upper = axis.upper.map((tick, index) => {
    if (tick.label === null) return "";
    const width = measure(tick.label, "strong");
    const hidden = tick.x + 5 < covered.x2 + 4 && tick.x + 5 + width > covered.x1 - 4;
    const x = hidden ? covered.x2 + 9 : tick.x + 5;
    const next = axis.upper[index + 1];
    // A year that stepped aside for the flag gives way to the next one.
    const isCrowded = hidden && next !== undefined && x + width + 4 > next.x;
    if (isCrowded || x + width > edge) return "";
    return line(tick.label, { x, y: 18.4, face: "year", fill: palette.ink });
  });
  return [
    ...axis.lower.map((tick) => upright(tick, 40, mix(palette.paper, palette.line, 0.6))),
    ...axis.upper.map((tick) => (tick.weight === "major" ? upright(tick, 6, palette.line2) : "")),
    ...lower,
    ...upper,
    drawFlag(ink, flag, covered),
  ].join("");
}

/** The part of the axis that the flag covers, within the plot's edges. */
function coveredBy({ measure, lineX, edge }: Ink, flag: string): { x1: number; x2: number } {
  const width = measure(flag, "bar") + 2 * FLAG_PAD;
  const x1 = Math.min(Math.max(lineX - width / 2, 0), edge - width);
  return { x1, x2: x1 + width };
}

function drawFlag(ink: Ink, flag: string, { x1, x2 }: { x1: number; x2: number }): string {
  const { palette, travelling, lineX, edge } = ink;
  const fill = travelling ? palette.stamp : palette.ink;
  const width = travelling ? 2 : 1.5;
  const inside = lineX >= 0 && lineX <= edge;
  return [
    inside ? box(lineX - width / 2, 3 + FLAG_HEIGHT, width, AXIS_PX - 3 - FLAG_HEIGHT, fill) : "",
    el("rect", { x: x1, y: 3, width: x2 - x1, height: FLAG_HEIGHT, rx: 2, fill }),
    el(
      "text",
      {
        x: (x1 + x2) / 2,
        y: 17.2,
        "text-anchor": "middle",
        "font-size": 11.5,
        "font-weight": 600,
        fill: palette.paper,
      },
      escaped(flag),
    ),
  ].join("");
}
