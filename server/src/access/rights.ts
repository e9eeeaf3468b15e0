// Who may do what: the whole of it, as data. A mutation that is not here can be done by nobody: the schema is not built with it.
import type { Viewer } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";
import { atMost, type Role, requireRole } from "./role.ts";

/** What a mutation asks of whoever sends it. */
export interface Right {
  /** The role that suffices. */
  needs: Role;
  /** Whether a token will not do. */
  signedIn?: true;
}

const EDITOR: Right = { needs: "EDITOR" };
const ADMIN: Right = { needs: "ADMIN" };

/** The right to each mutation. */
export const RIGHTS: Readonly<Record<string, Right>> = {
  reportAgreementStatus: EDITOR,
  reportPartyStep: EDITOR,
  reportEventStatus: EDITOR,
  recordEvent: EDITOR,
  planVisit: EDITOR,
  retractReport: EDITOR,
  preferReport: EDITOR,
  undoChange: EDITOR,
  importBundle: EDITOR,
  createCountry: EDITOR,
  updateCountry: EDITOR,
  createPlace: EDITOR,
  updatePlace: EDITOR,
  createForum: EDITOR,
  updateForum: EDITOR,
  mergeForums: EDITOR,
  createMembership: EDITOR,
  updateMembership: EDITOR,
  createSession: EDITOR,
  updateSession: EDITOR,
  createLeader: EDITOR,
  updateLeader: EDITOR,
  mergeLeaders: EDITOR,
  createTerm: EDITOR,
  updateTerm: EDITOR,
  createOffice: EDITOR,
  updateOffice: EDITOR,
  createSource: EDITOR,
  updateSource: EDITOR,
  mergeSources: EDITOR,
  createAgreement: EDITOR,
  updateAgreement: EDITOR,
  mergeAgreements: EDITOR,
  updateEvent: EDITOR,
  mergeEvents: EDITOR,
  createStory: EDITOR,
  updateStory: EDITOR,
  inviteUser: ADMIN,
  revokeInvitation: ADMIN,
  giveLink: ADMIN,
  setUserRole: ADMIN,
  disableUser: ADMIN,
  // A token that got into the wrong hands shall not outlive itself by making others.
  createToken: { needs: "VIEWER", signedIn: true },
  // Of one's own; an admin, of anybody's.
  revokeToken: { needs: "VIEWER" },
};

/** What becomes of a mutation before anything else is looked at. */
export type Verdict = "allowed" | "UNAUTHENTICATED" | "FORBIDDEN";

/** What becomes of a mutation that somebody with this role sends; null for whoever is nobody. */
export function verdictOn(
  { needs, signedIn }: Right,
  role: Role | null,
  via: Viewer["via"],
): Verdict {
  if (role === null) return "UNAUTHENTICATED";
  if (!atMost(needs, role) || (signedIn && via !== "SESSION")) return "FORBIDDEN";
  return "allowed";
}

/**
 * What lets a mutation through, or refuses it with UNAUTHENTICATED or FORBIDDEN.
 * @throws Error when nobody has a right to it.
 */
export function gateTo(name: string): (viewer: Viewer) => void {
  const right = RIGHTS[name];
  if (!right) throw new Error(`Nobody may ${name}: write its right down in access/rights.ts`);
  return (viewer) => {
    requireRole(viewer, right.needs);
    if (verdictOn(right, viewer.role, viewer.via) === "allowed") return;
    throw new Refusal(
      "FORBIDDEN",
      "A token makes no other token. Sign in and make it there, or on the server: `npm run entente -- token create`.",
    );
  };
}
