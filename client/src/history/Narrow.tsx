import type { FormEvent } from "react";
import type { ChangedType } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { go } from "../page/route.ts";
import { shortDay } from "../when/words.ts";
import { addressOf, type Wish } from "./wish.ts";
import { actionWords, nameOf, TYPES } from "./words.ts";

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

/** From which day to which; an end that is left empty is open. */
function Days({ wish }: { wish: Wish }) {
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const day = (name: string) => String(given.get(name) ?? "") || null;
    const [from, to] = [day("from"), day("to")];
    // Days the wrong way round are meant, and turned.
    const isTurned = from !== null && to !== null && to < from;
    go(addressOf(wish, isTurned ? { from: to, to: from } : { from, to }));
  };
  return (
    <form className="record-days" onSubmit={show}>
      <label>
        From <input className="field" type="date" name="from" defaultValue={wish.from ?? ""} />
      </label>
      <label>
        To <input className="field" type="date" name="to" defaultValue={wish.to ?? ""} />
      </label>
      <button type="submit" className="button">
        Show
      </button>
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
