import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Icon } from "../page/Icon.tsx";
import { type Day, isoOf } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { Field } from "./Field.tsx";
import { domainOf, publisherOn, readLink } from "./link.ts";
import { NewSource } from "./NewSource.tsx";
import type { Problem } from "./outcome.ts";
import type { SourceValue } from "./said.ts";
import { findSources, type Source, useSources } from "./useSources.ts";

interface Props {
  value: SourceValue;
  onChange: (value: SourceValue) => void;
  today: Day;
  problems: readonly Problem[];
}

/** So many of the sources found are offered. */
const MOST = 6;
/** How long a link that is typed must rest before it is taken for whole, ms; one that is pasted is. */
const TYPED_MS = 900;

/** The source of a claim: one that is recorded, by its name; or a new one, by the link of its page. */
export function SourceField({ value, onChange, today, problems }: Props) {
  // The field that takes the place of another takes its focus as well.
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(value.of);
  useEffect(() => {
    if (before.current === value.of) return;
    before.current = value.of;
    place.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, [value.of]);
  return (
    <div ref={place}>
      {value.of === "none" ? (
        <Finding value={value} onChange={onChange} today={today} problems={problems} />
      ) : value.of === "new" ? (
        <NewSource value={value} onChange={onChange} today={today} problems={problems} />
      ) : (
        <fieldset className="desk-field">
          <legend className="desk-label">Source</legend>
          <div className="desk-chosen">
            <p>
              <strong>{value.publisher}</strong>
              {value.title && `, ${value.title}`}
              {value.publishedOn && (
                <span className="quiet"> {edtfWords(value.publishedOn, "short")}</span>
              )}
            </p>
            <button
              type="button"
              className="button bare"
              onClick={() => onChange({ of: "none", text: "" })}
            >
              Change
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}

function chosen({ id, publisher, title, description, publishedOn }: Source): SourceValue {
  return {
    of: "recorded",
    id,
    publisher,
    title: title ?? description ?? null,
    publishedOn: publishedOn ?? null,
  };
}

/** Fills in what a link tells by itself, and what the record knows of its host; a page that is recorded already is chosen. */
async function fromLink(text: string, today: Day): Promise<SourceValue | null> {
  const link = readLink(text, isoOf(today));
  if (!link) return null;
  const known = await findSources(domainOf(link.host)).catch(() => []);
  const same = known.find(({ url }) => url && readLink(url, "9999-12-31")?.url === link.url);
  if (same) return chosen(same);
  const on = publisherOn(link.host, known);
  return {
    of: "new",
    publisher: on?.publisher ?? link.host,
    title: "",
    url: link.url,
    publishedOn: link.publishedOn === null ? "" : edtfWords(link.publishedOn, "short"),
    language: on?.language ?? "",
  };
}

function Finding({
  value,
  onChange,
  today,
  problems,
}: Props & { value: Extract<SourceValue, { of: "none" }> }) {
  const list = useId();
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const { text } = value;
  const isLink = readLink(text, isoOf(today)) !== null;
  const found = useSources(isLink ? "" : text)?.slice(0, MOST) ?? null;
  const latest = useRef(onChange);
  latest.current = onChange;
  const pasted = useRef(false);
  useEffect(() => {
    if (!isLink) return;
    let isLate = false;
    const take = () =>
      void fromLink(text, today).then((next) => next && !isLate && latest.current(next));
    const timer = setTimeout(take, pasted.current ? 0 : TYPED_MS);
    pasted.current = false;
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [isLink, text, today]);
  const named = (): SourceValue => ({
    of: "new",
    publisher: text.trim(),
    title: "",
    url: "",
    publishedOn: "",
    language: "",
  });
  const options = [
    ...(found ?? []).map((source) => ({
      key: source.id,
      value: chosen(source),
      words: (
        <>
          <strong>{source.publisher}</strong>
          {(source.title ?? source.description) && `, ${source.title ?? source.description}`}
          {source.publishedOn && (
            <span className="quiet"> {edtfWords(source.publishedOn, "short")}</span>
          )}
        </>
      ),
    })),
    ...(found ? [{ key: "new", value: named(), words: <>A new source: “{text.trim()}”</> }] : []),
  ];
  const shown = open && options.length > 0;
  const press = (event: KeyboardEvent) => {
    const option = options[at];
    if (event.key === "ArrowDown" && shown) setAt(Math.min(at + 1, options.length - 1));
    else if (event.key === "ArrowUp" && shown) setAt(Math.max(at - 1, -1));
    else if (event.key === "Enter" && shown && option) onChange(option.value);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field
      name="source"
      label="Source"
      problems={problems}
      hint={isLink ? "Looking for what the record knows of this page." : ""}
    >
      {(attributes) => (
        <div className="desk-find">
          <input
            {...attributes}
            className="field"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            placeholder="Link to the page that says so, or a name"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={list}
            aria-activedescendant={shown && at >= 0 ? `${list}${at}` : undefined}
            value={text}
            onChange={(event) => {
              onChange({ of: "none", text: event.target.value });
              setAt(-1);
              setOpen(true);
            }}
            onPaste={() => {
              pasted.current = true;
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={press}
          />
          <div id={list} role="listbox" aria-label="Sources found" hidden={!shown}>
            {options.map((option, index) => (
              <div
                key={option.key}
                id={`${list}${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="desk-option"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChange(option.value)}
                onKeyDown={press}
              >
                {option.key === "new" && <Icon name="link" size={14} />}
                <span>{option.words}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
