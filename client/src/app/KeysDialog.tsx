import { useEffect, useRef } from "react";
import { setKeys, usePreferences } from "../page/preferences.ts";
import "./keys.css";

/** Every key and what it does, where. Those of the last but one group are letters and signs that can be turned off. */
const GROUPS: { title: string; single: boolean; keys: [keys: string[], does: string][] }[] = [
  {
    title: "In the timeline",
    single: false,
    keys: [
      [["←", "→"], "Previous, next in the lane"],
      [["↑", "↓"], "Nearest in time in the next lane"],
      [["Home", "End"], "First, last in the lane"],
      [["Enter"], "Open; zoom in to a column"],
      [["Space"], "Select and stay, or clear"],
      [["Escape"], "Close, then clear"],
      [["Alt ↑", "Alt ↓"], "On a lane's name: move the lane"],
    ],
  },
  {
    title: "On the rail",
    single: false,
    keys: [
      [["←", "→"], "A day"],
      [["Shift ←", "Shift →"], "A week"],
      [["Page Up", "Page Down"], "A month"],
      [["[", "]"], "Previous, next change"],
      [["Home"], "The first fact"],
      [["End", "0"], "Latest"],
    ],
  },
  {
    title: "Single keys in the timeline",
    single: true,
    keys: [
      [["+", "−"], "Zoom in, out"],
      [["F"], "Fit everything"],
      [["T"], "Today, or the day of knowledge"],
      [["G"], "Go to a date"],
      [["1–9"], "Jump to a lane"],
    ],
  },
  {
    title: "Single keys everywhere",
    single: true,
    keys: [
      [["V"], "Timeline or table"],
      [["E"], "Export"],
      [["L"], "Copy the link"],
      [["D"], "Theme"],
      [["N"], "Show new facts, when there are some"],
      [["Z"], "Undo, while it is offered"],
      [["U"], "Editors: update the status shown"],
      [["/"], "Search"],
      [["?"], "These keys"],
    ],
  },
];

/** All keys, and the switch that turns single keys off. Closing it gives focus back to where it was. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { keys } = usePreferences();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the cross do the same
    <dialog
      className="keys-dialog"
      aria-labelledby="keys-title"
      ref={dialog}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="keys-content">
        <header>
          <h2 id="keys-title" className="t-section">
            Keys
          </h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <div className="keys-groups">
          {GROUPS.map(({ title, single, keys: list }) => (
            <section key={title} data-off={single && !keys}>
              <h3 className="t-small">{title}</h3>
              <dl className="t-ui">
                {list.map(([names, does]) => (
                  <div key={does}>
                    <dt>
                      {names.map((name) => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <label className="keys-switch t-ui">
          <input
            type="checkbox"
            checked={keys}
            onChange={(event) => setKeys(event.target.checked)}
          />
          Single keys act outside fields
        </label>
      </div>
    </dialog>
  );
}
