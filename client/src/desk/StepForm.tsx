import { useEffect, useId } from "react";
import type { AgreementStep } from "../app/operations.gen.ts";
import { beforeOf } from "./beforeOf.ts";
import { ClaimFields } from "./ClaimFields.tsx";
import { Field, problemOf } from "./Field.tsx";
import { FormBody } from "./FormBody.tsx";
import { agreementPreview } from "./preview.ts";
import { StaleAgreement } from "./StaleAgreement.tsx";
import { todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import type { Agreement } from "./statusForm.ts";
import {
  BLANK_STEP,
  bodiesOf,
  COMMON_STEPS,
  checkStep,
  PARTY_STEPS,
  type StepValues,
  stepInput,
  stepSaid,
  usualStepNote,
} from "./steps.ts";
import { useEdit } from "./useEdit.ts";
import { useFollowed } from "./useFollowed.ts";

interface Props {
  agreement: Agreement;
  onDone: () => void;
  again: () => void;
  onBase: (version: number) => void;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
}

/** The form of one act on an agreement's way: whose it was, what was done, by which body, when. */
export function StepForm({ agreement, onDone, again, onBase, following }: Props) {
  const today = todayOf(Date.now());
  const list = useId();
  const name = `step.${agreement.slug}`;
  const edit = useEdit<StepValues>({
    name,
    about: `${agreement.shortTitle}: a party’s step`,
    blank: BLANK_STEP,
    version: agreement.version,
    check: (values) => checkStep(values, agreement, today),
    say: (values) => stepInput(values, agreement, today),
    onSaved: (payload) => {
      tellSaved(payload);
      onDone();
    },
  });
  useFollowed(edit, agreement, again);
  const { base, values, change, problems } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  const usual = usualStepNote(values, agreement, today);
  if (edit.stale && agreement.version >= edit.stale.version)
    return (
      <StaleAgreement
        edit={edit}
        name={name}
        agreement={agreement}
        mine={{ status: stepSaid(values, agreement), usual }}
        glyph={null}
        closed={null}
        isEarlier={false}
        today={today}
        say={() => stepInput(values, agreement, today)}
        onDone={onDone}
        following={following}
      />
    );
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? agreementPreview(beforeOf(agreement, following), edit.preview) : []}
    >
      <Parties
        parties={agreement.parties}
        chosen={values.parties}
        onChange={(parties) => change({ parties })}
        problem={problemOf(problems, "parties")}
      />
      <Field name="step" label="What was done" problems={problems}>
        {(attributes) => (
          <select
            {...attributes}
            className="field"
            value={values.step ?? ""}
            onChange={(event) =>
              change({ step: (event.target.value || null) as AgreementStep | null })
            }
          >
            <option value="">Choose</option>
            <Options label="A party’s own act" steps={PARTY_STEPS} />
            <Options label="The text’s, or of several together" steps={COMMON_STEPS} />
          </select>
        )}
      </Field>
      <Field name="body" label="By" aside="the chamber, office or persons" problems={problems}>
        {(attributes) => (
          <>
            <input
              {...attributes}
              className="field"
              type="text"
              autoComplete="off"
              list={list}
              placeholder="Islamic Consultative Assembly"
              value={values.body}
              onChange={(event) => change({ body: event.target.value })}
            />
            <datalist id={list}>
              {bodiesOf(agreement, values.parties).map((body) => (
                <option key={body} value={body} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <ClaimFields edit={edit} agreement={agreement} label="Done on" usual={usual} today={today} />
    </FormBody>
  );
}

function Options({
  label,
  steps,
}: {
  label: string;
  steps: readonly [step: AgreementStep, words: string][];
}) {
  return (
    <optgroup label={label}>
      {steps.map(([step, words]) => (
        <option key={step} value={step}>
          {words}
        </option>
      ))}
    </optgroup>
  );
}

function Parties({
  parties,
  chosen,
  onChange,
  problem,
}: {
  parties: Agreement["parties"];
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
  problem: string | null;
}) {
  const id = useId();
  return (
    <fieldset className="desk-field" aria-describedby={problem ? id : undefined}>
      <legend className="desk-label">Whose act</legend>
      <div className="desk-parties">
        {parties.map(({ key, name }) => (
          <label key={key} className="desk-choice">
            <input
              type="checkbox"
              aria-invalid={problem !== null}
              checked={chosen.includes(key)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
                )
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p id={id} className="desk-problem">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
