import type { ChangeRecord } from "./record.ts";

/** A change as it goes into an answer. */
export type ChangeRow = ReturnType<typeof changeRow>;

/** A change as it goes into an answer. `entity` and `report` are attached by the rooms that have them. */
export function changeRow(record: ChangeRecord) {
  return {
    ...record,
    record,
    __typename: "Change",
    id: String(record.revision),
    statusBefore: statusIn(record.before),
    statusAfter: statusIn(record.after),
    before: textOf(record.before),
    after: textOf(record.after),
  };
}

function statusIn(fields: unknown): string | null {
  const status = (fields as { status?: unknown } | null)?.status;
  return typeof status === "string" ? status : null;
}

function textOf(fields: unknown): string | null {
  return fields === null || fields === undefined ? null : JSON.stringify(fields);
}
