import { Empty } from "../app/Empty.tsx";
import { UNFILTERED } from "../filter/narrow.ts";
import { Busy } from "../page/Busy.tsx";
import { Failure } from "../page/failure.ts";
import { Offline } from "../page/Offline.tsx";
import { Trouble } from "../page/Trouble.tsx";
import { dayOf } from "../timeline/day.ts";
import { founding } from "./founding.ts";
import { Plate } from "./Plate.tsx";

// Here the network is always gone, so that the strip that says so stands.
Object.defineProperty(navigator, "onLine", { get: () => false });

const FAILURE = new Failure("Bad gateway", 502, "7f3a-91");
/** Local time: the strip speaks by the reader's own clock. */
const SAVED = new Date(2025, 9, 20, 14, 6).getTime();
const WINDOW = { from: dayOf("2027-01-01"), to: dayOf("2027-12-01"), known: null };

/** What stands where facts do not: loading, empty, an error, no network. */
export function States() {
  return (
    <Plate name="states" title="States">
      <div className="state">
        <Busy what="the gallery" />
      </div>
      <Offline savedAt={SAVED} />
      <Trouble
        what="The agreements"
        failure={FAILURE}
        safe="Meetings are up to date."
        again={() => {}}
      />
      <Empty
        title="Russia and Iran"
        filter={{ ...UNFILTERED, kind: ["VISIT"] }}
        view={WINDOW}
        all={founding}
        columns={founding}
        change={() => {}}
        changeWithUndo={() => {}}
      />
    </Plate>
  );
}
