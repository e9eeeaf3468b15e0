import { useState } from "react";
import { dayOf } from "../timeline/day.ts";
import { Rail } from "../timeline/Rail.tsx";
import { Timeline } from "../timeline/Timeline.tsx";
import { createView } from "../timeline/view.ts";
import { founding, pinned } from "./founding.ts";
import { Plate } from "./Plate.tsx";

/** A stretch of the founding case as the product lays it out, on a past day and today. */
export function Plot() {
  return (
    <>
      <OnePlot name="plot" title="Plot and rail" known={null} sel="event:xi-moscow" />
      <OnePlot name="past" title="As known on a past day" known="2025-04-30" sel={null} />
    </>
  );
}

function OnePlot({
  name,
  title,
  known,
  sel,
}: {
  name: string;
  title: string;
  known: string | null;
  sel: string | null;
}) {
  const [view] = useState(() =>
    createView({
      from: dayOf("2024-12-15"),
      to: dayOf("2025-12-15"),
      known: known ? dayOf(known) : null,
    }),
  );
  const [selected, select] = useState(sel);
  return (
    <Plate name={name} title={title}>
      <div className="plot">
        <Timeline
          columns={founding}
          view={view}
          today={founding.today}
          pinned={pinned}
          selected={selected}
          onSelect={select}
          label={title}
          shortcuts={false}
        />
      </div>
      <Rail columns={founding} view={view} today={founding.today} />
    </Plate>
  );
}
