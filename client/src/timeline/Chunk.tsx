import { type ReactNode, useEffect, useRef, useState } from "react";
import { ROLE } from "./TableRow.tsx";

interface Props {
  /** How many rows it holds. */
  rows: number;
  /** Whether it may wait until the reader comes near. */
  waits: boolean;
  /** Whether it must be there all the same. */
  needed: boolean;
  span: number;
  children: () => ReactNode;
}

/** Rows of a table that stay away while they are out of sight: their room is kept, so that nothing moves when they come. */
export function Chunk({ rows, waits, needed, span, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const section = body.current;
    if (!section || !waits) return;
    const root = section.closest(".table-scroll");
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root, rootMargin: "100% 0px" },
    );
    watch.observe(section);
    return () => watch.disconnect();
  }, [waits]);
  return (
    <tbody ref={body} {...ROLE.group}>
      {!waits || near || needed ? (
        children()
      ) : (
        <tr className="away">
          <td colSpan={span} style={{ height: `calc(${rows} * var(--size-table-row))` }} />
        </tr>
      )}
    </tbody>
  );
}
