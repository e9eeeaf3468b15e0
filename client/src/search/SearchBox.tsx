import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { NamesQuery, NamesQueryVariables } from "../app/operations.gen.ts";
import { ask } from "../page/ask.ts";
import { Icon } from "../page/Icon.tsx";
import { useKey } from "../page/keys.ts";
import { carrying, go, useKnown } from "../page/route.ts";
import { type Match, matchesOf } from "./matches.ts";
import names from "./names.graphql?raw";
import "./search.css";

/** How long typing must rest before the API is asked, in milliseconds. */
const REST_MS = 140;

type Found = { of: string; matches: Match[] } | { of: string; failed: true } | null;

/** Asks for names while one types; an answer that comes late is dropped. */
function useNames(text: string): Found {
  const [found, setFound] = useState<Found>(null);
  const known = useKnown();
  useEffect(() => {
    if (text.length < 2) {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask<NamesQuery, NamesQueryVariables>(names, { text, asOf: known ?? null }, stop.signal).then(
        (data) => setFound({ of: text, matches: matchesOf(data) }),
        () => !stop.signal.aborted && setFound({ of: text, failed: true }),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, known]);
  return found;
}

/** The box in the bar: type a name, choose with the arrow keys, go with Enter. `/` jumps to it. */
export function SearchBox() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useNames(text.trim());
  const matches = found && "matches" in found ? found.matches : [];
  useKey(
    "/",
    useCallback(() => field.current?.focus(), []),
  );

  const leave = () => {
    setOpen(false);
    setText("");
    field.current?.blur();
  };
  const follow = (match: Match | undefined) => {
    if (!match) return;
    go(carrying(match.to));
    leave();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    else if (event.key === "Enter") follow(matches[at]);
    else if (event.key === "ArrowDown") setAt(Math.min(at + 1, matches.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  const shown = open && found !== null;
  return (
    <search className="search" data-open={open}>
      <Icon name="search" />
      <input
        ref={field}
        className="field"
        role="combobox"
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        placeholder="Find a leader, forum, agreement"
        aria-label="Find a leader, forum, agreement, country or event"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-activedescendant={shown && matches[at] ? `${id}${at}` : undefined}
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
      <span className="slash" aria-hidden="true">
        /
      </span>
      <div
        id={`${id}list`}
        className="matches"
        role="listbox"
        aria-label="Names found"
        hidden={!shown}
      >
        {matches.map((match, index) => (
          <div
            key={match.to}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="match"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => follow(match)}
            onKeyDown={press}
          >
            <span className="match-group t-small quiet">
              {match.group !== matches[index - 1]?.group && match.group}
            </span>
            <span className="match-name">
              {match.name} {match.aside && <span className="quiet">{match.aside}</span>}
            </span>
          </div>
        ))}
        {found && matches.length === 0 && (
          <p className="match-none">
            {"failed" in found
              ? "The search did not answer. Type again to try."
              : `Nothing is named “${found.of}”.`}
          </p>
        )}
      </div>
    </search>
  );
}
