import type { AccountQuery } from "../app/operations.gen.ts";
import { useTitle } from "../page/title.ts";
import { plural } from "../when/words.ts";
import question from "./account.graphql?raw";
import { Kept } from "./Kept.tsx";
import { momentWords } from "./moment.ts";
import { NewPassword } from "./NewPassword.tsx";
import { NewToken } from "./NewToken.tsx";
import { roleWord } from "./rules.ts";
import { Sessions } from "./Sessions.tsx";
import { Tokens } from "./Tokens.tsx";
import { useTold } from "./useTold.ts";
import "../desk/desk.css";
import "./access.css";

/** Who is signed in, where, their tokens and their password. */
export default function AccountPage() {
  const told = useTold<AccountQuery>(question);
  useTitle("Account");
  return (
    <Kept told={told} title="Account" closed="An account is for those who edit.">
      {({ viewer, tokens }) => {
        const live = tokens.nodes.filter(({ revokedAt }) => revokedAt === null);
        return (
          <>
            <p className="page-lead t-lead">
              {viewer.name}, {viewer.role && roleWord(viewer.role)}, by {viewer.email}.
              {viewer.expiresAt &&
                ` This session ends ${momentWords(viewer.expiresAt)}, or after twelve hours without use.`}
            </p>
            {viewer.via === "SESSION" && <Sessions />}
            <section className="page-section">
              <h2 className="t-section">API tokens</h2>
              <p className="quiet">
                {live.length > 0 && `${plural(live.length, "token")} not revoked. `}
                With one a program does what you may do, under your name.
              </p>
              <Tokens tokens={tokens.nodes} onChange={told.again} />
              {tokens.totalCount > tokens.nodes.length && (
                <p className="quiet">The newest {tokens.nodes.length} are shown.</p>
              )}
              {viewer.role && viewer.via === "SESSION" && (
                <NewToken most={viewer.role} onMade={told.again} />
              )}
            </section>
            <section className="page-section">
              <h2 className="t-section">Password</h2>
              <p className="quiet">Another password signs you out everywhere but here.</p>
              <NewPassword email={viewer.email ?? ""} />
            </section>
          </>
        );
      }}
    </Kept>
  );
}
