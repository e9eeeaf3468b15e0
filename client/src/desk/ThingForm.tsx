import { useEffect, useMemo, useRef, useState } from "react";
import { closeDesk, type Task } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import { type Asked, questionOf } from "./asked.ts";
import {
  BLANK_CORRECTION,
  type Correction,
  changedAmong,
  checkCorrection,
  correctionInput,
  correctionPreview,
  usualCorrectionNote,
  withField,
} from "./correction.ts";
import { FieldFor } from "./FieldFor.tsx";
import { FormBody } from "./FormBody.tsx";
import { nameAmongProblems, standingOf } from "./field.ts";
import { Heading } from "./Heading.tsx";
import { PartLines } from "./PartLines.tsx";
import { Rests } from "./Rests.tsx";
import { StaleThing } from "./StaleThing.tsx";
import { todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import { actionOf, fieldsOf, type Thing } from "./thing.ts";
import { THINGS } from "./things.ts";
import { useEdit } from "./useEdit.ts";
import { useSubject } from "./useSubject.ts";

/** The form that corrects a thing of any type, or a part of one, over what stands now. */
export function ThingForm({ task }: { task: Extract<Task, { form: "correct" }> }) {
  const thing = THINGS[task.of];
  const { data, failure, again } = useSubject<Asked>(questionOf(task.of), task.slug);
  const [base, setBase] = useState<number>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <Heading title={`Correct ${thing.article} ${thing.noun}`} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {data && !data.thing && (
        <p className="desk-fields">This {thing.noun} is no longer in the record.</p>
      )}
      {data?.thing && (
        <Fields key={task.slug} {...{ task, thing, again }} asked={data} onBase={setBase} />
      )}
    </>
  );
}

function Fields({
  task,
  thing,
  asked,
  again,
  onBase,
}: {
  task: Extract<Task, { form: "correct" }>;
  thing: Thing;
  asked: Asked;
  again: () => void;
  onBase: (version: number) => void;
}) {
  const today = todayOf(Date.now());
  const raw = asked.thing as NonNullable<Asked["thing"]>;
  const owner = thing.owner ? (raw[thing.owner] as NonNullable<Asked["thing"]>) : raw;
  const fields = fieldsOf(thing, false);
  const standing = useMemo(() => standingOf(fields, raw), [fields, raw]);
  const version = owner.version as number;
  const title = String(owner.title ?? owner.called ?? raw.publisher ?? raw.title);
  const name = `correct.${task.of}.${task.slug}`;
  const input = (values: Correction) => ({
    action: actionOf(task.of, false),
    input: {
      [`${task.of}Id`]: raw.id,
      ...correctionInput(thing, fields, values, today, usualOf(values)),
    },
  });
  const usualOf = (values: Correction) =>
    usualCorrectionNote(changedAmong(fields, values, standing, today));
  const edit = useEdit<Correction>({
    name,
    about: `${title}: a correction`,
    blank: BLANK_CORRECTION,
    version,
    check: (values) => checkCorrection(thing, fields, values, standing, today, false),
    say: input,
    onSaved: (payload) => {
      tellSaved(payload);
      closeDesk();
    },
  });
  const { base, values, change, problems, stale } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  const isBehind = stale !== null && version < stale.version;
  useEffect(() => {
    if (isBehind) again();
  }, [isBehind, again]);
  // What its own editor did meanwhile, such as an undo or a part corrected, is no surprise while nothing is begun.
  const { rebase, touched, earlier } = edit;
  useEffect(() => {
    if (version > base && !touched && earlier === null) rebase(version);
  }, [version, base, touched, earlier, rebase]);
  if (stale && version >= stale.version)
    return (
      <StaleThing
        {...{ edit, name, thing, fields, standing, version, today }}
        say={input}
        preview={(tried, mine) =>
          correctionPreview(thing, fields, mine, standing, tried, asked.viewer.following)
        }
      />
    );
  return (
    <FormBody
      edit={edit}
      preview={
        edit.preview
          ? correctionPreview(thing, fields, values, standing, edit.preview, asked.viewer.following)
          : []
      }
      shown={[...fields.map((field) => nameAmongProblems(field.name)), "knownOn", "note"]}
    >
      {fields.map((field) => (
        <FieldFor
          key={field.name}
          field={field}
          value={values.set[field.name] ?? standing[field.name] ?? null}
          onChange={(value) => change(withField(values, field, value, standing))}
          today={today}
          problems={problems}
        />
      ))}
      <PartLines {...{ task, thing, asked }} />
      <Rests {...{ edit, thing, today }} usual={usualOf(values)} aside="a spelling needs none" />
    </FormBody>
  );
}
