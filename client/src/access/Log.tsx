import type { UsersQuery } from "../app/operations.gen.ts";
import { momentWords } from "./moment.ts";

type Change = UsersQuery["accessChanges"]["nodes"][number];

/** What was done, before whom or what it was done to. */
const DID: Record<Change["action"], string> = {
  INVITE: "invited",
  REVOKE_INVITATION: "took back the invitation of",
  JOIN: "joined as",
  GIVE_LINK: "gave a link to",
  SET_ROLE: "gave another role to",
  DISABLE: "let in no more:",
  CREATE_TOKEN: "made the token",
  REVOKE_TOKEN: "revoked the token",
};

/** What was done about users and tokens, the newest first. */
export function Log({ changes, total }: { changes: readonly Change[]; total: number }) {
  return (
    <>
      <ol className="access-log">
        {changes.map(({ id, at, by, action, subject, detail }) => (
          <li key={id}>
            <time className="quiet" dateTime={at}>
              {momentWords(at)}
            </time>
            <span>
              <strong>{by}</strong> {DID[action]} {subject}
              {detail && <span className="quiet">, {detail}</span>}
            </span>
          </li>
        ))}
      </ol>
      {total > changes.length && (
        <p className="quiet">
          The last {changes.length} of {total}. The rest is in the API, as accessChanges.
        </p>
      )}
    </>
  );
}
