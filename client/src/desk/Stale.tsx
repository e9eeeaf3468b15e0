import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { markVersion } from "../page/desk.ts";
import { Icon } from "../page/Icon.tsx";
import { clockWords } from "../page/online.ts";
import { Foot } from "./Foot.tsx";
import type { Entity, Payload } from "./outcome.ts";
import { Preview } from "./Preview.tsx";
import { Sides } from "./Sides.tsx";
import { type Choice, firstChoice, type Row, savedBy, type Way } from "./stale.ts";
import type { Editing } from "./useEdit.ts";
import { type Saying, useTrial } from "./useTrial.ts";

interface Props {
  /** What it is of: `agreement`. */
  noun: string;
  stale: NonNullable<Editing<object>["stale"]>;
  base: number;
  state: Editing<object>["state"];
  problems: Editing<object>["problems"];
  rows: readonly Row[];
  choices: readonly Choice[];
  /** By how many versions replacing what was saved meanwhile makes the record grow. */
  replacingAdds: number;
  /** Drawings of the two statuses. */
  glyphs?: { theirs: ReactNode; mine: ReactNode };
  /** What would be sent; null for what is only thrown away. */
  sayAs: (way: Way) => Saying | null;
  /** What a save would come to, in words. */
  preview: (tried: Payload & { entity: Entity }, way: Way) => readonly string[];
  onChoose: (way: Way) => void;
  onKeepEditing: () => void;
}

/** Somebody was faster: both versions side by side, and what should happen. Nothing of either is lost before that is chosen. */
export function Stale({
  noun,
  stale,
  base,
  state,
  problems,
  rows,
  choices,
  replacingAdds,
  glyphs,
  sayAs,
  preview,
  onChoose,
  onKeepEditing,
}: Props) {
  const { version, by, at } = stale;
  const id = useId();
  const warning = useRef<HTMLDivElement>(null);
  const [way, setWay] = useState(() => firstChoice(choices));
  const [asked, setAsked] = useState(false);
  const tried = useTrial(way === null || state !== "editing" ? null : sayAs(way));
  useEffect(() => warning.current?.focus(), []);
  useEffect(() => {
    markVersion(version);
    return () => markVersion(null);
  }, [version]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (way !== null) onChoose(way);
  };
  const grows = way === "replace" ? replacingAdds : 1;
  const against = problems.length > 0 ? problems : tried.problems;
  const wrong = asked && way === null;
  return (
    <form className="desk-form" noValidate onSubmit={submit}>
      <div className="desk-fields">
        <div className="desk-note warn" role="alert" tabIndex={-1} ref={warning}>
          <Icon name="warning" />
          <span>
            <strong>This {noun} changed while you were editing.</strong>{" "}
            {savedBy(by, version, base, at === null ? null : clockWords(Date.parse(at)))} Nothing of
            yours is lost.
          </span>
        </div>
        <Sides
          head={[`Version ${version}, saved`, "Yours, not saved"]}
          rows={rows}
          glyphs={({ name }) => (name === "Status" && glyphs ? [glyphs.theirs, glyphs.mine] : [])}
        />
        <div
          role="radiogroup"
          aria-labelledby={`${id}-legend`}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-problem` : undefined}
        >
          <span id={`${id}-legend`} className="desk-label">
            What should happen
          </span>
          {choices.map((choice) => (
            <One
              key={choice.way}
              name={id}
              choice={choice}
              checked={choice.way === way}
              onCheck={() => setWay(choice.way)}
            />
          ))}
          {wrong && (
            <p id={`${id}-problem`} className="desk-problem">
              Choose what should happen.
            </p>
          )}
        </div>
      </div>
      <Foot
        state={state}
        problems={against.length + (wrong ? 1 : 0)}
        save={way === "discard" ? "Discard mine" : `Save as version ${version + grows}`}
        other="Keep editing"
        onOther={onKeepEditing}
      >
        <Preview
          sentences={
            tried.saved && way
              ? [
                  ...(grows > 1
                    ? [`Version ${version} is taken back, with yours in its place.`]
                    : []),
                  ...preview(tried.saved, way),
                ]
              : []
          }
        />
        {against.length > 0 && (
          <p className="desk-note danger" role="alert">
            <Icon name="warning" />
            <span>{against.map(({ message }) => message).join(" ")}</span>
          </p>
        )}
      </Foot>
    </form>
  );
}

function One({
  name,
  choice,
  checked,
  onCheck,
}: {
  name: string;
  choice: Choice;
  checked: boolean;
  onCheck: () => void;
}) {
  const { way, label, hint, closed } = choice;
  return (
    <label className="desk-choice desk-way" data-open={closed === null}>
      <input
        type="radio"
        name={name}
        value={way}
        checked={checked}
        disabled={closed !== null}
        onChange={onCheck}
      />
      <span>
        {label}
        <span className="desk-hint">{closed ?? hint}</span>
      </span>
    </label>
  );
}
