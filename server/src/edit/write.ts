// What a correction entails: its rows, and the change that tells of it.
import type { Row } from "../graphql/load.ts";
import { changeRow, recordChange } from "../history/history.ts";
import type { SourceRow } from "../source/source.ts";
import { NOTHING } from "./answer.ts";
import { differenceOf, type Fields } from "./fields.ts";
import type { SaidInput } from "./input.ts";
import type { Request } from "./plan.ts";
import type { Kept, Thing } from "./thing.ts";

/** What is to be kept of a thing, and what was: null for what has just been made. */
export interface Placed {
  id: string;
  before: Kept | null;
  fields: Fields;
  /** The last version it had, when its rows are not there to say it. */
  version?: number;
}

/** Writes what is to be kept, and its change; of a correction the change holds what differs. */
export async function put(
  action: string,
  request: Request<SaidInput>,
  thing: Thing,
  { id, before, fields, version = before?.version ?? 0 }: Placed,
  source: SourceRow | null,
): Promise<Row> {
  const next = version + 1;
  await thing.write(request.reading.tx, id, { version: next, fields });
  const told = before ? differenceOf(before.fields, fields) : { before: null, after: fields };
  return tell(action, request, thing, { id, version: next, ...told }, source);
}

/** Takes the rows of a thing away; its change holds all that was kept. */
export async function withdraw(
  action: string,
  request: Request<SaidInput>,
  thing: Thing,
  { id, version, fields }: Kept & { id: string },
  source: SourceRow | null,
): Promise<Row> {
  await thing.remove(request.reading.tx, id);
  return tell(
    action,
    request,
    thing,
    { id, version: version + 1, before: fields, after: null },
    source,
  );
}

async function tell(
  action: string,
  { input, by, at, reading, undoes }: Request<SaidInput>,
  thing: Thing,
  told: { id: string; version: number; before: Fields | null; after: Fields | null },
  source: SourceRow | null,
): Promise<Row> {
  const { id, ...rest } = told;
  const change = await recordChange(reading.tx, {
    at,
    by,
    action,
    entityType: thing.type,
    entityId: id,
    note: input.note.trim(),
    reportId: null,
    sourceId: source?.id ?? null,
    undoes: undoes ?? null,
    ...rest,
  });
  const [entity = null] = await thing.rows(reading, [id]);
  return { ...NOTHING, entity, change: changeRow(change) };
}
