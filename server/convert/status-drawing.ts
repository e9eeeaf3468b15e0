import type { Machine, StatusDefinition } from "../src/ledger/machine.ts";

const ROW = 46;
const TOP = 34;
const AXIS = 280;
const WIDTH = 880;

/** One row of the drawing: a status, or several that nothing follows, drawn as one. */
interface Row {
  name: string;
  meaning: string;
  statuses: readonly string[];
}

/**
 * A machine as SVG: its statuses down an axis in their usual order, moves forward as arcs on the right, moves back as arcs
 * on the left, what may follow itself as a loop.
 *
 *     EXPECTED   ●─╮
 *              ╭─│ │
 *     SCHEDULED│ ●←╯
 */
export function drawingOf(machine: Machine<string, unknown>): string {
  const rows = rowsOf(machine.statuses);
  const rowOf = (status: string) => rows.findIndex((row) => row.statuses.includes(status));
  const moves = new Map(
    machine.statuses.flatMap(({ status, next }) =>
      next.map((to) => [`${rowOf(status)}>${rowOf(to)}`, [rowOf(status), rowOf(to)] as const]),
    ),
  );
  const longest = Math.max(...[...moves.values()].map(([from, to]) => to - from));
  const textAt = AXIS + bulge(longest) * 0.75 + 26;
  const height = 2 * TOP + (rows.length - 1) * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>Which status of an ${machine.subject.toLowerCase()} may follow which</title>`,
    STYLE,
    ...[...moves.values()].map(([from, to]) => arc(from, to)),
    ...rows.flatMap((row, i) => [
      `<circle cx="${AXIS}" cy="${y(i)}" r="5"/>`,
      `<text class="name" x="${AXIS - 86}" y="${y(i) + 4.5}">${row.name.replaceAll("_", " ")}</text>`,
      `<text x="${textAt}" y="${y(i) + 4.5}">${row.meaning}</text>`,
    ]),
    "</svg>",
    "",
  ].join("\n");
}

const STYLE = `<style>
text { font: 13px system-ui, sans-serif; fill: #414B52 }
.name { font-weight: 600; fill: #14191C; text-anchor: end }
path { fill: none; stroke: #7B8682; stroke-width: 1.25 }
.back { stroke: #0A5BD3; stroke-dasharray: 4 3 }
circle, .tip { fill: #14191C; stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #B8C2C5 } .name, circle, .tip { fill: #ECF0EE } path { stroke: #6E7A80 } .back { stroke: #74B4FF }
}
</style>`;

/** The ended statuses are one row: nothing follows any of them, and together they are the end of the line. */
function rowsOf(statuses: readonly StatusDefinition<string>[]): Row[] {
  const open = statuses.filter(({ next }) => next.length > 0);
  const ended = statuses.filter(({ next }) => next.length === 0);
  const rows = open.map(({ status, meaning }) => ({ name: status, meaning, statuses: [status] }));
  const [only, ...others] = ended;
  if (!only) return rows;
  const names = ended.map(({ status }) => status);
  const end =
    others.length === 0
      ? { name: only.status, meaning: only.meaning, statuses: names }
      : { name: "ended", meaning: names.join(", ").replaceAll("_", " "), statuses: names };
  return [...rows, end];
}

function arc(from: number, to: number): string {
  if (from === to) {
    const at = y(from);
    return `<path d="M${AXIS} ${at + 4}C${AXIS + 46} ${at + 14} ${AXIS + 46} ${at} ${AXIS + 13} ${at}"/>${tip(AXIS + 7, at, 0)}`;
  }
  const isBack = to < from;
  const side = isBack ? -1 : 1;
  const reach = AXIS + side * (isBack ? 14 + 16 * (from - to) : bulge(to - from));
  const [start, end] = [y(from) + side * 4, y(to) - side * 5];
  const path = `M${AXIS} ${start}C${reach} ${start} ${reach} ${end} ${AXIS + side * 10} ${end}`;
  return `<path${isBack ? ' class="back"' : ""} d="${path}"/>${tip(AXIS + side * 5, end, isBack ? 180 : 0)}`;
}

/** An arrowhead that points left at 0 degrees. */
function tip(x: number, at: number, degrees: number): string {
  return `<path class="tip" transform="translate(${x} ${at}) rotate(${degrees})" d="M0 0L8 -3.2V3.2Z"/>`;
}

/** How far an arc over so many rows reaches out; arcs of different length must not lie on each other. */
function bulge(distance: number): number {
  return 18 + 30 * distance;
}

function y(row: number): number {
  return TOP + row * ROW;
}
