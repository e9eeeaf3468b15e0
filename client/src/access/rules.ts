// What can be told of a form before it is sent. The server has the last word. Pure.
import type { Problem } from "../desk/outcome.ts";

/** Characters that a password has at least. */
const LEAST = 12;

/** What a new password must be, in words. */
export const PASSWORD_RULES = `At least ${LEAST} characters, at least four of them different. A few words that you remember make a good one.`;

/** A problem where a field is empty. */
export function needed(field: string, text: string, message: string): Problem[] {
  return text.trim() === "" ? [{ field, message }] : [];
}

/** What is wrong with a new password. */
export function problemsOfPassword(field: string, text: string): Problem[] {
  const length = [...text].length;
  if (length < LEAST) {
    const message =
      length === 0 ? "Choose a password." : `It has ${length} of ${LEAST} characters.`;
    return [{ field, message }];
  }
  return new Set(text).size < 4
    ? [{ field, message: "Use four different characters or more." }]
    : [];
}

/** What is wrong with an e-mail address, as far as it shows. */
export function problemsOfEmail(field: string, text: string): Problem[] {
  const isOne = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
  return isOne ? [] : [{ field, message: "Write an e-mail address, such as name@example.org." }];
}

/** Role names, the least first, and what each may do. */
export const ROLES = [
  { role: "VIEWER", name: "viewer", may: "reads" },
  { role: "EDITOR", name: "editor", may: "reads and reports" },
  { role: "ADMIN", name: "admin", may: "does everything, users included" },
] as const;

export type Role = (typeof ROLES)[number]["role"];

/** Roles up to one's own. */
export function upTo(role: Role) {
  return ROLES.slice(0, ROLES.findIndex((each) => each.role === role) + 1);
}

/** `editor`, of `EDITOR`. */
export const roleWord = (role: Role): string => role.toLowerCase();
