import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { SearchQuery, SearchQueryVariables } from "../app/operations.gen.ts";
import { ask } from "../page/ask.ts";
import { Icon } from "../page/Icon.tsx";
import { useKey } from "../page/keys.ts";
import { carrying, go, useKnown } from "../page/route.ts";
import { type Match, matchesOf } from "./matches.ts";
import question from "./search.graphql?raw";
import "./search.css";

/** How long typing must rest before the API is asked, in milliseconds. */
const REST_MS = 140;

type Found =
  | { of: string; matches: Match[]; isMore: boolean }
  | { of: string; matches: null }
  | null;

/** Asks while one types, letters of scripts that say more with one at once; an answer that comes late is dropped. */
function useFound(text: string): Found {
  const [found, setFound] = useState<Found>(null);
  const known = useKnown();
  useEffect(() => {
    if (/^[ -~]?$/.test(text)) {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const asked = { text, asOf: known ?? null };
      ask<SearchQuery, SearchQueryVariables>(question, asked, stop.signal).then(
        (data) => {
          const isMore = data.search.pageInfo.hasNextPage;
          setFound({ of: text, matches: matchesOf(data), isMore });
        },
        () => !stop.signal.aborted && setFound({ of: text, matches: null }),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, known]);
  return found;
}

/** What is said below the list: that nothing was found, and what may help; that there is more; that the search failed. */
function remark(found: Found, isPast: boolean): string {
  if (!found) return "";
  if (!found.matches) return "The search did not answer. Type again to try.";
  if (found.matches.length > 0) return found.isMore ? "There is more: add a word." : "";
  const when = isPast ? " known on that day" : "";
  const latest = isPast ? ", or return to the latest" : "";
  return `Nothing${when} has “${found.of}”. Try fewer words, or the beginning of a name${latest}.`;
}

/** The box in the bar: type a name or words, choose with the arrow keys, go with Enter. `/` jumps to it. */
export function SearchBox() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFound(text.trim());
  const isPast = useKnown() !== undefined;
  const matches = found?.matches ?? [];
  useKey(
    "/",
    useCallback(() => field.current?.focus(), []),
  );

  useEffect(() => {
    if (open) document.getElementById(`${id}${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, open, at]);

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
      <div className="matches" hidden={!shown}>
        <div id={`${id}list`} role="listbox" aria-label="What is found">
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
              <span className="t-small quiet">
                {match.group !== matches[index - 1]?.group && match.group}
              </span>
              <span>
                {match.name} {match.aside && <span className="quiet">{match.aside}</span>}
                {match.passage && (
                  <span className="match-passage t-small quiet">{match.passage}</span>
                )}
              </span>
            </div>
          ))}
        </div>
        <p className="match-none" role="status">
          {remark(found, isPast)}
        </p>
      </div>
    </search>
  );
}
