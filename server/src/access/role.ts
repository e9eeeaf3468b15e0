// Who may do what. Default deny: a write names the role it needs, and nobody has one without a session or a token.
import type { Viewer } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";

/** The roles, each holding the rights of those before it. */
export const ROLES = ["VIEWER", "EDITOR", "ADMIN"] as const;

/** What somebody may do. */
export type Role = (typeof ROLES)[number];

/** Whether a role has no more rights than another. */
export function atMost(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(other);
}

/** The viewer's name, when the role suffices. Refuses with UNAUTHENTICATED whom we do not know and with FORBIDDEN who may not. */
export function requireRole(viewer: Viewer, needed: Role): string {
  if (viewer.refused) throw viewer.refused;
  if (viewer.role === null || viewer.name === null) {
    throw new Refusal(
      "UNAUTHENTICATED",
      `This needs the role ${needed.toLowerCase()}. Sign in, or send a token as \`Authorization: Bearer ent_…\`; \`npm run entente -- token create --role ${needed.toLowerCase()} --name NAME\` makes one.`,
      { facts: { needed } },
    );
  }
  if (!atMost(needed, viewer.role)) {
    throw new Refusal(
      "FORBIDDEN",
      `${viewer.name} has the role ${viewer.role.toLowerCase()}; this needs ${needed.toLowerCase()}. Nothing was written.`,
      { facts: { needed, role: viewer.role } },
    );
  }
  return viewer.name;
}
