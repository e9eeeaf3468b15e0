// What names something: whatever its rows are pointed at by, as readers know it.
import type { Reading } from "../graphql/context.ts";
import { type Entity, pick } from "../storage/pick.ts";
import { referents } from "../storage/referents.ts";
import type { AnyRow, TableName } from "../storage/shape.ts";
import { type Ref, refsTo } from "../story/story.ts";

/** Tables of which a row is itself a thing that readers know. */
const OWN: Partial<Record<TableName, Ref["type"]>> = {
  country: "Country",
  event: "Event",
  fact: "Fact",
  forum: "Forum",
  leader: "Leader",
  office: "Office",
  place: "Place",
  session: "Session",
};

/** Columns that say whose a row is that is no thing of its own. */
const OWNERS: readonly (readonly [string, Ref["type"]])[] = [
  ["eventId", "Event"],
  ["agreementId", "Agreement"],
  ["leaderId", "Leader"],
  ["forumId", "Forum"],
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
  const type = OWN[table];
  const told = type ? await refsTo(tx, { type, id }) : [];
  const refs = [
    ...rows.flatMap(({ table, row }, index) => ownerOf(table, row) ?? subjectOf(reports[index])),
    ...told,
  ];
  return [...new Map(refs.map((ref) => [`${ref.type} ${ref.id}`, ref])).values()].slice(0, most);
}

function ownerOf(table: TableName, row: AnyRow): Ref | null {
  const type = OWN[table];
  if (type) return { type, id: String(row.id) };
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
