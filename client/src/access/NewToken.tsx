import { useState } from "react";
import { Field } from "../desk/Field.tsx";
import { act } from "./act.ts";
import { Form } from "./Form.tsx";
import { Once } from "./Once.tsx";
import { RoleField } from "./RoleField.tsx";
import { needed, type Role } from "./rules.ts";
import { TextField } from "./TextField.tsx";
import { useForm } from "./useForm.ts";

/** Days after which a token ends, as they can be chosen; empty for none. */
const DAYS = [
  ["30", "30 days"],
  ["90", "90 days"],
  ["365", "a year"],
  ["", "never"],
] as const;

/** Makes a token of one's own, and shows it once. */
export function NewToken({ most, onMade }: { most: Role; onMade: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const filling = useForm({
    blank: { name: "", role: "VIEWER" as Role, days: "90" },
    check: ({ name }) => needed("name", name, "Say what the token is for."),
    send: ({ name, role, days }) =>
      act("createToken", { name, role, days: days === "" ? null : Number(days) }),
    onDone: (made) => {
      setSecret(made.secret ?? null);
      onMade();
    },
  });
  if (secret !== null)
    return (
      <Once label="Your new token" text={secret} onDone={() => setSecret(null)}>
        Copy it now to where it is used. Send it as “Authorization: Bearer” and the token.
      </Once>
    );
  return (
    <Form
      filling={filling}
      fields={["name", "role", "days"]}
      does={["Make a token", "Making it…"]}
      label="New token"
    >
      <TextField
        filling={filling}
        name="name"
        label="Name"
        autoComplete="off"
        hint="What it is for, or where it is kept."
      />
      <RoleField filling={filling} most={most} />
      <Field name="days" label="Ends after" problems={filling.problems}>
        {(attributes) => (
          <select
            {...attributes}
            className="field"
            value={filling.values.days}
            onChange={(event) => filling.change({ days: event.target.value })}
          >
            {DAYS.map(([days, name]) => (
              <option key={days} value={days}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Form>
  );
}
