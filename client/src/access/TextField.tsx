import type { ReactNode } from "react";
import { Field } from "../desk/Field.tsx";
import type { Filling } from "./useForm.ts";

interface Props<Values> {
  filling: Filling<Values>;
  name: keyof Values & string;
  label: string;
  type?: "text" | "email";
  /** What browsers and keepers of passwords fill in. */
  autoComplete: string;
  hint?: ReactNode;
}

/** A labelled line of text in a short form. */
export function TextField<Values extends object>(props: Props<Values>) {
  const { filling, name, label, type = "text", autoComplete, hint } = props;
  return (
    <Field name={name} label={label} problems={filling.problems} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          className="field"
          type={type}
          name={name}
          autoComplete={autoComplete}
          autoCapitalize={type === "email" ? "none" : undefined}
          spellCheck={type === "email" ? false : undefined}
          value={String(filling.values[name])}
          onChange={(event) => filling.change({ [name]: event.target.value } as Partial<Values>)}
        />
      )}
    </Field>
  );
}
