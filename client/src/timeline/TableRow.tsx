import type { ReactNode } from "react";
import type { LaneParty, TimelineColumns } from "./columns.ts";
import { shortDate } from "./day.ts";
import { dateUnder } from "./rowdate.ts";
import type { NameOf, Row } from "./rows.ts";

/** How the table draws and names what only the words know. */
export interface RowWords {
  /** The mark and name of the row's kind. */
  kind: (row: Row) => ReactNode;
  /** What happened. */
  title: (row: Row) => string;
  /** The glyph and name of the row's status. */
  status: (row: Row) => ReactNode;
  /** The names alone, to sort by. */
  name: NameOf;
}

/** Tables that CSS lays out anew are no tables any more to some browsers; said outright, they stay what they are. */
export const ROLE = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  head: { role: "rowheader" },
  column: { role: "columnheader" },
} as const;

interface Props {
  row: Row;
  /** Its place among all rows, from 0. */
  index: number;
  /** Whether to say that place, since not all rows are there. */
  counted: boolean;
  heading: string | null;
  lanes: TimelineColumns["lanes"];
  words: RowWords;
  selected: boolean;
  fresh: boolean;
  /** Whether it is the row that Tab comes to. */
  current: boolean;
  onSelect: (id: string) => void;
}

/** One fact. Its title is the button that opens it; the whole row takes the pointer. */
export function TableRow({ row, index, heading, lanes, words, selected, ...rest }: Props) {
  const id = `${row.of}:${row.slug}`;
  const date = dateUnder(row, heading);
  return (
    <tr
      {...ROLE.row}
      aria-selected={selected}
      data-fresh={rest.fresh}
      aria-rowindex={rest.counted ? index + 2 : undefined}
      onClick={() => rest.onSelect(id)}
    >
      <td {...ROLE.cell} className="date" data-loose={date.loose}>
        {date.text}
        {date.loose && <span className="hidden-text">, date not fixed</span>}
        {row.dateThen !== undefined && <span className="then"> then {row.dateThen}</span>}
      </td>
      <td {...ROLE.cell} className="kind">
        {words.kind(row)}
      </td>
      <th {...ROLE.head} scope="row">
        <button
          type="button"
          data-row={id}
          data-index={index}
          tabIndex={rest.current ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            rest.onSelect(id);
          }}
        >
          {words.title(row)}
        </button>
      </th>
      <td {...ROLE.cell} className="who">
        <Who parties={partiesOf(row, lanes)} />
      </td>
      <td {...ROLE.cell} className="place quiet">
        {row.place}
      </td>
      <td {...ROLE.cell} className="status">
        {words.status(row)}
      </td>
      <td {...ROLE.cell} className="known quiet" data-since={row.since === true}>
        {row.since && <span>known since </span>}
        {shortDate(row.firstKnown)}
      </td>
      <td {...ROLE.cell} className="count">
        {row.sources}
        <span className="hidden-text">{row.sources === 1 ? " source" : " sources"}</span>
      </td>
    </tr>
  );
}

/** Who takes part: the lanes an event stands in, the parties of an agreement. */
function partiesOf(row: Row, lanes: TimelineColumns["lanes"]): LaneParty[] {
  return row.lanes.flatMap((index) => {
    const lane = lanes[index];
    if (!lane) return [];
    return lane.kind === "AGREEMENT" ? lane.between : [lane];
  });
}

/** More than these are counted. */
const MOST = 4;

/** Monograms of countries and short names of forums, the full name behind each. */
function Who({ parties }: { parties: LaneParty[] }) {
  const shown = parties.length > MOST ? parties.slice(0, MOST - 2) : parties;
  const others = parties.slice(shown.length).map(({ name }) => name);
  return (
    <span className="parties">
      {shown.map(({ key, kind, name }) => (
        <abbr key={key} className="t-iso monogram" title={name}>
          {kind === "COUNTRY" ? key : name}
        </abbr>
      ))}
      {others.length > 0 && (
        <abbr className="t-small quiet" title={others.join(", ")}>
          +{others.length}
        </abbr>
      )}
    </span>
  );
}
