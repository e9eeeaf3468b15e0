import { type FormEvent, useId, useState } from "react";
import type { ChangedType } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { go } from "../page/route.ts";
import { isoOf } from "../when/day.ts";
import { shortDay } from "../when/words.ts";
import { boundsOf, readDate } from "../when/written.ts";
import { addressOf, type Wish } from "./wish.ts";
import { actionWords, nameOf, TYPES } from "./words.ts";

const DAY_MS = 86_400_000;
const KINDS = Object.entries(TYPES) as [ChangedType, (typeof TYPES)[ChangedType]][];

/** Which changes are shown: each choice an address of its own. By whom, and by which action, is chosen in the rows. */
export function Narrow({ wish, isOne }: { wish: Wish; isOne: boolean }) {
  return (
    <nav className="record-narrow" aria-label="Which changes">
      {!isOne && (
        <ul className="record-kinds">
          <li>
            <Choice isOn={wish.type === null} to={addressOf(wish, { type: null })}>
              All
            </Choice>
          </li>
          {KINDS.map(([type, { many }]) => (
            <li key={type}>
              <Choice isOn={wish.type === type} to={addressOf(wish, { type })}>
                {many}
              </Choice>
            </li>
          ))}
        </ul>
      )}
      <Days key={`${wish.from} ${wish.to}`} wish={wish} />
      <Chosen wish={wish} isOne={isOne} />
    </nav>
  );
}

function Choice({ isOn, to, children }: { isOn: boolean; to: string; children: string }) {
  return (
    <Link className="record-kind" to={to} exact aria-current={isOn ? "true" : undefined}>
      {children}
    </Link>
  );
}

/** The first or the last day of a date as somebody writes it; null for none, undefined for what is no date. */
function endIn(text: string, end: "earliest" | "latest"): string | null | undefined {
  if (text.trim() === "") return null;
  const read = readDate(text, Math.floor(Date.now() / DAY_MS));
  const day = read && boundsOf(read.edtf)[end];
  return day == null ? undefined : isoOf(day);
}

/** From which day to which, as one writes days; of a month or a year its first and its last. An end that is left empty is open. */
function Days({ wish }: { wish: Wish }) {
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const from = endIn(String(given.get("from") ?? ""), "earliest");
    const to = endIn(String(given.get("to") ?? ""), "latest");
    const problem = from === undefined ? "from" : to === undefined ? "to" : null;
    setWrong(problem);
    if (from === undefined || to === undefined) {
      form.querySelector<HTMLInputElement>(`[name="${problem}"]`)?.focus();
      return;
    }
    // Days the wrong way round are meant, and turned.
    const isTurned = from !== null && to !== null && to < from;
    go(addressOf(wish, isTurned ? { from: to, to: from } : { from, to }));
  };
  const field = (name: "from" | "to", label: string) => (
    <label>
      {label}{" "}
      <input
        className="field"
        type="text"
        name={name}
        autoComplete="off"
        placeholder="20 Oct 2025"
        defaultValue={wish[name] === null ? "" : shortDay(wish[name])}
        aria-invalid={wrong === name}
        aria-describedby={wrong === name ? id : undefined}
      />
    </label>
  );
  return (
    <form className="record-days" noValidate onSubmit={show}>
      {field("from", "From")}
      {field("to", "To")}
      <button type="submit" className="button">
        Show
      </button>
      {wrong !== null && (
        <p id={id} className="record-problem" role="alert">
          Write a day, a month or a year, such as 20 Oct 2025.
        </p>
      )}
    </form>
  );
}

/** What else the list is narrowed by, each with the way out of it. */
function Chosen({ wish, isOne }: { wish: Wish; isOne: boolean }) {
  const { by, action, slug, from, to } = wish;
  const chosen: [text: string, without: Partial<Wish>][] = [
    ...(by === null ? [] : [[`by ${by}`, { by: null }] as [string, Partial<Wish>]]),
    ...(action === null
      ? []
      : [[actionWords(action), { action: null }] as [string, Partial<Wish>]]),
    ...(slug === null || isOne ? [] : [[nameOf(slug), { slug: null }] as [string, Partial<Wish>]]),
    ...(from === null && to === null
      ? []
      : [[daysOf(from, to), { from: null, to: null }] as [string, Partial<Wish>]]),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul className="record-chosen" aria-label="Only">
      {chosen.map(([text, without]) => (
        <li key={text}>
          <Link
            className="button"
            to={addressOf(wish, without)}
            exact
            aria-label={`Not only ${text}`}
          >
            {text} <Icon name="close" size={14} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function daysOf(from: string | null, to: string | null): string {
  if (from !== null && from === to) return shortDay(from);
  return [from && `from ${shortDay(from)}`, to && `to ${shortDay(to)}`].filter(Boolean).join(" ");
}
