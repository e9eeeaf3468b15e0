import { useRef } from "react";
import { Icon } from "../page/Icon.tsx";
import type { Chip } from "./chips.ts";
import "./chips.css";

interface Props {
  chips: Chip[];
  onRemove: (of: Chip["of"]) => void;
  onClear: () => void;
  /** The window of time as a filter, `Since Jun 2024`; null where it leaves nothing out. */
  span: string | null;
  onWiden: () => void;
}

/** What stands between the reader and everything: one chip a filter, each with its way out. */
export function Chips({ chips, onRemove, onClear, span, onWiden }: Props) {
  const row = useRef<HTMLUListElement>(null);
  // What stood behind the chip takes its place, and the focus with it.
  const leave = (at: number, act: () => void) => {
    act();
    requestAnimationFrame(() => {
      const left = row.current?.querySelectorAll<HTMLElement>("button") ?? [];
      const next = left[Math.min(at, left.length - 1)];
      (next ?? document.getElementById("filter-button"))?.focus();
    });
  };
  return (
    <ul className="chips" aria-label="Filters" ref={row}>
      {chips.map(({ of, codes, words }, at) => (
        <li key={of} className="chip">
          {codes.map((code) => (
            <span key={code} className="t-iso monogram">
              {code}
            </span>
          ))}
          <span>{words}</span>
          <Remove
            name={`${codes.join(", ")} ${words}`}
            onClick={() => leave(at, () => onRemove(of))}
          />
        </li>
      ))}
      {span !== null && (
        <li className="chip">
          <span>{span}</span>
          <Remove name={span} onClick={() => leave(chips.length, onWiden)} />
        </li>
      )}
      {chips.length > 0 && (
        <li>
          <button type="button" className="clear" onClick={() => leave(0, onClear)}>
            Clear filters
          </button>
        </li>
      )}
    </ul>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="remove"
      aria-label={`Remove filter: ${name.trim()}`}
      onClick={onClick}
    >
      <Icon name="close" size={14} />
    </button>
  );
}
