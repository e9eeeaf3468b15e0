import { useState } from "react";
import { HoverCard } from "../timeline/HoverCard.tsx";
import type { Hit } from "../timeline/hit.ts";
import { createView } from "../timeline/view.ts";
import { founding } from "./founding.ts";
import { Plate } from "./Plate.tsx";

const hit = (id: string, merged: string[] = [id]): Hit => ({ id, merged, x: 4, y: 4, own: [] });

const HITS = [
  hit("event:zhang"),
  hit("event:pezeshkian-moscow", ["event:pezeshkian-moscow", "event:signing"]),
];

/** What stands beside a mark under the pointer: one event, and one that stands for others. */
export function Card() {
  const [view] = useState(() => createView({ from: 0, to: 1, known: null }));
  return (
    <Plate name="card" title="Card">
      <div className="cards">
        {HITS.map((one) => (
          <div key={one.id} className="timeline-body">
            <HoverCard
              hit={one}
              columns={founding}
              view={view}
              today={founding.today}
              edge={320}
              unit={1}
              said={() => "Foreign Ministry"}
              onHide={() => {}}
            />
          </div>
        ))}
      </div>
    </Plate>
  );
}
