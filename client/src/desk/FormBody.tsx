import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { closeDesk } from "../page/desk.ts";
import { Icon } from "../page/Icon.tsx";
import { Foot } from "./Foot.tsx";
import { Offer } from "./Offer.tsx";
import { Preview } from "./Preview.tsx";
import type { Editing } from "./useEdit.ts";

interface Props<Values> {
  edit: Editing<Values>;
  preview: readonly string[];
  /** The fields that show their own problems, its claims' own where none are named. */
  shown?: readonly string[];
  /** What saving is called, where it makes no version that can be told beforehand. */
  save?: string;
  /** Where cancelling leads; without it the desk closes. */
  onCancel?: () => void;
  children: ReactNode;
}

/** The whole of a form: a draft from before, or the fields and the foot. Enter and Ctrl+Enter save; saving with something wrong leads to the first of it. */
export function FormBody<Values>({
  edit,
  preview,
  shown = SHOWN,
  save = "Save",
  onCancel = closeDesk,
  children,
}: Props<Values>) {
  const form = useRef<HTMLFormElement>(null);
  const tried = useRef(false);
  const count = edit.problems.length;
  useEffect(() => {
    if (!tried.current || edit.state !== "editing") return;
    tried.current = false;
    const wrong = firstWrong(form.current);
    if (wrong) wrong.focus();
    else form.current?.querySelector(".desk-problem")?.scrollIntoView({ block: "nearest" });
  });
  if (edit.earlier)
    return <Offer draft={edit.earlier} onGoOn={edit.goOn} onThrowAway={edit.throwAway} />;
  const submit = () => {
    if (edit.state === "saving") return;
    tried.current = true;
    edit.submit();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const general = edit.problems.filter(({ field }) => !isShown(field, shown));
  return (
    <form
      className="desk-form"
      noValidate
      ref={form}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="desk-fields">{children}</div>
      <Foot
        state={edit.state}
        problems={count}
        save={edit.base > 0 ? `Save as version ${edit.base + 1}` : save}
        other="Cancel"
        onOther={() => cancel(edit, onCancel)}
      >
        <Preview sentences={preview} />
        {general.length > 0 && (
          <p className="desk-note danger" role="alert">
            <Icon name="warning" />
            <span>{general.map(({ message }) => message).join(" ")}</span>
          </p>
        )}
      </Foot>
    </form>
  );
}

/** Fields that show their own problems. */
const SHOWN = [
  ["status", "step", "parties", "body", "date", "knownOn", "claimant", "note"],
  ["kind", "level", "title", "summary", "participants", "place", "agreements"],
].flat();

function isShown(field: string, shown: readonly string[]): boolean {
  return shown.includes(field) || field.startsWith("source");
}

function firstWrong(form: HTMLFormElement | null): HTMLElement | null {
  const group = form?.querySelector<HTMLElement>(
    ':is(input, select, textarea)[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"]',
  );
  const inGroup = (which: string) => group?.querySelector<HTMLElement>(which);
  return inGroup("input:checked") ?? inGroup("input") ?? group ?? null;
}

/** Closes the form and throws the draft away; for a while it can be had back. */
function cancel<Values>({ touched, discard }: Editing<Values>, leave: () => void): void {
  leave();
  if (touched) discard();
}
