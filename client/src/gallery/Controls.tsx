import { useState } from "react";
import { Chips } from "../filter/Chips.tsx";
import { Icon } from "../page/Icon.tsx";
import { Popover } from "../page/Popover.tsx";
import { Plate } from "./Plate.tsx";

const CHIPS = [
  { of: "with", codes: ["RU", "IR"], words: "Russia, Iran" },
  { of: "kind", codes: [], words: "Visit" },
] as const;

/** What is operated, in each of its states. */
export function Controls() {
  return (
    <Plate name="controls" title="Controls">
      <div className="controls-row">
        <button type="button" className="button primary">
          Primary
        </button>
        <button type="button" className="button">
          Default
        </button>
        <button type="button" className="button as-focused">
          Focused
        </button>
        <button type="button" className="button stamp">
          Time travel
        </button>
        <button type="button" className="button travel">
          Return to latest
        </button>
        <button type="button" className="button" disabled>
          Disabled
        </button>
        <button type="button" className="icon-button" aria-label="Close">
          <Icon name="close" />
        </button>
      </div>
      <div className="controls-row">
        <input className="field" aria-label="Input" defaultValue="Input" />
        <input className="field" aria-label="Empty" placeholder="Search" />
        <input className="field" aria-label="Invalid" aria-invalid="true" defaultValue="Invalid" />
        <span className="joined">
          <button type="button" className="button" aria-pressed="true">
            <Icon name="timeline" /> Timeline
          </button>
          <button type="button" className="button" aria-pressed="false">
            <Icon name="table" /> Table
          </button>
        </span>
        <Menu />
      </div>
      <Chips
        chips={CHIPS.map((chip) => ({ ...chip, codes: [...chip.codes] }))}
        onRemove={() => {}}
        onClear={() => {}}
        span="Since Jun 2024"
        onWiden={() => {}}
      />
      <div className="popover as-open">
        <button type="button">
          <b>This view, live</b>
          <span>Follows what becomes known</span>
        </button>
        <hr />
        <button type="button">
          <b>As known on 20 October 2025</b>
          <span>Stays as it is today</span>
        </button>
      </div>
    </Plate>
  );
}

function Menu() {
  const [open, setOpen] = useState(false);
  return (
    <Popover name="Share" icon="link" open={open} onOpen={setOpen}>
      <button type="button">
        <b>This view, live</b>
        <span>Follows what becomes known</span>
      </button>
    </Popover>
  );
}
