import { useEffect, useRef, useState } from "react";
import type { DeskAgreementQuery } from "../app/operations.gen.ts";
import { closeDesk, type Task } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import question from "./agreement.graphql?raw";
import { Heading } from "./Heading.tsx";
import { StatusForm } from "./StatusForm.tsx";
import { StepForm } from "./StepForm.tsx";
import { useSubject } from "./useSubject.ts";

const FORMS = {
  status: ["Update status", StatusForm],
  step: ["Record a party’s step", StepForm],
} as const;

/** What an editor can say of an agreement: a new status, or a party's step. */
export function AgreementForm({ task }: { task: Extract<Task, { agreement: string }> }) {
  const { data, failure, again } = useSubject<DeskAgreementQuery>(question, task.agreement);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [base, setBase] = useState<number>();
  const [name, Form] = FORMS[task.form];
  const agreement = data?.agreement;
  return (
    <>
      <Heading title={task.repeat ? "Add a source" : name} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {data && !agreement && (
        <p className="desk-fields">This agreement is no longer in the record.</p>
      )}
      {agreement && (
        <Form
          {...{ agreement, again }}
          following={data?.viewer.following ?? null}
          repeat={task.repeat}
          onDone={closeDesk}
          onBase={setBase}
        />
      )}
    </>
  );
}
