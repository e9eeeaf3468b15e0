import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { DeskFindQuery, DeskFindQueryVariables, SearchKind } from "../app/operations.gen.ts";
import { tell } from "../page/ask.ts";
import { Field } from "./Field.tsx";
import question from "./find.graphql?raw";
import { namedIn } from "./named.ts";
import type { Named } from "./newEvent.ts";
import type { Problem } from "./outcome.ts";

interface Props {
  name: string;
  label: string;
  aside?: string;
  placeholder: string;
  /** What is looked for. Places are found by the events that took place there. */
  kinds: readonly SearchKind[];
  places?: boolean;
  problems: readonly Problem[];
  onPick: (found: Named) => void;
}

const REST_MS = 180;
const MOST = 7;

/** Looks up something recorded by its name, and picks it: arrow keys and Enter, or a click. */
export function Picker({
  name,
  label,
  aside,
  placeholder,
  kinds,
  places = false,
  problems,
  onPick,
}: Props) {
  const list = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<Named[]>([]);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const asked = kinds.join(" ");
  useEffect(() => {
    setFound([]);
    if (text.trim().length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const variables = { text, kinds: asked.split(" ") as SearchKind[] };
      tell<DeskFindQuery, DeskFindQueryVariables>(question, variables, stop.signal).then(
        (data) => setFound(namedIn(data, places ? text : null).slice(0, MOST)),
        () => {},
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, asked, places]);
  const shown = open && found.length > 0;
  const pick = (one: Named | undefined) => {
    if (!one) return;
    onPick(one);
    setText("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && shown) setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp" && shown) setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter" && text.trim() !== "" && !event.ctrlKey && !event.metaKey)
      pick(found[at]);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field name={name} label={label} aside={aside} problems={problems}>
      {(attributes) => (
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
            aria-activedescendant={shown ? `${list}${at}` : undefined}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={press}
          />
          <div id={list} role="listbox" aria-label={`${label}: found`} hidden={!shown}>
            {found.map((one, index) => (
              <div
                key={`${one.of}${one.key}`}
                id={`${list}${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="desk-option"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(one)}
                onKeyDown={press}
              >
                <span>
                  {one.name} {one.aside && <span className="quiet">{one.aside}</span>}
                </span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
