/** The three sorts of lanes, as the API and the address group them. */
export type Group = "countries" | "forums" | "agreements";

/** Which lanes are shown, by the keys that addresses use. */
export type Chosen = Record<Group, string[]>;

/** A lane with its name. */
export interface NamedLane {
  key: string;
  kind: "COUNTRY" | "FORUM" | "AGREEMENT";
  name: string;
}

const GROUPS = { COUNTRY: "countries", FORUM: "forums", AGREEMENT: "agreements" } as const;

/** Lanes by their sort, each sort in its order. */
export function chosenOf(lanes: readonly NamedLane[]): Chosen {
  const chosen: Chosen = { countries: [], forums: [], agreements: [] };
  for (const { kind, key } of lanes) chosen[GROUPS[kind]].push(key);
  return chosen;
}

/** The lanes with one more, at the end of its sort. */
export function added(lanes: readonly NamedLane[], group: Group, key: string): Chosen {
  const chosen = chosenOf(lanes);
  return { ...chosen, [group]: [...chosen[group].filter((one) => one !== key), key] };
}

/** The lanes without one. */
export function removed(lanes: readonly NamedLane[], key: string): Chosen {
  return chosenOf(lanes.filter((lane) => lane.key !== key));
}
