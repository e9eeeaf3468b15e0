import { go } from "../page/route.ts";
import { Common } from "./Common.tsx";
import { DateField } from "./DateField.tsx";
import { Field } from "./Field.tsx";
import { FormBody } from "./FormBody.tsx";
import {
  AgreementFields,
  KindFields,
  ParticipantFields,
  PlaceField,
  StandingField,
} from "./NewFields.tsx";
import {
  BLANK_NEW,
  checkNew,
  type NewValues,
  newInput,
  newPreview,
  statusBy,
  usualNewNote,
  usualTitle,
} from "./newEvent.ts";
import { firstDayOf, todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import { useEdit } from "./useEdit.ts";

/** The form of an event that is not here yet, with the first report on it. */
export function EventFields() {
  const today = todayOf(Date.now());
  const edit = useEdit<NewValues>({
    name: "new.event",
    about: "New event",
    blank: BLANK_NEW,
    version: 0,
    check: (values) => checkNew(values, today),
    say: (values) => newInput(values, today),
    onSaved: (payload) => {
      tellSaved(payload);
      go(`/events/${payload.entity.slug}`);
    },
  });
  const { values, change, problems } = edit;
  const status = statusBy(values, today);
  const fields = { values, change, problems };
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? newPreview(edit.preview, values) : []}
      onCancel={() => go("/explore")}
    >
      <KindFields {...fields} />
      <ParticipantFields {...fields} />
      <DateField
        label="When"
        value={values.date}
        onChange={(date) => change({ date })}
        today={today}
        problems={problems}
        unknown="No date is given."
      />
      <StandingField
        value={status}
        onChange={(next) => change({ status: next })}
        problems={problems}
      />
      <Field name="title" label="Title" problems={problems}>
        {(attributes) => (
          <input
            {...attributes}
            className="field"
            type="text"
            autoComplete="off"
            placeholder={usualTitle(values, today) || "Putin and Pezeshkian meet in Moscow"}
            value={values.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <PlaceField {...fields} />
      <AgreementFields {...fields} />
      <Field name="summary" label="About" aside="in a sentence" problems={problems}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="field"
            rows={2}
            value={values.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        )}
      </Field>
      <Common
        values={values}
        change={change}
        happened={status === "HELD" ? firstDayOf(values.date, today) : null}
        today={today}
        problems={problems}
        usual={usualNewNote(values)}
      />
    </FormBody>
  );
}
