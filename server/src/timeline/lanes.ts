/** The lanes of a timeline; see `LanesInput` in the contract. */
export interface LanesInput {
  countries?: readonly string[] | null;
  forums?: readonly string[] | null;
  agreements?: readonly string[] | null;
}

/** The lanes shown to whoever asks for none: the countries, forums and agreements that the shipped set is about. */
export const DEFAULT_LANES = {
  countries: ["RU", "IR", "CN", "TR"],
  forums: ["brics", "sco", "astana-process", "vtb-russia-calling"],
  agreements: ["ru-ir-2025", "eaeu-ir-2023", "cn-ir-2021", "rasht-astara-2023", "cairo-2025"],
} as const satisfies LanesInput;

/** The keys asked for, each once: ISO codes in upper case, slugs in lower, whatever a link wrote. */
export function keysOf(lanes: LanesInput | null | undefined) {
  const asked: LanesInput = lanes ?? DEFAULT_LANES;
  return {
    codes: once(asked.countries, (code) => code.toUpperCase()),
    forums: once(asked.forums, (slug) => slug.toLowerCase()),
    agreements: once(asked.agreements, (slug) => slug.toLowerCase()),
  };
}

function once(keys: readonly string[] | null | undefined, tidy: (key: string) => string): string[] {
  return [...new Set((keys ?? []).map(tidy))];
}

/** More parties than this are counted rather than named. */
const MOST_NAMES = 3;

/** The names of an agreement's parties in one line, in the order of the text; of many, the first two and how many more. */
export function partiesLine(names: readonly string[]): string {
  if (names.length === 2) return names.join(" – ");
  if (names.length <= MOST_NAMES) return names.join(", ");
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** One participant of an event, as far as lanes are concerned. */
export interface LanePart {
  role: string;
  countryId: string | null;
  forumId: string | null;
}

/** Which lane a country, forum or agreement has, by its id. */
export interface LaneIndex {
  countries: ReadonlyMap<string, number>;
  forums: ReadonlyMap<string, number>;
  agreements: ReadonlyMap<string, number>;
}

/** The lanes in their order: countries, forums, agreements. */
export function laneIndex(
  countries: readonly string[],
  forums: readonly string[],
  agreements: readonly string[],
): LaneIndex {
  const from = (first: number, ids: readonly string[]) =>
    new Map(ids.map((id, place) => [id, first + place]));
  return {
    countries: from(0, countries),
    forums: from(countries.length, forums),
    agreements: from(countries.length + forums.length, agreements),
  };
}

/**
 * The lanes an event stands in, the first party first, each once with the first role there, and the lane of its session's
 * forum last. In a forum's lane everybody takes part alike.
 */
export function standingOf(
  parts: readonly LanePart[],
  sessionForum: string | null,
  index: LaneIndex,
): { lanes: number[]; roles: string[] } {
  const roles = new Map<number, string>();
  const stand = (lane: number | undefined, role: string) => {
    if (lane !== undefined && !roles.has(lane)) roles.set(lane, role);
  };
  for (const { role, countryId, forumId } of parts) {
    if (countryId !== null) stand(index.countries.get(countryId), role);
    if (forumId !== null) stand(index.forums.get(forumId), "PARTICIPANT");
  }
  if (sessionForum !== null) stand(index.forums.get(sessionForum), "PARTICIPANT");
  return { lanes: [...roles.keys()], roles: [...roles.values()] };
}
