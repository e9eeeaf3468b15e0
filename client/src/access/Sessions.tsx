import { useCallback, useEffect, useState } from "react";
import { go } from "../page/route.ts";
import { toast } from "../page/toast.ts";
import { markSigned } from "../page/viewer.ts";
import { plural } from "../when/words.ts";
import { type Session, sessions, signOutEverywhere } from "./door.ts";
import { leave } from "./leave.ts";
import { momentWords } from "./moment.ts";
import { Sure } from "./Sure.tsx";

/** Where somebody is signed in, and the ways out: here, everywhere else, or everywhere. */
export function Sessions() {
  const [told, setTold] = useState<readonly Session[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(
    () =>
      sessions().then(
        (came) => {
          setTold(came);
          setProblem(null);
        },
        ({ message }: Error) => setProblem(message),
      ),
    [],
  );
  useEffect(() => void look(), [look]);
  const others = told?.filter(({ here }) => !here).length ?? 0;
  return (
    <section className="page-section">
      <h2 className="t-section">Where you are signed in</h2>
      <p className="quiet">
        Neither place nor browser is kept of a session, so only the time tells one from another.
      </p>
      {problem && (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      )}
      <ul className="access-list">
        {told?.map(({ createdAt, seenAt, here }) => (
          <li key={`${createdAt} ${here}`}>
            <div>
              <strong>{here ? "This browser" : "Another browser"}</strong>
              <p className="quiet t-small">
                signed in {momentWords(createdAt)} · last used {here ? "now" : momentWords(seenAt)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className="access-ways">
        <button
          type="button"
          className="button"
          onClick={() =>
            void leave().then(
              () => go("/"),
              () => {},
            )
          }
        >
          Sign out here
        </button>
        {others > 0 && (
          <>
            <Sure
              name="Sign out everywhere else"
              of=""
              keep="Stay signed in"
              question={`End ${plural(others, "other session")}? Whoever sits there has to sign in again.`}
              act={async () => {
                toast(`Signed out of ${plural(await signOutEverywhere(true), "other session")}.`);
                await look();
              }}
            />
            <Sure
              name="Sign out everywhere"
              of=""
              keep="Stay signed in"
              question="End every session, this one too?"
              act={async () => {
                await signOutEverywhere(false);
                markSigned(false);
                toast("Signed out everywhere.");
                go("/");
              }}
            />
          </>
        )}
      </div>
    </section>
  );
}
