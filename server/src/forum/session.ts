// What was known of a forum's session on a day. Sessions have no reports of their own: one day of knowledge and their dates say it.
import type { Day } from "../when/day.ts";

/** What of a session its state depends on. */
export interface Session {
  status: string;
  fixed: boolean;
  precision: string;
  earliest: Day | null;
  knownOn: Day;
}

/**
 * The session as known on a day, null before it was known at all. One that was held stands `SCHEDULED` until its first day, `EXPECTED` if
 * that is not known to the day. `day` null asks for today's knowledge.
 */
export function sessionAsOf<T extends Session>(session: T, day: Day | null): T | null {
  if (day === null) return session;
  if (session.knownOn > day) return null;
  if (session.status !== "HELD" || session.earliest === null || session.earliest <= day) {
    return session;
  }
  const dated = session.precision === "DAY" || session.precision === "INTERVAL";
  return { ...session, status: dated ? "SCHEDULED" : "EXPECTED", fixed: dated };
}
