import { useMemo } from "react";
import {
  BLANK_CORRECTION,
  type Correction,
  checkCorrection,
  correctionInput,
  newPreviewOf,
  withField,
} from "./correction.ts";
import { FieldFor } from "./FieldFor.tsx";
import { FormBody } from "./FormBody.tsx";
import { blankOf, nameAmongProblems, type Values, wordsOf } from "./field.ts";
import type { Outcome } from "./outcome.ts";
import { Rests } from "./Rests.tsx";
import { todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import { actionOf, fieldsOf, type Name } from "./thing.ts";
import { THINGS } from "./things.ts";
import { useEdit } from "./useEdit.ts";

interface Props {
  of: Name;
  /** Whom a part belongs to: the field of the input, the id, the version that this begins from, and a name for drafts. */
  owner?: { field: string; id: string; version: number; title: string };
  /** What stands in the fields at first. */
  preset?: Values;
  onSaved: (entity: Extract<Outcome, { of: "saved" }>["payload"]["entity"]) => void;
  onCancel: () => void;
}

/** The form that records a thing, or a part of one, that is not here yet. */
export function MakeFields({ of, owner, preset, onSaved, onCancel }: Props) {
  const today = todayOf(Date.now());
  const thing = THINGS[of];
  const fields = fieldsOf(thing, true);
  const first = useMemo(() => ({ ...blankOf(fields), ...preset }), [fields, preset]);
  const whole = (values: Correction): Correction => ({
    ...values,
    set: { ...first, ...values.set },
  });
  const called = (values: Correction) => {
    const field = fields.find(({ name }) => name === thing.called);
    return field ? wordsOf(field, whole(values).set[field.name] ?? null) : "";
  };
  const usualOf = (values: Correction) => {
    const name = called(values);
    return name && `Records ${thing.article} ${thing.noun}: ${name}.`;
  };
  const edit = useEdit<Correction>({
    name: owner ? `new.${of}.${owner.id}` : `new.${of}`,
    about: `${owner ? `${owner.title}: a` : "A"} new ${thing.noun}`,
    blank: BLANK_CORRECTION,
    version: owner?.version ?? 0,
    check: (values) => checkCorrection(thing, fields, whole(values), first, today, true),
    say: (values) => ({
      action: actionOf(of, true),
      input: {
        ...(owner && { [owner.field]: owner.id }),
        ...given(correctionInput(thing, fields, whole(values), today, usualOf(values))),
      },
    }),
    onSaved: (payload) => {
      tellSaved(payload);
      onSaved(payload.entity);
    },
  });
  const { values, change, problems } = edit;
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? newPreviewOf(thing, called(values), values, today) : []}
      shown={[...fields.map((field) => nameAmongProblems(field.name)), "knownOn", "note"]}
      onCancel={onCancel}
    >
      {fields.map((field) => (
        <FieldFor
          key={field.name}
          field={field}
          value={values.set[field.name] ?? first[field.name] ?? null}
          onChange={(value) => change(withField(values, field, value, first))}
          today={today}
          problems={problems}
        />
      ))}
      <Rests {...{ edit, thing, today }} usual={usualOf(values)} />
    </FormBody>
  );
}

/** Of something new, what is empty is left out. */
function given(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
