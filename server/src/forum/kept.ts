// What is kept of forums, their memberships and sessions, as named values, and the rows that say it.
import { eq } from "drizzle-orm";
import { type Fields, type Kept, partNamed, partsIn } from "../edit/edit.ts";
import type { Confidence } from "../ledger/ledger.ts";
import { keepParts, keepRow, type Owned, partsOf } from "../storage/keep.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayIn, isoIn } from "../when/day.ts";
import { spell } from "../when/spell.ts";
import { notFixed, parseWhen, type When } from "../when/when.ts";

/** What is kept of a forum beside its parts. Days are ISO 8601. */
export interface ForumFields {
  name: string;
  shortName: string;
  kind: Stored<"forum">["kind"];
  founded: string | null;
  remark: string | null;
  knownOn: string | null;
}

/** What is kept of a membership. */
export interface MembershipFields {
  country: string;
  role: Stored<"membership">["role"];
  from: string | null;
  to: string | null;
  confidence: Confidence;
  remark: string | null;
  knownOn: string | null;
  sources: string[];
}

/** What is kept of a session. */
export interface SessionFields {
  name: string;
  ordinal: number | null;
  status: Stored<"session">["status"];
  when: string | null;
  fixed: boolean;
  place: string | null;
  mode: Stored<"session">["mode"];
  theme: string | null;
  confidence: Confidence;
  dateConfidence: Confidence;
  remark: string | null;
  knownOn: string | null;
  sources: string[];
}

const membershipsOf = (id: string): Owned => ({
  table: "membership",
  owner: "forumId",
  id,
  sources: { table: "membershipSource", of: "membershipId" },
});

const sessionsOf = (id: string): Owned => ({
  table: "session",
  owner: "forumId",
  id,
  sources: { table: "sessionSource", of: "sessionId" },
});

type Resting<Name extends "membership" | "session"> = Stored<Name> & { sourceIds: string[] };

/** What is kept of a forum and its parts; null where there is none by itself. */
export async function keptForum(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "forum", [id]);
  if (row?.mergedInto !== null) return null;
  const memberships = (await partsOf(tx, membershipsOf(id))) as Resting<"membership">[];
  const sessions = (await partsOf(tx, sessionsOf(id))) as Resting<"session">[];
  const { name, shortName, kind, founded, version } = row;
  const own: ForumFields = {
    ...{ name, shortName, kind, founded },
    remark: row.note,
    knownOn: isoIn(row.knownOn),
  };
  const parts = [
    ...memberships.map((each) => partNamed("memberships", each.id, { ...membershipFields(each) })),
    ...sessions.map((each) => partNamed("sessions", each.id, { ...sessionFields(each) })),
  ];
  return { version, fields: Object.assign({}, own, ...parts) as Fields };
}

function membershipFields(row: Resting<"membership">): MembershipFields {
  const { countryId: country, role, fromEdtf: from, toEdtf: to, confidence } = row;
  const { note: remark, sourceIds: sources } = row;
  return { country, role, from, to, confidence, remark, knownOn: isoIn(row.knownOn), sources };
}

function sessionFields(row: Resting<"session">): SessionFields {
  const { name, ordinal, status, edtf: when, fixed, placeId: place, mode, theme } = row;
  const { confidence, dateConfidence, note: remark, sourceIds: sources } = row;
  return {
    ...{ name, ordinal, status, when, fixed, place, mode, theme, confidence, dateConfidence },
    ...{ remark, knownOn: isoIn(row.knownOn), sources },
  };
}

/** Makes the rows of a forum and its parts say this. */
export async function keepForum(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { name, shortName, kind, founded, remark, knownOn } = fields as unknown as ForumFields;
  const own = { id, name, shortName, kind, founded, note: remark };
  await keepRow(tx, "forum", { ...own, knownOn: dayIn(knownOn), version });
  const memberships = [...partsIn(fields, "memberships")].map(([each, part]) =>
    membershipRow(id, each, part as unknown as MembershipFields),
  );
  await keepParts(tx, membershipsOf(id), memberships);
  const sessions = [...partsIn(fields, "sessions")].map(([each, part]) =>
    sessionRow(id, each, part as unknown as SessionFields),
  );
  await keepParts(tx, sessionsOf(id), sessions);
}

function membershipRow(forumId: string, id: string, part: MembershipFields) {
  const { country: countryId, role, from, to, confidence, remark, knownOn, sources } = part;
  return {
    ...{ id, forumId, countryId, role, fromEdtf: from, toEdtf: to, ...spell(from, to) },
    ...{ confidence, note: remark, knownOn: dayIn(knownOn), sourceIds: sources },
  };
}

function sessionRow(forumId: string, id: string, part: SessionFields) {
  const { name, ordinal, place, mode, status, theme, confidence, dateConfidence } = part;
  return {
    ...{ id, forumId, name, ordinal, ...whenIn(part), placeId: place, mode, status, theme },
    ...{ confidence, dateConfidence, note: part.remark, knownOn: dayIn(part.knownOn) },
    sourceIds: part.sources,
  };
}

/** The date of a session as it is kept. */
export function whenIn({ when, fixed }: Pick<SessionFields, "when" | "fixed">): When {
  return when !== null && fixed ? parseWhen(when) : notFixed(when);
}

/** Takes the rows of a forum and its parts away. */
export async function dropForum(tx: Tx, id: string): Promise<void> {
  await keepParts(tx, membershipsOf(id), []);
  await keepParts(tx, sessionsOf(id), []);
  await tx.db.delete(tx.tables.forum).where(eq(tx.tables.forum.id, id));
}
