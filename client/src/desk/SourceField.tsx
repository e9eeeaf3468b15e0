import { useEffect, useRef } from "react";
import { Icon } from "../page/Icon.tsx";
import { type Day, isoOf } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { Combo } from "./Combo.tsx";
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
  /** What more its label says. */
  aside?: string | undefined;
}

/** So many of the sources found are offered. */
const MOST = 6;
/** How long a link that is typed must rest before it is taken for whole, ms; one that is pasted is. */
const TYPED_MS = 900;

/** The source of a claim: one that is recorded, by its name; or a new one, by the link of its page. */
export function SourceField({ value, onChange, today, problems, aside }: Props) {
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
        <Finding {...{ value, onChange, today, problems, aside }} />
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
  aside,
}: Props & { value: Extract<SourceValue, { of: "none" }> }) {
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
        <span>
          <strong>{source.publisher}</strong>
          {(source.title ?? source.description) && `, ${source.title ?? source.description}`}
          {source.publishedOn && (
            <span className="quiet"> {edtfWords(source.publishedOn, "short")}</span>
          )}
        </span>
      ),
    })),
    ...(found
      ? [
          {
            key: "new",
            value: named(),
            words: (
              <>
                <Icon name="link" size={14} /> <span>A new source: “{text.trim()}”</span>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Field
      name="source"
      label="Source"
      aside={aside}
      problems={problems}
      hint={isLink ? "Looking for what the record knows of this page." : ""}
    >
      {(attributes) => (
        <Combo
          attributes={attributes}
          label="Sources found"
          placeholder="Link to the page that says so, or a name"
          text={text}
          onText={(next) => onChange({ of: "none", text: next })}
          onPaste={() => {
            pasted.current = true;
          }}
          options={options}
          onPick={(at) => {
            const option = options[at];
            if (option) onChange(option.value);
          }}
        />
      )}
    </Field>
  );
}
