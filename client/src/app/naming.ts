import type { ColumnsQuery } from "./operations.gen.ts";

type Lane = ColumnsQuery["timeline"]["lanes"][number];

/** `Russia, Iran and China`. */
export function listed(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The view's title: its countries; without countries its forums, else its agreements. Six names at most. */
export function titleOf(lanes: Pick<Lane, "kind" | "name">[]): string {
  for (const kind of ["COUNTRY", "FORUM", "AGREEMENT"] as const) {
    const names = lanes.filter((lane) => lane.kind === kind).map((lane) => lane.name);
    if (names.length > 6) return `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`;
    if (names.length > 0) return listed(names);
  }
  return "Timeline";
}
