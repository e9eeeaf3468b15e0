import type { UsersQuery } from "../app/operations.gen.ts";
import { useTitle } from "../page/title.ts";
import { Invitations } from "./Invitations.tsx";
import { Kept } from "./Kept.tsx";
import { Log } from "./Log.tsx";
import { Members } from "./Members.tsx";
import { Tokens } from "./Tokens.tsx";
import question from "./users.graphql?raw";
import { useTold } from "./useTold.ts";
import "../desk/desk.css";
import "./access.css";

/** Everybody who can come in, for admins. */
export default function UsersPage() {
  const told = useTold<UsersQuery>(question);
  useTitle("Users");
  return (
    <Kept told={told} title="Users" closed="Only admins see who can come in, and change it.">
      {({ users, invitations, tokens, accessChanges }) => (
        <>
          <p className="page-lead t-lead">
            Viewers read, editors report, admins do everything. Another role ends the sessions of
            whoever gets it.
          </p>
          <Members users={users.nodes} onChange={told.again} />
          <More shown={users.nodes.length} all={users.totalCount} />
          <section className="page-section">
            <h2 className="t-section">Invitations</h2>
            <Invitations invitations={invitations.nodes} onChange={told.again} />
            <More shown={invitations.nodes.length} all={invitations.totalCount} />
          </section>
          <section className="page-section">
            <h2 className="t-section">Everybody’s API tokens</h2>
            <Tokens tokens={tokens.nodes} owners onChange={told.again} />
            <More shown={tokens.nodes.length} all={tokens.totalCount} />
          </section>
          <section className="page-section">
            <h2 className="t-section">What was done</h2>
            <Log changes={accessChanges.nodes} total={accessChanges.totalCount} />
          </section>
        </>
      )}
    </Kept>
  );
}

function More({ shown, all }: { shown: number; all: number }) {
  if (all <= shown) return null;
  return (
    <p className="quiet">
      {shown} of {all} are shown. The rest is in the API.
    </p>
  );
}
