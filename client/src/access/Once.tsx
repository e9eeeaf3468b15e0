import { useEffect, useId, useRef, useState } from "react";

interface Props {
  label: string;
  /** What is shown this once. */
  text: string;
  /** What to do with it. */
  children: string;
  onDone: () => void;
}

/** Something that is shown this once: to be copied now. It takes the focus. */
export function Once({ label, text, children, onDone }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser forbids it: what is selected can be copied by hand.
      field.current?.focus();
      field.current?.select();
    }
  };
  return (
    <div className="access-once">
      <label htmlFor={id} className="desk-label">
        {label}
      </label>
      <span className="access-password">
        <input
          id={id}
          className="field"
          type="text"
          readOnly
          value={text}
          aria-describedby={`${id}-hint`}
          ref={field}
        />
        <button type="button" className="button" onClick={copy}>
          Copy
        </button>
      </span>
      <p id={`${id}-hint`} className="desk-hint">
        <strong>Shown this once.</strong> {children}
      </p>
      <div className="access-ways">
        <button type="button" className="button" onClick={onDone}>
          Done
        </button>
        <span className="quiet" role="status">
          {copied && "Copied."}
        </span>
      </div>
    </div>
  );
}
