import { useEffect, useRef, useState } from "react";
import { Refused } from "./door.ts";

interface Props {
  /** The button, such as `Revoke`. */
  name: string;
  /** What it is done to, for those who hear the button alone. */
  of: string;
  /** What it will do, as a question. */
  question: string;
  /** The way back, in words. */
  keep?: string;
  act: () => Promise<unknown>;
}

/** A button that asks once more before it does what cannot be taken back. */
export function Sure({ name, of, question, keep = "Keep", act }: Props) {
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (isAsked) yes.current?.focus();
    else if (before.current) first.current?.focus();
    before.current = isAsked;
  }, [isAsked]);
  const doIt = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
      setAsked(false);
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "It could not be done just now.");
    } finally {
      setBusy(false);
    }
  };
  if (!isAsked)
    return (
      <button type="button" className="button bare" ref={first} onClick={() => setAsked(true)}>
        {name}
        {of && <span className="hidden-text"> {of}</span>}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div
      className="access-sure"
      role="group"
      aria-label={question}
      onKeyDown={(event) => event.key === "Escape" && setAsked(false)}
    >
      <p>{question}</p>
      {problem && (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button primary" ref={yes} aria-busy={busy} onClick={doIt}>
        {name}
      </button>
      <button type="button" className="button bare" onClick={() => setAsked(false)}>
        {keep}
      </button>
    </div>
  );
}
