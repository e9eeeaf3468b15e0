import type { ReactNode } from "react";
import { Icon } from "../page/Icon.tsx";
import { plural } from "../when/words.ts";
import type { Filling } from "./useForm.ts";

interface Props<Values> {
  filling: Filling<Values>;
  /** The fields that show their own problems. */
  fields: readonly string[];
  /** What sending is called, and while it is under way. */
  does: [name: string, busy: string];
  /** What its fields are about together, where more than one form stands on a page. */
  label?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A short form: its fields, what is wrong with the whole of it, the button, and how much is wrong. */
export function Form<Values>({ filling, fields, does, label, aside, children }: Props<Values>) {
  const { problems, busy, submit, form } = filling;
  const general = problems.filter(({ field }) => !fields.includes(field));
  const own = problems.length - general.length;
  return (
    <form className="access-form" noValidate aria-label={label} ref={form} onSubmit={submit}>
      {general.length > 0 && (
        <p className="desk-note danger" role="alert" tabIndex={-1}>
          <Icon name="warning" />
          <span>{general.map(({ message }) => message).join(" ")}</span>
        </p>
      )}
      {children}
      <div className="access-ways">
        <button type="submit" className="button primary" aria-busy={busy}>
          {busy ? does[1] : does[0]}
        </button>
        {aside}
        <span className="desk-count quiet" role="status">
          {own > 0 && plural(own, "problem")}
        </span>
      </div>
    </form>
  );
}
