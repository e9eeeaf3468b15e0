import { useEffect, useRef, useState } from "react";
import type { DeskAgreementQuery, DeskEventQuery } from "../app/operations.gen.ts";
import { closeDesk, type Task } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import agreementQuestion from "./agreement.graphql?raw";
import eventQuestion from "./event.graphql?raw";
import { Field } from "./Field.tsx";
import { FormBody } from "./FormBody.tsx";
import { Heading } from "./Heading.tsx";
import { tellSaved } from "./settled.ts";
import { useEdit } from "./useEdit.ts";
import { useSubject } from "./useSubject.ts";
import { type About, aboutAgreement, aboutEvent } from "./word.ts";

type WordTask = Extract<Task, { report: string }>;

const FORMS = {
  back: {
    title: "Take a report back",
    action: { agreement: "retractReport", event: "retractEventReport" },
    draft: "a report taken back",
    done: "Taken back. ",
    stays: "It stays in the history, struck out.",
    label: "Why it is wrong",
    lacking: "Say in one sentence what was wrong: it is public.",
  },
  prefer: {
    title: "Show this claim",
    action: { agreement: "preferReport", event: "preferEventReport" },
    draft: "a claim preferred",
    done: "Shown from now on. ",
    stays: "The others stay beside it: readers still see that sources disagree.",
    label: "Why this one is shown",
    lacking: "Say in one sentence why this one: it is public.",
  },
} as const;

/** A word about a report, with a public reason: it is taken back, or shown before those that disagree with it. */
export function WordForm({ task }: { task: WordTask }) {
  const question = task.of === "event" ? eventQuestion : agreementQuestion;
  const read = useSubject<DeskAgreementQuery | DeskEventQuery>(question, task.slug);
  const { data, failure, again } = read;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [base, setBase] = useState<number>();
  const about = data && ("event" in data ? aboutEvent(data) : aboutAgreement(data));
  return (
    <>
      <Heading title={FORMS[task.form].title} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {data && !about && <p className="desk-fields">This {task.of} is no longer in the record.</p>}
      {about && <Word {...{ task, about, again }} onBase={setBase} />}
    </>
  );
}

function Word({
  task,
  about,
  again,
  onBase,
}: {
  task: WordTask;
  about: About;
  again: () => void;
  onBase: (version: number) => void;
}) {
  const { report } = task;
  const form = FORMS[task.form];
  const edit = useEdit<{ note: string }>({
    name: `${task.form}.${report}`,
    about: `${about.name}: ${form.draft}`,
    blank: { note: "" },
    version: about.version,
    check: ({ note }) => (note.trim() === "" ? [{ field: "note", message: form.lacking }] : []),
    say: ({ note }) => ({
      action: form.action[task.of],
      input: { reportId: report, note: note.trim() },
    }),
    onSaved: (payload) => {
      tellSaved(payload, form.done);
      closeDesk();
    },
  });
  const { base, values, change, problems, stale, rebase } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  // Whoever was faster said something of their own: this report is still the one that is meant, and what that comes to is seen again.
  useEffect(() => {
    if (stale === null) return;
    if (about.version >= stale.version) rebase(about.version);
    else again();
  }, [stale, about.version, again, rebase]);
  const said = about.said(report);
  if (said?.retracted) return <p className="desk-fields">This report was taken back already.</p>;
  return (
    <FormBody edit={edit} preview={edit.preview ? about.preview(edit.preview) : []}>
      <p className="desk-field">
        {said && (
          <>
            <strong>{said.words}</strong>, says {said.claimant}.{" "}
          </>
        )}
        <span className="quiet">{form.stays}</span>
      </p>
      <Field name="note" label={form.label} aside="shown in the history" problems={problems}>
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
