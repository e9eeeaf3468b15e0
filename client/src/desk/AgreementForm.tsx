import { useEffect, useRef, useState } from "react";
import type { DeskAgreementQuery } from "../app/operations.gen.ts";
import { closeDesk } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import question from "./agreement.graphql?raw";
import { Heading } from "./Heading.tsx";
import { StatusForm } from "./StatusForm.tsx";
import { StepForm } from "./StepForm.tsx";
import { useSubject } from "./useSubject.ts";

/** What an editor can report of an agreement: a new status, or a party's step. */
export function AgreementForm({ slug, first }: { slug: string; first: "status" | "step" }) {
  const { data, failure, again } = useSubject<DeskAgreementQuery>(question, slug);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [base, setBase] = useState<number>();
  const [name, Form] =
    first === "step" ? ["Record a party’s step", StepForm] : ["Update status", StatusForm];
  const agreement = data?.agreement;
  return (
    <>
      <Heading title={name} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {agreement && <Form {...{ agreement, again }} onDone={closeDesk} onBase={setBase} />}
    </>
  );
}
