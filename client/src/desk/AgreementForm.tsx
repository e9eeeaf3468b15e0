import { useEffect, useRef, useState } from "react";
import type { DeskAgreementQuery, DeskAgreementQueryVariables } from "../app/operations.gen.ts";
import { tell } from "../page/ask.ts";
import { closeDesk } from "../page/desk.ts";
import { type Failure, failureOf } from "../page/failure.ts";
import { onRenew } from "../page/renew.ts";
import { Trouble } from "../page/Trouble.tsx";
import question from "./agreement.graphql?raw";
import { Heading } from "./Heading.tsx";
import { StatusForm } from "./StatusForm.tsx";
import { StepForm } from "./StepForm.tsx";
import type { Agreement } from "./statusForm.ts";

/** An agreement as it stands now, for its form; read again when something was saved. */
function useAgreement(slug: string) {
  const [agreement, setAgreement] = useState<Agreement | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => onRenew(() => setTries((count) => count + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    const stop = new AbortController();
    tell<DeskAgreementQuery, DeskAgreementQueryVariables>(question, { slug }, stop.signal).then(
      (data) => {
        setAgreement(data.agreement);
        setFailure(null);
      },
      (error: unknown) => !stop.signal.aborted && setFailure(failureOf(error)),
    );
    return () => stop.abort();
  }, [slug, tries]);
  return { agreement, failure, again: () => setTries((count) => count + 1) };
}

/** What an editor can report of an agreement: a new status, or a party's step. */
export function AgreementForm({ slug, first }: { slug: string; first: "status" | "step" }) {
  const { agreement, failure, again } = useAgreement(slug);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [base, setBase] = useState<number>();
  const [name, Form] =
    first === "step" ? ["Record a party’s step", StepForm] : ["Update status", StatusForm];
  return (
    <>
      <Heading title={name} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {agreement && <Form {...{ agreement, again }} onDone={closeDesk} onBase={setBase} />}
    </>
  );
}
