import { useEffect, useState } from "react";
import type { DeskFindQuery, DeskFindQueryVariables, SearchKind } from "../app/operations.gen.ts";
import { tell } from "../page/ask.ts";
import { Link } from "../page/Link.tsx";
import { Combo } from "./Combo.tsx";
import { Field } from "./Field.tsx";
import question from "./find.graphql?raw";
import { namedIn } from "./named.ts";
import type { Found, Named } from "./newEvent.ts";
import type { Problem } from "./outcome.ts";

interface Props {
  name: string;
  label: string;
  aside?: string;
  placeholder: string;
  /** What is looked for. */
  kinds: readonly Found[];
  /** What is recorded at its own address where it is not found: `place`. */
  lacking?: string | null;
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
  lacking = null,
  problems,
  onPick,
}: Props) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Named[]>([]);
  const [isAsked, setAsked] = useState(false);
  const asked = kinds.join(" ");
  useEffect(() => {
    setFound([]);
    setAsked(false);
    if (text.trim().length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const all = asked.split(" ");
      const searched = all.filter((kind) => kind !== "PLACE" && kind !== "OFFICE") as SearchKind[];
      const variables = {
        ...{ text, kinds: searched, search: searched.length > 0 },
        ...{ places: all.includes("PLACE"), offices: all.includes("OFFICE") },
      };
      tell<DeskFindQuery, DeskFindQueryVariables>(question, variables, stop.signal).then(
        (data) => {
          setFound(namedIn(data).slice(0, MOST));
          setAsked(true);
        },
        () => {},
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, asked]);
  return (
    <Field
      name={name}
      label={label}
      aside={aside}
      problems={problems}
      hint={
        lacking && isAsked && found.length === 0 ? (
          <>
            None is recorded. <Link to={`/desk/new/${lacking}`}>Record a new {lacking}</Link>; what
            you began here is kept.
          </>
        ) : (
          ""
        )
      }
    >
      {(attributes) => (
        <Combo
          attributes={attributes}
          label={`${label}: found`}
          placeholder={placeholder}
          text={text}
          onText={setText}
          first
          options={found.map((one) => ({
            key: `${one.of}${one.key}`,
            words: (
              <span>
                {one.name} {one.aside && <span className="quiet">{one.aside}</span>}
              </span>
            ),
          }))}
          onPick={(at) => {
            const one = found[at];
            if (!one) return;
            onPick(one);
            setText("");
          }}
        />
      )}
    </Field>
  );
}
