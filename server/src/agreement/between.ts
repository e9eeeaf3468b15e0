// Who an agreement is between, what it is about and what it replaces, as an editor names them.
import { countryOf } from "../country/country.ts";
import { givenWords, LONGEST_NOTE, named, unknown, type Wrong } from "../edit/edit.ts";
import { pick } from "../storage/pick.ts";
import { reaches } from "../storage/reach.ts";
import type { Tx } from "../storage/storage.ts";
import type { PartyFields } from "./kept.ts";

/** A country or forum that an agreement is between, as the contract has it. */
export interface PartyInput {
  country?: string | null;
  forum?: string | null;
  role?: string | null;
  mustRatify?: boolean | null;
  remark?: string | null;
}

/** The parties given, in their order. */
export async function givenParties(
  tx: Tx,
  inputs: readonly PartyInput[],
  wrong: Wrong,
): Promise<PartyFields[]> {
  if (inputs.length === 0)
    wrong("parties", "Say who it is between: at least one country or forum.");
  const parties: PartyFields[] = [];
  const seen = new Set<string>();
  for (const [position, input] of inputs.entries()) {
    const at = (field: string) => `parties.${position}.${field}`;
    const country = input.country == null ? null : await countryOf(tx, input.country);
    const [forum = null] = await named(tx, "forum", [input.forum]);
    if ((input.country == null) === (input.forum == null))
      wrong(`parties.${position}`, "Name either a country or a forum.");
    if (input.country != null && !country)
      wrong(at("country"), unknown("country", input.country, "ISO code"));
    if (input.forum != null && !forum) wrong(at("forum"), unknown("forum", input.forum));
    const key = country?.id ?? forum?.id ?? "";
    if (key !== "" && seen.has(key)) wrong(`parties.${position}`, "It is named twice.");
    seen.add(key);
    parties.push({
      position,
      country: country?.id ?? null,
      forum: forum?.id ?? null,
      role: givenWords(input.role, null, at("role"), wrong) ?? "party",
      mustRatify: input.mustRatify ?? false,
      remark: givenWords(input.remark, null, at("remark"), wrong, LONGEST_NOTE),
    });
  }
  return parties;
}

/** The slugs of the topics given, each once and in order; those held when they are left out. */
export async function givenTopics(
  tx: Tx,
  slugs: readonly string[] | null | undefined,
  held: readonly string[],
  wrong: Wrong,
): Promise<string[]> {
  if (slugs === undefined) return [...held];
  const topics = [...new Set(slugs ?? [])];
  for (const [place, found] of (await pick(tx, "topic", topics)).entries())
    if (!found) wrong(`topics.${place}`, unknown("topic", topics[place] ?? ""));
  return topics.sort();
}

/** The slug of the agreement that this one replaces. None replaces itself, nor one that replaces it in turn. */
export async function givenSuperseded(
  tx: Tx,
  slug: string | null | undefined,
  held: string | null,
  own: string | null,
  wrong: Wrong,
): Promise<string | null> {
  if (slug === undefined) return held;
  if (slug === null) return null;
  const [first] = await named(tx, "agreement", [slug]);
  if (!first) wrong("supersedes", unknown("agreement", slug));
  else if (own !== null && (await reaches(tx, ["agreement", "supersedesId"], first.id, own)))
    wrong("supersedes", "It cannot replace itself, nor what replaces it.");
  return first?.id ?? slug;
}
