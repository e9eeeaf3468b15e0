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

/** The first problem of a field. */
export function problemOf(problems: readonly Problem[], name: string): string | null {
  return problems.find(({ field }) => field === name)?.message ?? null;
}

/** A labelled field with what is wrong with it, and what it was understood as. */
export function Field({ name, label, aside, problems, hint, children }: Props) {
  const id = useId();
  const problem = problemOf(problems, name);
  const described = [problem && `${id}-problem`, hint ? `${id}-hint` : null].filter(Boolean);
  return (
    <div className="desk-field">
      <label htmlFor={id} className="desk-label">
        {label} {aside && <span className="quiet">{aside}</span>}
      </label>
      {children({
        id,
        "aria-invalid": problem !== null,
        "aria-describedby": described.join(" ") || undefined,
        "data-field": name,
      })}
      {problem && (
        <p id={`${id}-problem`} className="desk-problem">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="desk-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
