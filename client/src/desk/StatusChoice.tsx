import { type ReactNode, useId } from "react";
import { Icon } from "../page/Icon.tsx";
import { problemOf } from "./Field.tsx";
import type { Move } from "./moves.ts";
import type { Problem } from "./outcome.ts";

interface Props<Status extends string> {
  moves: readonly Move<Status>[];
  value: Status | null;
  onChange: (status: Status) => void;
  /** The drawing of a status, before its word. */
  glyph: (status: Status) => ReactNode;
  /** What choosing where it stands already comes to. */
  again: string;
  problems: readonly Problem[];
  /** The way out of one that is not open. */
  wayOut: ReactNode;
}

/** Every status: those that are open first, the others grey with why; choosing one of these says why at once, with the way out. */
export function StatusChoice<Status extends string>({
  moves,
  value,
  onChange,
  glyph,
  again,
  problems,
  wayOut,
}: Props<Status>) {
  const id = useId();
  const problem = problemOf(problems, "status");
  const chosen = moves.find(({ to }) => to === value);
  const isExplained = chosen !== undefined && !chosen.legal && !chosen.current;
  return (
    <div
      className="desk-field"
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-invalid={problem !== null || isExplained}
      aria-describedby={isExplained ? `${id}-why` : problem ? `${id}-problem` : undefined}
    >
      <span id={`${id}-legend`} className="desk-label">
        New status
      </span>
      {moves.map((move) => (
        <div key={move.to}>
          <label className="desk-choice" data-open={move.legal}>
            <input
              type="radio"
              name={id}
              value={move.to}
              data-field="status"
              checked={move.to === value}
              aria-invalid={move.to === value && isExplained}
              onChange={() => onChange(move.to)}
            />
            {glyph(move.to)}
            <span>{move.word}</span>
            <span className="desk-aside">{move.aside}</span>
          </label>
          {move.to === value && isExplained && (
            <p id={`${id}-why`} className="desk-note danger" role="alert">
              <Icon name="warning" />
              <span>
                <Reason text={(move.reason ?? "").replaceAll("'", "’")} /> {wayOut}
              </span>
            </p>
          )}
          {move.to === value && move.current && <p className="desk-hint desk-again">{again}</p>}
        </div>
      ))}
      {problem && !isExplained && (
        <p id={`${id}-problem`} className="desk-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The first sentence says what is not possible; the others what is. */
function Reason({ text }: { text: string }) {
  const end = text.indexOf(". ") + 1;
  return end === 0 ? (
    <strong>{text}</strong>
  ) : (
    <>
      <strong>{text.slice(0, end)}</strong>
      {text.slice(end)}
    </>
  );
}
