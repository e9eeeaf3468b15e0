/** Whether two answers say the same: the order of fields means nothing, nor does how far the record is otherwise. */
export function same(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(answer: unknown): string {
  return JSON.stringify(answer, (key, value) => {
    if (key === "dataset") return undefined;
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}
