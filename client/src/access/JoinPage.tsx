import { useEffect, useState } from "react";
import { Busy } from "../page/Busy.tsx";
import { go } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { toast } from "../page/toast.ts";
import { markSigned } from "../page/viewer.ts";
import { type Invited, join, lookAt, type Refused } from "./door.ts";
import { Form } from "./Form.tsx";
import { momentWords } from "./moment.ts";
import { PasswordField } from "./PasswordField.tsx";
import { needed, PASSWORD_RULES, problemsOfEmail, problemsOfPassword, ROLES } from "./rules.ts";
import { TextField } from "./TextField.tsx";
import { useForm } from "./useForm.ts";
import "../desk/desk.css";
import "./access.css";

/** The page that a link opens: by it somebody joins, or chooses another password. */
export default function JoinPage({ slug: token }: { slug: string }) {
  const [invited, setInvited] = useState<Invited | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useTitle("Join");
  useEffect(() => {
    lookAt(token).then(setInvited, (error) => setRefused(error as Refused));
  }, [token]);
  if (!invited && !refused) return <Busy what="the link" />;
  return (
    <div className="sheet-page narrow access-page desk-page">
      {invited ? <Joining token={token} invited={invited} /> : refused && <NoWay why={refused} />}
    </div>
  );
}

function NoWay({ why }: { why: Refused }) {
  const isOver = why.code === "NOT_FOUND";
  return (
    <>
      <h1 className="t-title">
        {isOver ? "This link does not work" : "The link could not be read just now"}
      </h1>
      {isOver ? (
        <p className="page-lead t-lead">
          It was used, replaced by another, or is older than a day. If you have joined already,{" "}
          <a href="/sign-in">sign in</a>. If not, ask whoever sent it for a new one; the first admin
          finds a new one where the server was started, once it is started again.
        </p>
      ) : (
        <p className="page-lead t-lead">{why.message} The link is not used up.</p>
      )}
      <div className="access-ways">
        {isOver ? (
          <a className="button" href="/">
            To the front page
          </a>
        ) : (
          <button type="button" className="button" onClick={() => location.reload()}>
            Try again
          </button>
        )}
      </div>
    </>
  );
}

function Joining({ token, invited }: { token: string; invited: Invited }) {
  const { email, again, role } = invited;
  const isFirst = email === null;
  const filling = useForm({
    blank: { name: invited.name, email: email ?? "", password: "" },
    check: (values) => [
      ...needed("name", values.name, "Give your name."),
      ...(isFirst ? problemsOfEmail("email", values.email) : []),
      ...problemsOfPassword("password", values.password),
    ],
    send: (values) => join({ token, ...values, email: isFirst ? values.email : null }),
    onDone: ({ user }) => {
      markSigned(true);
      toast(again ? "Your password is set. You are signed in." : `Welcome, ${user.name}.`);
      go(isFirst ? "/desk/users" : "/account", "replace");
    },
  });
  const may = ROLES.find((each) => each.role === role);
  return (
    <>
      <h1 className="t-title">{again ? "Choose another password" : "Join Entente"}</h1>
      <p className="page-lead t-lead">
        {isFirst
          ? "You are the first here, so you will be the admin: you invite everybody else."
          : `For ${email}, as ${may?.name}: who ${may?.may}.`}{" "}
        The link works once, until {momentWords(invited.expiresAt)}.
      </p>
      <Form
        filling={filling}
        fields={["name", "email", "password"]}
        does={again ? ["Set it", "Setting it…"] : ["Join", "Joining…"]}
      >
        <TextField
          filling={filling}
          name="name"
          label="Name"
          autoComplete="name"
          hint="Stands in the public history beside what you change."
        />
        {isFirst ? (
          <TextField
            filling={filling}
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            hint="You sign in by it. Nobody but admins sees it."
          />
        ) : (
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        )}
        <PasswordField
          filling={filling}
          name="password"
          label="Password"
          autoComplete="new-password"
          hint={PASSWORD_RULES}
        />
      </Form>
    </>
  );
}
