import { useEffect } from "react";
import { statusWord } from "../agreement/status.ts";
import { stepWords } from "../agreement/words.ts";
import type { AgreementStatus } from "../app/operations.gen.ts";
import { beforeOf } from "./beforeOf.ts";
import { Field } from "./Field.tsx";
import { FormBody } from "./FormBody.tsx";
import { agreementPreview } from "./preview.ts";
import { tellSaved } from "./settled.ts";
import type { Agreement } from "./statusForm.ts";
import { useEdit } from "./useEdit.ts";

interface Props {
  agreement: Agreement;
  /** The report's id. */
  report: string;
  onDone: () => void;
  again: () => void;
  onBase: (version: number) => void;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
}

/** A report is taken back, with a public reason. It stays in the history. */
export function BackForm({ agreement, report, onDone, again, onBase, following }: Props) {
  const target = agreement.reports.nodes.find(({ id }) => id === report);
  const edit = useEdit<{ note: string }>({
    name: `back.${report}`,
    about: `${agreement.shortTitle}: a report taken back`,
    blank: { note: "" },
    version: agreement.version,
    check: ({ note }) =>
      note.trim() === ""
        ? [{ field: "note", message: "Say in one sentence what was wrong: it is public." }]
        : [],
    say: ({ note }) => ({
      action: "retractReport",
      input: { reportId: report, note: note.trim() },
    }),
    onSaved: (payload) => {
      tellSaved(payload);
      onDone();
    },
  });
  const { base, values, change, problems, stale } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  // Whoever was faster said something of their own: this report is still the one to be taken back, and what that comes to is seen again.
  const { rebase } = edit;
  useEffect(() => {
    if (stale === null) return;
    if (agreement.version >= stale.version) rebase(agreement.version);
    else again();
  }, [stale, agreement.version, again, rebase]);
  if (!target || target.retracted)
    return <p className="desk-fields">This report was taken back already.</p>;
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? agreementPreview(beforeOf(agreement, following), edit.preview) : []}
    >
      <p className="desk-field">
        <strong>{saidOf(target)}</strong>, says {target.claimant}.{" "}
        <span className="quiet">It stays in the history, struck out.</span>
      </p>
      <Field name="note" label="Why it is wrong" aside="shown in the history" problems={problems}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="field"
            rows={3}
            value={values.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </FormBody>
  );
}

/** `In force 2 October 2025`; `Ratified, Iran, 21 May 2025`. */
function saidOf({ step, status, parties, when }: Agreement["reports"]["nodes"][number]): string {
  if (!step) return `${statusWord(status as AgreementStatus)} ${when.text}`;
  return [stepWords(step), ...parties.map(({ name }) => name), when.text].join(", ");
}
