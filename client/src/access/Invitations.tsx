import { useState } from "react";
import type { UsersQuery } from "../app/operations.gen.ts";
import { act } from "./act.ts";
import { Form } from "./Form.tsx";
import { momentWords } from "./moment.ts";
import { Once } from "./Once.tsx";
import { RoleField } from "./RoleField.tsx";
import { problemsOfEmail, type Role, roleWord } from "./rules.ts";
import { Sure } from "./Sure.tsx";
import { TextField } from "./TextField.tsx";
import { useForm } from "./useForm.ts";

interface Props {
  invitations: UsersQuery["invitations"]["nodes"];
  onChange: () => void;
}

/** Who was invited and has yet to join, and the way to invite somebody. */
export function Invitations({ invitations, onChange }: Props) {
  const [link, setLink] = useState<{ email: string; path: string } | null>(null);
  const filling = useForm({
    blank: { email: "", role: "EDITOR" as Role },
    check: ({ email }) => problemsOfEmail("email", email),
    send: async ({ email, role }) => ({ email, ...(await act("inviteUser", { email, role })) }),
    onDone: ({ email, path }) => {
      if (path) setLink({ email: email.trim(), path });
      onChange();
    },
  });
  return (
    <>
      {invitations.length > 0 && (
        <ul className="access-list">
          {invitations.map(({ id, email, role, by, expiresAt }) => (
            <li key={id}>
              <div>
                <strong>{email}</strong> <span className="quiet">{roleWord(role)}</span>
                <p className="quiet t-small">
                  {expiresAt && Date.parse(expiresAt) > Date.now()
                    ? `by ${by}; the link works until ${momentWords(expiresAt)}`
                    : "the link works no more: invite again for a new one"}
                </p>
              </div>
              <Sure
                name="Take back"
                of={`the invitation of ${email}`}
                question={`Take back the invitation of ${email}? Its link works no more.`}
                act={async () => {
                  await act("revokeInvitation", { invitationId: id });
                  setLink(null);
                  onChange();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {link ? (
        <Once
          label={`The link for ${link.email}`}
          text={location.origin + link.path}
          onDone={() => setLink(null)}
        >
          Pass it on to them; nothing was sent. It works once, for a day.
        </Once>
      ) : (
        <Form
          filling={filling}
          fields={["email", "role"]}
          does={["Invite", "Inviting…"]}
          label="Invite somebody"
        >
          <TextField
            filling={filling}
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="off"
          />
          <RoleField filling={filling} most="ADMIN" />
        </Form>
      )}
    </>
  );
}
