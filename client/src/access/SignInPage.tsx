import { useEffect, useState } from "react";
import { Busy } from "../page/Busy.tsx";
import { Link } from "../page/Link.tsx";
import { go, useHere } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { toast } from "../page/toast.ts";
import { markSigned } from "../page/viewer.ts";
import { type Entered, providerName, Refused, signIn, signInElsewhere, whoIsIn } from "./door.ts";
import { Form } from "./Form.tsx";
import { leave } from "./leave.ts";
import { PasswordField } from "./PasswordField.tsx";
import { needed, problemsOfEmail, roleWord } from "./rules.ts";
import { TextField } from "./TextField.tsx";
import { ownPath } from "./to.ts";
import { useForm } from "./useForm.ts";
import "../desk/desk.css";
import "./access.css";

/** What is told of those whom the provider has sent back. */
function sentBackWords(error: string | null, provider: string): string | null {
  if (error === "unknown")
    return `Nobody here has the address that ${provider} vouches for. Ask an admin to invite it, then come back.`;
  return error === "failed"
    ? "It did not work this time. Try again, or sign in with your password."
    : null;
}

/** The page on which somebody signs in; it leads to where they wanted to go. */
export default function SignInPage() {
  const asked = new URLSearchParams(useHere().split("?")[1]);
  const to = ownPath(asked.get("to"));
  const isBack = asked.has("back");
  const [state, setState] = useState<{ in: Entered | null; provider: string | null } | null>(null);
  useTitle("Sign in");
  useEffect(() => {
    const none = () => null;
    Promise.all([whoIsIn().catch(none), providerName().catch(none)]).then(([entered, provider]) => {
      if (entered) markSigned(true);
      if (entered && isBack) go(to, "replace");
      else setState({ in: entered, provider });
    });
  }, [isBack, to]);
  if (!state) return <Busy what="the way in" />;
  const sentBack = sentBackWords(asked.get("error"), state.provider ?? "the provider");
  return (
    <div className="sheet-page narrow access-page desk-page">
      {state.in ? (
        <AlreadyIn user={state.in.user} to={to} onOut={() => setState({ ...state, in: null })} />
      ) : (
        <>
          <h1 className="t-title">Sign in</h1>
          <p className="page-lead t-lead">For editors. Reading needs no account.</p>
          {sentBack && (
            <p className="desk-note warn" role="alert">
              <span>{sentBack}</span>
            </p>
          )}
          <ByPassword to={to} />
          {state.provider && <ByProvider name={state.provider} to={to} />}
          <p className="quiet t-small">
            No account, or the password is lost? An admin of this site can give you a link.
          </p>
        </>
      )}
    </div>
  );
}

function ByPassword({ to }: { to: string }) {
  const filling = useForm({
    blank: { email: "", password: "" },
    check: ({ email, password }) => [
      ...problemsOfEmail("email", email),
      ...needed("password", password, "Give your password."),
    ],
    send: signIn,
    onDone: ({ user }) => {
      markSigned(true);
      toast(`Signed in as ${user.name}.`);
      go(to, "replace");
    },
  });
  return (
    <Form filling={filling} fields={["email", "password"]} does={["Sign in", "Signing in…"]}>
      <TextField
        filling={filling}
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
      />
      <PasswordField
        filling={filling}
        name="password"
        label="Password"
        autoComplete="current-password"
      />
    </Form>
  );
}

function ByProvider({ name, to }: { name: string; to: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const leaveFor = async () => {
    setProblem(null);
    try {
      // Back to this page, which remembers that somebody is in and leads on.
      location.assign(await signInElsewhere(`/sign-in?back=1&to=${encodeURIComponent(to)}`));
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "It could not be done just now.");
    }
  };
  return (
    <div className="access-provider">
      <button type="button" className="button" onClick={leaveFor}>
        Sign in with {name}
      </button>
      {problem && (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function AlreadyIn(props: { user: Entered["user"]; to: string; onOut: () => void }) {
  const { user, to, onOut } = props;
  return (
    <>
      <h1 className="t-title">You are signed in</h1>
      <p className="page-lead t-lead">
        As {user.name}, {roleWord(user.role)}, by {user.email}.
      </p>
      <div className="access-ways">
        <Link className="button primary" to={to} exact>
          {to === "/" ? "To the front page" : "Go on"}
        </Link>
        <Link className="button" to="/account" exact>
          Account
        </Link>
        <button type="button" className="button bare" onClick={() => void leave().then(onOut)}>
          Sign out
        </button>
      </div>
    </>
  );
}
