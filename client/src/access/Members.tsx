import { useState } from "react";
import type { UsersQuery } from "../app/operations.gen.ts";
import { act } from "./act.ts";
import { Refused } from "./door.ts";
import { dayWords } from "./moment.ts";
import { Once } from "./Once.tsx";
import { ROLES, type Role } from "./rules.ts";
import { Sure } from "./Sure.tsx";

type User = UsersQuery["users"]["nodes"][number];

/** Users, with what an admin can do about each. */
export function Members({ users, onChange }: { users: readonly User[]; onChange: () => void }) {
  const [link, setLink] = useState<{ of: User; path: string } | null>(null);
  return (
    <>
      {link && (
        <Once
          key={link.path}
          label={`A link for ${link.of.name}`}
          text={location.origin + link.path}
          onDone={() => setLink(null)}
        >
          Pass it on to them: it works once, for a day, and lets them choose another password.
        </Once>
      )}
      <ul className="access-list">
        {users.map((user) => (
          <li key={user.id} data-over={user.disabledAt !== null}>
            <div>
              <strong>{user.name}</strong> <span className="quiet">{user.email}</span>
              <p className="quiet t-small">
                {user.disabledAt
                  ? `let in no more since ${dayWords(user.disabledAt)}`
                  : `since ${dayWords(user.joinedAt)}`}
              </p>
            </div>
            <div className="access-acts">
              {!user.disabledAt && <RoleOf key={user.role} user={user} onChange={onChange} />}
              <Sure
                name={user.disabledAt ? "Let in again" : "New link"}
                of={`for ${user.name}`}
                question={
                  user.disabledAt
                    ? `Let ${user.name} in again? You get a link for them.`
                    : `Give ${user.name} a link to choose another password? One given before works no more.`
                }
                act={async () => {
                  const { path } = await act("giveLink", { userId: user.id });
                  if (path) setLink({ of: user, path });
                  onChange();
                }}
              />
              {!user.disabledAt && (
                <Sure
                  name="Disable"
                  of={user.name}
                  question={`Let ${user.name} in no more? Their sessions and tokens end at once; what they wrote stays.`}
                  act={async () => {
                    await act("disableUser", { userId: user.id });
                    onChange();
                  }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A user's role. Another one is set by a button: it ends their sessions. */
function RoleOf({ user, onChange }: { user: User; onChange: () => void }) {
  const [role, setRole] = useState<Role>(user.role);
  const [problem, setProblem] = useState<string | null>(null);
  const set = async () => {
    try {
      await act("setUserRole", { userId: user.id, role });
      onChange();
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "It could not be done just now.");
    }
  };
  return (
    <span className="access-role">
      <select
        className="field"
        aria-label={`Role of ${user.name}`}
        aria-invalid={problem !== null}
        value={role}
        onChange={(event) => {
          setRole(event.target.value as Role);
          setProblem(null);
        }}
      >
        {ROLES.map((each) => (
          <option key={each.role} value={each.role}>
            {each.name}
          </option>
        ))}
      </select>
      {role !== user.role && (
        <button type="button" className="button primary" onClick={set}>
          Set<span className="hidden-text"> role of {user.name}</span>
        </button>
      )}
      {problem && (
        <span className="desk-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
