import { toast } from "../page/toast.ts";
import { changePassword } from "./door.ts";
import { Form } from "./Form.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { needed, PASSWORD_RULES, problemsOfPassword } from "./rules.ts";
import { useForm } from "./useForm.ts";

/** Another password, which ends every other session. */
export function NewPassword({ email }: { email: string }) {
  const filling = useForm({
    blank: { currentPassword: "", newPassword: "" },
    check: ({ currentPassword, newPassword }) => [
      ...needed("currentPassword", currentPassword, "Give the password you have now."),
      ...problemsOfPassword("newPassword", newPassword),
    ],
    send: changePassword,
    onDone: () => toast("Your password is changed. Everywhere else you are signed out."),
  });
  // The server speaks of the new one as the password.
  const problems = filling.problems.map((each) =>
    each.field === "password" ? { ...each, field: "newPassword" } : each,
  );
  const given = { ...filling, problems };
  return (
    <Form
      filling={given}
      fields={["currentPassword", "newPassword"]}
      does={["Change it", "Changing it…"]}
      label="Password"
    >
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        filling={given}
        name="currentPassword"
        label="Password now"
        autoComplete="current-password"
      />
      <PasswordField
        filling={given}
        name="newPassword"
        label="New password"
        autoComplete="new-password"
        hint={PASSWORD_RULES}
      />
    </Form>
  );
}
