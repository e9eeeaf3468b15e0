import { type ReactNode, useId } from "react";
import type { Problem } from "./outcome.ts";

interface Props {
  /** The field's name among problems. */
  name: string;
  label: ReactNode;
  /** What more the label says, quietly. */
  aside?: ReactNode | undefined;
  problems: readonly Problem[];
  /** What stands below the field. */
  hint?: ReactNode;
  children: (attributes: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
    "data-field": string;
  }) => ReactNode;
}

/** The problems of a field, as one text; null for none. */
export function problemOf(problems: readonly Problem[], name: string): string | null {
  return problemsOf(problems, name).join(" ") || null;
}

function problemsOf(problems: readonly Problem[], name: string): string[] {
  return problems.filter(({ field }) => field === name).map(({ message }) => message);
}

/** A labelled field with what is wrong with it, and what it was understood as. */
export function Field({ name, label, aside, problems, hint, children }: Props) {
  const id = useId();
  const wrong = problemsOf(problems, name);
  const described = [wrong.length > 0 && `${id}-problem`, hint ? `${id}-hint` : null].filter(
    Boolean,
  );
  return (
    <div className="desk-field">
      <label htmlFor={id} className="desk-label">
        {label} {aside && <span className="quiet">{aside}</span>}
      </label>
      {children({
        id,
        "aria-invalid": wrong.length > 0,
        "aria-describedby": described.join(" ") || undefined,
        "data-field": name,
      })}
      {wrong.length > 0 && (
        <div id={`${id}-problem`} className="desk-problem">
          {wrong.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      {hint && (
        <p id={`${id}-hint`} className="desk-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
