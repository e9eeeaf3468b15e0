// What names something: whatever its rows are pointed at by, as readers know it.
import type { Reading } from "../graphql/context.ts";
import { type Entity, pick } from "../storage/pick.ts";
import { referents } from "../storage/referents.ts";
import type { AnyRow, TableName } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import { type Ref, refsTo } from "../story/story.ts";

/** Tables of which a row is itself a thing that readers know. */
const OWN: Partial<Record<TableName, Ref["type"]>> = {
  agreement: "Agreement",
  country: "Country",
  event: "Event",
  fact: "Fact",
  forum: "Forum",
  leader: "Leader",
  office: "Office",
  place: "Place",
  session: "Session",
  source: "Source",
  story: "Story",
};

/** Columns that say whose a row is that is no thing of its own. */
const OWNERS: readonly (readonly [string, Ref["type"]])[] = [
  ["eventId", "Event"],
  ["agreementId", "Agreement"],
  ["leaderId", "Leader"],
  ["forumId", "Forum"],
  ["sessionId", "Session"],
  ["storyId", "Story"],
  ["factId", "Fact"],
];

/** Columns that name a part, by the table it stands in: whose part it is has to be looked up. */
const PARTS: readonly (readonly [string, "term" | "membership"])[] = [
  ["termId", "term"],
  ["membershipId", "membership"],
];

/** What names a row of a table, each once; `own` tables do not count, as their rows are its parts. */
export async function namersOf(
  { tx }: Reading,
  table: Entity,
  id: string,
  own: readonly TableName[],
  most: number,
): Promise<Ref[]> {
  const rows = (await referents(tx, table, id, most)).filter((each) => !own.includes(each.table));
  const reports = await pick(
    tx,
    "report",
    rows.map(({ row }) => (typeof row.reportId === "string" ? row.reportId : null)),
  );
  const wholes = await Promise.all(rows.map(({ row }) => wholeOf(tx, row)));
  const type = OWN[table];
  const told = type ? await refsTo(tx, { type, id }) : [];
  const refs = [
    ...rows.flatMap(
      ({ table, row }, index) => ownerOf(table, row) ?? wholes[index] ?? subjectOf(reports[index]),
    ),
    ...told,
  ];
  return [...new Map(refs.map((ref) => [`${ref.type} ${ref.id}`, ref])).values()].slice(0, most);
}

async function wholeOf(tx: Tx, row: AnyRow): Promise<Ref | null> {
  for (const [column, table] of PARTS) {
    const [part] = typeof row[column] === "string" ? await pick(tx, table, [row[column]]) : [];
    const owner = part && ownerOf(table, part);
    if (owner) return owner;
  }
  return null;
}

function ownerOf(table: TableName, row: AnyRow): Ref | null {
  const type = OWN[table];
  if (type) return { type, id: String(row.id) };
  // A change that rests on it: what it was done to.
  if (table === "change" && row.entityType !== null)
    return { type: row.entityType as Ref["type"], id: String(row.entityId) };
  const owner = OWNERS.find(([column]) => typeof row[column] === "string");
  return owner ? { type: owner[1], id: String(row[owner[0]]) } : null;
}

function subjectOf(
  report: { eventId: string | null; agreementId: string | null } | null | undefined,
) {
  if (report?.eventId != null) return [{ type: "Event" as const, id: report.eventId }];
  if (report?.agreementId != null) return [{ type: "Agreement" as const, id: report.agreementId }];
  return [];
}
