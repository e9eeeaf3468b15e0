// What stands in the way of undoing a change: what came later and builds on it.
import { type Fields, goingFrom, lackingIn, namesIn, type Thing } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { type ChangeRecord, changeRow, changesAfter } from "../history/history.ts";
import { type ReportRow, reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { nodesOf } from "../story/story.ts";
import { namersOf } from "./named.ts";

/** Most that an error lists. */
const MOST = 10;

/** Later changes touched the same fields. */
export async function builtOn(
  tx: Tx,
  change: ChangeRecord,
  touched: readonly string[],
): Promise<Refusal> {
  const later = (await changesAfter(tx, change)).filter(({ before, after }) => {
    const names = namesIn({ before: (before ?? {}) as Fields, after: (after ?? {}) as Fields });
    return names.some((name) => touched.includes(name));
  });
  const fields = touched.map((name) => `\`${name}\``).join(", ");
  return inTheWay(`It has been changed since: ${fields}.${listed(later)}`, { changes: later });
}

/** Other reports stand on what the change made. Null when none does. */
export async function reportedSince(
  { tx }: Reading,
  change: ChangeRecord,
  target: ReportRow,
): Promise<Refusal | null> {
  if (change.before !== null || target.act !== "CLAIM") return null;
  const later = await changesAfter(tx, change);
  const reports = await reportsById(
    tx,
    later.map(({ reportId }) => reportId),
    null,
  );
  const standing = later.filter((_, index) => {
    const report = reports[index];
    return report?.act === "CLAIM" && !report.retracted;
  });
  if (standing.length === 0) return null;
  return inTheWay(`More has been reported on it since.${listed(standing)}`, { changes: standing });
}

/** Something names the thing, or a part of it, that would go. Null when nothing does. */
export async function namedBy(
  reading: Reading,
  thing: Thing,
  id: string,
  before: Fields,
  after: Fields | null,
): Promise<Refusal | null> {
  const own = [...Object.values(thing.parts), ...thing.sources];
  for (const going of goingFrom(thing, id, before, after)) {
    const refs = await namersOf(reading, going.table, going.id, own, MOST);
    if (refs.length === 0) continue;
    const [nodes = []] = await nodesOf(reading, [refs]);
    const names = refs.map((ref) => `the ${ref.type.toLowerCase()} “${ref.id}”`).join(", ");
    return inTheWay(`It is named by ${names}. Take it out there first.`, { nodes });
  }
  return null;
}

/** What would be put back names something that is no longer there. Null when all is. */
export async function unnamed(tx: Tx, thing: Thing, fields: Fields): Promise<Refusal | null> {
  const lacking = await lackingIn(tx, thing, fields);
  if (lacking === null) return null;
  return inTheWay(
    `\`${lacking.name}\` names “${lacking.id}”, which is no longer there. Bring that back first.`,
    {},
  );
}

function listed(changes: readonly ChangeRecord[]): string {
  const [last] = changes;
  if (!last) return "";
  const others = changes.length > 1 ? `, and ${changes.length - 1} more` : "";
  return ` Undo that first: revision ${last.revision}, \`${last.action}\` by ${last.by}${others}.`;
}

function inTheWay(
  message: string,
  { changes = [], nodes = [] }: { changes?: readonly ChangeRecord[]; nodes?: readonly unknown[] },
): Refusal {
  const facts = { changes: changes.slice(0, MOST).map(changeRow), nodes: nodes.slice(0, MOST) };
  return new Refusal("IN_THE_WAY", message, { facts, path: ["input", "changeId"] });
}
