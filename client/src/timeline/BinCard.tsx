import { type Bin, binWords, readBin } from "./bin.ts";
import type { Known, TimelineColumns } from "./columns.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What a bin holds: its days, how much took place, which forums met, how much was planned. */
export function BinCard({
  bin,
  columns,
  known,
}: {
  bin: Bin;
  columns: TimelineColumns;
  known: Known;
}) {
  const { held, inLane, planned, forums, changed } = readBin(columns, known, bin);
  const lane = columns.lanes[bin.lane];
  const isEmpty = held + planned + forums.length + changed === 0;
  return (
    <>
      <p className="timeline-card-title">{binWords(bin)}</p>
      {held > 0 && (
        <p>
          <b>{counted(held, "meeting or visit", "meetings and visits")}</b>{" "}
          {lane?.kind === "COUNTRY" && inLane < held && (
            <span className="timeline-card-quiet">
              {inLane} with {lane.name}
            </span>
          )}
        </p>
      )}
      {forums.length > 0 && (
        <p>
          <b>{counted(forums.length, "session", "sessions")}</b>{" "}
          <span className="timeline-card-quiet">{[...new Set(forums)].join(", ")}</span>
        </p>
      )}
      {planned > 0 && (
        <p>
          <b>{planned} planned</b>
        </p>
      )}
      {changed > 0 && (
        <p>
          <b>{counted(changed, "change of status", "changes of status")}</b>
        </p>
      )}
      {isEmpty && <p>No facts</p>}
      <p className="timeline-card-quiet">Double-click or press Enter to zoom in</p>
    </>
  );
}
