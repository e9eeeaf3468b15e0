import { here } from "../page/route.ts";

/** Says that the session has ended, with the way to sign in beside what was begun; `then` is what to do after that. */
export function SignedOut({ then }: { then: string }) {
  return (
    <span>
      <strong>Your session has ended.</strong> Nothing of yours is lost.{" "}
      <a href={`/sign-in?to=${encodeURIComponent(here())}`} target="_blank" rel="noopener opener">
        Sign in in another tab
      </a>
      , then {then}.
    </span>
  );
}
