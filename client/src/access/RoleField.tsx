import { Field } from "../desk/Field.tsx";
import { type Role, upTo } from "./rules.ts";
import type { Filling } from "./useForm.ts";

interface Props<Values> {
  filling: Filling<Values>;
  /** The most that can be given. */
  most: Role;
}

/** What somebody, or a token, is to be able to do. */
export function RoleField<Values extends { role: Role }>({ filling, most }: Props<Values>) {
  return (
    <Field name="role" label="Role" problems={filling.problems}>
      {(attributes) => (
        <select
          {...attributes}
          className="field"
          value={filling.values.role}
          onChange={(event) => filling.change({ role: event.target.value } as Partial<Values>)}
        >
          {upTo(most).map(({ role, name, may }) => (
            <option key={role} value={role}>
              {name}: {may}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
