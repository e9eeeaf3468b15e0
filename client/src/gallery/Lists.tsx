import type { EventStatus } from "../app/operations.gen.ts";
import { EventMark } from "../event/EventMark.tsx";
import { EventStatusGlyph } from "../event/EventStatusGlyph.tsx";
import { Ladder } from "../report/Ladder.tsx";
import { Plate } from "./Plate.tsx";
import { NUMBERS, REPORTS } from "./said.ts";

const STATUSES: EventStatus[] = ["HELD", "SCHEDULED", "EXPECTED", "POSTPONED", "CANCELLED"];
const KINDS = ["MEETING", "SUMMIT", "VISIT", "STATEMENT", "INAUGURATION"] as const;

/** Marks and statuses as lists, tables and pages draw them, and the date that narrows. */
export function Lists() {
  return (
    <Plate name="lists" title="On pages: marks, statuses, the narrowing date">
      <div className="list-marks">
        {KINDS.map((kind) => (
          <div key={kind}>
            {STATUSES.map((status) => (
              <EventMark key={status} kind={kind} status={status} fixed={status !== "EXPECTED"} />
            ))}
            <EventMark kind={kind} status="HELD" disputed />
          </div>
        ))}
        <div>
          {STATUSES.map((status) => (
            <EventStatusGlyph
              key={status}
              status={status}
              fixed={status !== "EXPECTED"}
              disputed={false}
              size={18}
            />
          ))}
          <EventStatusGlyph status="HELD" fixed disputed size={18} />
        </div>
      </div>
      <Ladder reports={REPORTS} numbers={NUMBERS} kind="VISIT" />
    </Plate>
  );
}
