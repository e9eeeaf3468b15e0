import type { ReactNode } from "react";
import type { Row } from "./stale.ts";

interface Props {
  /** What the two sides are. */
  head: readonly [string, string];
  rows: readonly Row[];
  /** Drawings that stand before the words of a row. */
  glyphs?: ((row: Row) => readonly ReactNode[]) | undefined;
}

/** Two records side by side, with their differences marked. */
export function Sides({ head, rows, glyphs }: Props) {
  return (
    <table className="desk-sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [theirs, mine] = glyphs?.(row) ?? [];
          return (
            <tr key={row.name} data-differs={row.differs}>
              <th scope="row">
                {row.name}
                {row.differs && <span className="hidden-text">, differs</span>}
              </th>
              <td>
                {theirs} {row.theirs}
              </td>
              <td>
                {mine} {row.mine}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
