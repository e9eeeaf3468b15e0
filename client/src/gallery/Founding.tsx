import { useState } from "react";
import { PHONE, useMedia } from "../page/media.ts";
import { dayOf } from "../timeline/day.ts";
import { PhoneTimeline } from "../timeline/PhoneTimeline.tsx";
import { Rail } from "../timeline/Rail.tsx";
import { Timeline } from "../timeline/Timeline.tsx";
import { createView } from "../timeline/view.ts";
import { founding, pinned } from "./founding.ts";

/** The timeline of the founding case over the whole page; `from`, `to`, `known` and `sel` are as in the product's address. */
export function Founding({ query }: { query: URLSearchParams }) {
  const [view] = useState(() => {
    const known = query.get("known");
    return createView({
      from: dayOf(query.get("from") ?? "2024-06-01"),
      to: dayOf(query.get("to") ?? "2026-04-01"),
      known: known ? dayOf(known) : null,
    });
  });
  const [selected, select] = useState<string | null>(query.get("sel"));
  const Plot = useMedia(PHONE) ? PhoneTimeline : Timeline;
  return (
    <main className="founding">
      <div className="founding-plot">
        <Plot
          columns={founding}
          view={view}
          today={founding.today}
          pinned={pinned}
          selected={selected}
          onSelect={select}
          label="Russia, Iran, China and Türkiye"
        />
      </div>
      <Rail columns={founding} view={view} today={founding.today} />
    </main>
  );
}
