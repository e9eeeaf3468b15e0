// What is typed, as the room takes it.
import { Refusal } from "../refusal.ts";
import { ROLES, type Role } from "./role.ts";

/** Who does what is done from a terminal, as the log names it. */
export const TERMINAL = "the command line";

/** The role of this name, in any letters. Refuses with INVALID_INPUT any other. */
export function roleOf(text: string | undefined): Role {
  const role = ROLES.find((each) => each.toLowerCase() === text?.toLowerCase());
  if (role) return role;
  const instead = text === undefined ? "" : `, not “${text}”`;
  throw new Refusal("INVALID_INPUT", `The role must be viewer, editor or admin${instead}.`);
}
