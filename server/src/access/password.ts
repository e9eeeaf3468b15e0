// What a password, a name and an address must be, in words. Pure.
import { z } from "zod";
import { Refusal } from "../refusal.ts";

/** Characters that a password has at least, and at most. */
export const PASSWORD = { least: 12, most: 128 } as const;
/** Characters of a name at most. */
export const LONGEST_NAME = 80;
/** Characters of an address at most, as mail has it. */
const LONGEST_EMAIL = 254;

/** The address as it is kept: small letters, nothing around it. Refuses with INVALID_INPUT what is none. */
export function emailOf(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length <= LONGEST_EMAIL && z.email().safeParse(email).success) return email;
  throw new Refusal(
    "INVALID_INPUT",
    `“${email.slice(0, 80)}” is not an e-mail address. Write it as name@example.org.`,
    { path: ["email"] },
  );
}

/** The name without what is around it. Refuses with INVALID_INPUT one that cannot stand in the history. */
export function nameOf(text: string): string {
  const name = text.trim().replace(/\s+/g, " ");
  if (name !== "" && name.length <= LONGEST_NAME && !/\p{Cc}|\p{Cf}/u.test(name)) return name;
  throw new Refusal(
    "INVALID_INPUT",
    `A name needs 1 to ${LONGEST_NAME} characters: it stands in the history beside what you change.`,
    { path: ["name"] },
  );
}

/** Refuses with INVALID_INPUT a password that is too short, too long, one character over and over, or the address itself. */
export function checkPassword(password: string, email: string): void {
  const length = [...password].length;
  const problem =
    length < PASSWORD.least
      ? `A password needs at least ${PASSWORD.least} characters; a few words that you remember make a good one.`
      : password.length > PASSWORD.most
        ? `A password has at most ${PASSWORD.most} characters.`
        : new Set(password).size < 4
          ? "A password needs at least four different characters."
          : password.toLowerCase() === email
            ? "A password must not be the e-mail address."
            : null;
  if (problem) throw new Refusal("INVALID_INPUT", problem, { path: ["password"] });
}
