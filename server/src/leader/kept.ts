// What is kept of leaders and offices, as named values, and the rows that say it.
import { eq } from "drizzle-orm";
import { type Fields, type Kept, partNamed, partsIn } from "../edit/edit.ts";
import type { Confidence } from "../ledger/ledger.ts";
import { keepParts, keepRow, type Owned, partsOf } from "../storage/keep.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayIn, isoIn } from "../when/day.ts";
import { lastDay, spell } from "../when/spell.ts";

/** What is kept of a leader beside the terms. Days are ISO 8601. */
export interface LeaderFields {
  name: string;
  alsoKnownAs: string[];
  country: string | null;
  born: string | null;
  died: string | null;
  remark: string | null;
  /** From which day the remark can be told; null for one that the data set ships. */
  remarkKnownOn: string | null;
  knownOn: string | null;
}

/** What is kept of a term in office. */
export interface TermFields {
  office: string;
  from: string | null;
  to: string | null;
  how: string | null;
  confidence: Confidence;
  remark: string | null;
  knownOn: string | null;
  sources: string[];
}

/** What is kept of an office. */
export interface OfficeFields {
  title: string;
  country: string | null;
  forum: string | null;
  kind: string;
  rank: Stored<"office">["rank"];
  knownOn: string | null;
}

const termsOf = (id: string): Owned => ({
  table: "term",
  owner: "leaderId",
  id,
  sources: { table: "termSource", of: "termId" },
});

/** What is kept of a leader and the terms; null where there is none. */
export async function keptLeader(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "leader", [id]);
  if (!row) return null;
  const terms = (await partsOf(tx, termsOf(id))) as (Stored<"term"> & { sourceIds: string[] })[];
  const fields: Fields = {
    name: row.name,
    alsoKnownAs: row.alsoKnownAs,
    country: row.countryId,
    born: row.born,
    died: row.died,
    remark: row.note,
    remarkKnownOn: isoIn(row.noteKnownOn),
    knownOn: isoIn(row.knownOn),
  };
  const parts = terms.map((term) =>
    partNamed("terms", term.id, {
      office: term.officeId,
      from: term.fromEdtf,
      to: term.toEdtf,
      how: term.how,
      confidence: term.confidence,
      remark: term.note,
      knownOn: isoIn(term.knownOn),
      sources: term.sourceIds,
    }),
  );
  return { version: row.version, fields: Object.assign({}, fields, ...parts) };
}

/** Makes the rows of a leader and the terms say this. */
export async function keepLeader(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const held = fields as unknown as LeaderFields;
  await keepRow(tx, "leader", {
    id,
    name: held.name,
    countryId: held.country,
    born: held.born,
    died: held.died,
    diedDay: lastDay(held.died),
    alsoKnownAs: held.alsoKnownAs,
    note: held.remark,
    noteKnownOn: dayIn(held.remarkKnownOn),
    knownOn: dayIn(held.knownOn),
    version,
  });
  const terms = [...partsIn(fields, "terms")].map(([termId, part]) => {
    const term = part as unknown as TermFields;
    return {
      id: termId,
      leaderId: id,
      officeId: term.office,
      fromEdtf: term.from,
      toEdtf: term.to,
      ...spell(term.from, term.to),
      how: term.how,
      confidence: term.confidence,
      note: term.remark,
      knownOn: dayIn(term.knownOn),
      sourceIds: term.sources,
    };
  });
  await keepParts(tx, termsOf(id), terms);
}

/** Takes the rows of a leader and the terms away. */
export async function dropLeader(tx: Tx, id: string): Promise<void> {
  await keepParts(tx, termsOf(id), []);
  await tx.db.delete(tx.tables.leader).where(eq(tx.tables.leader.id, id));
}

/** What is kept of an office; null where there is none. */
export async function keptOffice(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "office", [id]);
  if (!row) return null;
  const { title, countryId: country, forumId: forum, kind, rank, version } = row;
  return { version, fields: { title, country, forum, kind, rank, knownOn: isoIn(row.knownOn) } };
}

/** Makes the row of an office say this. */
export async function keepOffice(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { title, country, forum, kind, rank, knownOn } = fields as unknown as OfficeFields;
  const own = { id, title, countryId: country, forumId: forum, kind, rank };
  await keepRow(tx, "office", { ...own, knownOn: dayIn(knownOn), version });
}

/** Takes the row of an office away. */
export async function dropOffice(tx: Tx, id: string): Promise<void> {
  await tx.db.delete(tx.tables.office).where(eq(tx.tables.office.id, id));
}
