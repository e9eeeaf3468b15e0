import { type ReactNode, useState } from "react";
import { Field } from "../desk/Field.tsx";
import type { Filling } from "./useForm.ts";

interface Props<Values> {
  filling: Filling<Values>;
  name: keyof Values & string;
  label: string;
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
}

/** A password, with the way to see what was typed instead of typing it twice. */
export function PasswordField<Values extends object>(props: Props<Values>) {
  const { filling, name, label, autoComplete, hint } = props;
  const [isShown, setShown] = useState(false);
  return (
    <Field name={name} label={label} problems={filling.problems} hint={hint}>
      {(attributes) => (
        <span className="access-password">
          <input
            {...attributes}
            className="field"
            type={isShown ? "text" : "password"}
            name={name}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            value={String(filling.values[name])}
            onChange={(event) => filling.change({ [name]: event.target.value } as Partial<Values>)}
          />
          <button
            type="button"
            className="button bare"
            aria-pressed={isShown}
            aria-controls={attributes.id}
            onClick={() => setShown(!isShown)}
          >
            Show
          </button>
        </span>
      )}
    </Field>
  );
}
