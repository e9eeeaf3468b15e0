import { useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { dayOf } from "../timeline/day.ts";
import { PhoneTimeline } from "../timeline/PhoneTimeline.tsx";
import { Rail } from "../timeline/Rail.tsx";
import { Timeline } from "../timeline/Timeline.tsx";
import { createView } from "../timeline/view.ts";
import { founding, pinned } from "./founding.ts";
import "../app/fonts.css";
import "../app/tokens.css";
import "../app/base.css";
import "../app/type.css";
import "./gallery.css";

const query = new URLSearchParams(location.search);
const known = query.get("known");
const theme = query.get("theme");
if (theme) document.documentElement.dataset.theme = theme;

const view = createView({
  from: dayOf(query.get("from") ?? "2024-06-01"),
  to: dayOf(query.get("to") ?? "2026-04-01"),
  known: known ? dayOf(known) : null,
});
Object.assign(window, { view });

const phone = matchMedia("(max-width: 639px)");

function Gallery() {
  const [selected, select] = useState<string | null>(query.get("sel"));
  const isPhone = useSyncExternalStore(
    (listener) => {
      phone.addEventListener("change", listener);
      return () => phone.removeEventListener("change", listener);
    },
    () => phone.matches,
  );
  const shared = { columns: founding, view, today: founding.today, pinned };
  const Plot = isPhone ? PhoneTimeline : Timeline;
  return (
    <main className="gallery">
      <div className="gallery-top" />
      <div className="gallery-plot">
        <Plot
          {...shared}
          selected={selected}
          onSelect={select}
          label="Russia, Iran, China and Türkiye"
        />
      </div>
      <Rail columns={founding} view={view} today={founding.today} />
      <div className="gallery-foot" />
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);
