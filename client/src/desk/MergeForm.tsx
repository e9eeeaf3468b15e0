import { type ReactNode, useEffect, useRef, useState } from "react";
import { closeDesk, type Task } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import { type Asked, questionOf } from "./asked.ts";
import { NoteField } from "./Common.tsx";
import { Field } from "./Field.tsx";
import { FormBody } from "./FormBody.tsx";
import { Heading } from "./Heading.tsx";
import {
  type Merging,
  mergeInput,
  mergePreview,
  mergeRows,
  titleOf,
  usualMergeNote,
} from "./merging.ts";
import { Remove } from "./NewFields.tsx";
import type { Found, Named } from "./newEvent.ts";
import { Picker } from "./Picker.tsx";
import { Sides } from "./Sides.tsx";
import { tellMerged } from "./settled.ts";
import { THINGS } from "./things.ts";
import { useEdit } from "./useEdit.ts";
import { useSubject } from "./useSubject.ts";

const BLANK: Merging = { other: null, staysHere: true, note: "" };

/** Two records of one thing become one: the other is looked up, both are seen side by side, and what would move, before it is done. */
export function MergeForm({ task }: { task: Extract<Task, { form: "merge" }> }) {
  const { noun } = THINGS[task.of];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const own = useSubject<Asked>(questionOf(task.of), task.slug);
  return (
    <>
      <Heading title="Merge a duplicate" version={undefined} heading={heading} />
      {own.failure && <Trouble what="The form" failure={own.failure} again={own.again} />}
      {own.data && !own.data.thing && (
        <p className="desk-fields">This {noun} is no longer in the record.</p>
      )}
      {own.data?.thing && <Fields {...{ task }} here={own.data} again={own.again} />}
    </>
  );
}

function Fields({
  task,
  here,
  again,
}: {
  task: Extract<Task, { form: "merge" }>;
  here: Asked;
  again: () => void;
}) {
  const own = here.thing as NonNullable<Asked["thing"]>;
  const thing = THINGS[task.of];
  const [there, setThere] = useState<Asked["thing"]>(null);
  const [changed, setChanged] = useState(false);
  const name = `merge.${task.of}.${task.slug}`;
  const pairOf = ({ staysHere }: Merging) => {
    const other = there ?? own;
    return staysHere ? ([own, other] as const) : ([other, own] as const);
  };
  const edit = useEdit<Merging>({
    name,
    about: `${titleOf(own)}: a merge`,
    blank: BLANK,
    // Both have a version of their own, and say so in the input.
    version: 0,
    check: ({ other }) =>
      other === null
        ? [{ field: "other", message: `Choose the other ${thing.noun}.` }]
        : there === null
          ? [{ field: "other", message: "Wait until the other one has come." }]
          : there.id === own.id
            ? [{ field: "other", message: "That is this one. Choose another." }]
            : [],
    say: (values) => mergeInput(task.of, ...pairOf(values), values.note),
    onSaved: (payload) => {
      tellMerged(payload, titleOf(pairOf(edit.values)[1]));
      closeDesk();
    },
  });
  const { values, change, problems, stale, rebase } = edit;
  const { other } = values;
  useEffect(() => {
    if (stale === null) return;
    setChanged(true);
    again();
    rebase(0);
  }, [stale, again, rebase]);
  const [stays, goes] = pairOf(values);
  return (
    <FormBody
      edit={edit}
      preview={edit.preview && there ? mergePreview(stays, goes, edit.preview) : []}
      shown={["other", "note"]}
      save="Merge"
    >
      {other === null ? (
        <Picker
          name="other"
          label={`The other ${thing.noun}`}
          placeholder={task.of === "leader" ? "Their name" : "Its name"}
          kinds={[task.of.toUpperCase() as Found]}
          problems={problems}
          onPick={(found: Named) => change({ other: found })}
        />
      ) : (
        <Field name="other" label={`The other ${thing.noun}`} problems={problems}>
          {({ id }) => (
            <div className="desk-chosen" id={id}>
              <p>
                {other.name} <span className="quiet">{other.aside}</span>
              </p>
              <Remove
                name={other.name}
                onClick={() => {
                  setThere(null);
                  change({ other: null });
                }}
              />
            </div>
          )}
        </Field>
      )}
      {other && (
        <Other key={other.key} task={task} slug={other.key} stale={stale} onCome={setThere} />
      )}
      {changed && (
        <p className="desk-field" role="status">
          One of the two changed meanwhile. This is how they stand by now.
        </p>
      )}
      {there && there.id !== own.id && (
        <>
          <div role="radiogroup" aria-label="Which stays" className="desk-field">
            <span className="desk-label">Which stays</span>
            {[own, there].map((each, at) => (
              <label key={String(each.id)} className="desk-choice">
                <input
                  type="radio"
                  name={name}
                  checked={values.staysHere === (at === 0)}
                  onChange={() => change({ staysHere: at === 0 })}
                />
                {titleOf(each)} <span className="desk-aside">{at === 0 ? "this one" : ""}</span>
              </label>
            ))}
          </div>
          <Sides head={["Stays", "Goes"]} rows={mergeRows(thing.fields, stays, goes)} />
        </>
      )}
      <NoteField
        {...{ values, change, problems }}
        usual={there ? usualMergeNote(stays, goes) : ""}
      />
    </FormBody>
  );
}

/** Asks for the other one, and hands it up as it stands. */
function Other({
  task,
  slug,
  stale,
  onCome,
}: {
  task: Extract<Task, { form: "merge" }>;
  slug: string;
  stale: object | null;
  onCome: (thing: Asked["thing"]) => void;
}): ReactNode {
  const { data, failure, again } = useSubject<Asked>(questionOf(task.of), slug);
  useEffect(() => {
    if (data) onCome(data.thing);
  }, [data, onCome]);
  useEffect(() => {
    if (stale) again();
  }, [stale, again]);
  return failure && <Trouble what="The other one" failure={failure} again={again} />;
}
