import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

interface Props {
  /** Those of the field around it. */
  attributes: object;
  /** What the list holds, for whoever hears it. */
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  onPaste?: () => void;
  options: readonly { key: string; words: ReactNode }[];
  /** Whether the first is chosen already, so that Enter takes it. */
  first?: boolean;
  onPick: (at: number) => void;
}

/** A text field with what was found below it: arrow keys and Enter, or a click, choose; Escape closes the list alone. */
export function Combo({
  attributes,
  label,
  placeholder,
  text,
  onText,
  onPaste,
  options,
  first = false,
  onPick,
}: Props) {
  const list = useId();
  const start = first ? 0 : -1;
  const [at, setAt] = useState(start);
  const [open, setOpen] = useState(false);
  const shown = open && options.length > 0;
  const box = useRef<HTMLDivElement>(null);
  // What was found is in sight, above the foot of the form.
  useEffect(() => {
    if (shown && options.length > 0) box.current?.scrollIntoView({ block: "nearest" });
  }, [shown, options.length]);
  const press = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (event.key === "ArrowDown" && shown) setAt(Math.min(at + 1, options.length - 1));
    else if (event.key === "ArrowUp" && shown) setAt(Math.max(at - 1, start));
    else if (event.key === "Enter" && isPlain && shown && options[at]) onPick(at);
    // A list on its way: Enter is meant for it, and not yet for the form.
    else if (event.key === "Enter" && isPlain && first && text.trim() !== "") setOpen(true);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="desk-find">
      <input
        {...attributes}
        className="field"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && at >= 0 ? `${list}${at}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setAt(start);
          setOpen(true);
        }}
        onPaste={onPaste}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div id={list} ref={box} role="listbox" aria-label={label} hidden={!shown}>
        {options.map(({ key, words }, index) => (
          <div
            key={key}
            id={`${list}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="desk-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
            onKeyDown={press}
          >
            {words}
          </div>
        ))}
      </div>
    </div>
  );
}
