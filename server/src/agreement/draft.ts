// An agreement that is not here yet, as an editor describes it.
import { countryOf } from "../country/country.ts";
import { problemsOfInput, readWords, type SaidInput, unknown, type Wrong } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import type { AgreementStatus } from "./status.ts";
import { readWish, type Wish } from "./wish.ts";

/** A party as an editor names it: a country by its ISO code, or a forum by its slug. */
export interface PartyInput {
  country?: string | null;
  forum?: string | null;
  /** `party` when left out. */
  role?: string | null;
  /** Whether its ratification is needed; when left out, that of every country is, where the agreement requires it. */
  mustRatify?: boolean | null;
}

/** A new agreement, with the first report on it. Everything is named by its slug; countries by their ISO code. */
export interface NewAgreementInput extends SaidInput {
  title: string;
  shortTitle?: string | null;
  aliases?: string[] | null;
  kind: Stored<"agreement">["kind"];
  binding: Stored<"agreement">["binding"];
  requiresRatification: boolean;
  parties: PartyInput[];
  topics?: string[] | null;
  subject?: string | null;
  status: AgreementStatus;
  when: string;
  claimant?: string | null;
}

/** An agreement to be made, in the forms in which it is kept. */
export interface AgreementDraft extends Wish {
  title: string;
  shortTitle: string;
  aliases: string[];
  kind: Stored<"agreement">["kind"];
  binding: Stored<"agreement">["binding"];
  requiresRatification: boolean;
  parties: Omit<Stored<"agreementParty">, "agreementId" | "position">[];
  topics: string[];
  subject: string | null;
}

/** Reads an input against what is there: the draft, or all that is wrong, each with the path of its field. */
export async function readAgreement(input: NewAgreementInput, { tx, today }: Reading) {
  const { problems, wrong } = problemsOfInput();
  const title = readWords(input.title, "title", wrong);
  if (title === null) wrong("title", "Give it a title, such as “Treaty on trade and navigation”.");
  const shortTitle = readWords(input.shortTitle, "shortTitle", wrong) ?? title;
  const aliases = (input.aliases ?? []).flatMap(
    (alias, place) => readWords(alias, `aliases.${place}`, wrong) ?? [],
  );
  const parties = await partiesOf(tx, input, wrong);
  const topics = [...new Set(input.topics ?? [])];
  for (const [place, found] of (await pick(tx, "topic", topics)).entries())
    if (!found) wrong(`topics.${place}`, unknown("topic", topics[place] ?? ""));
  const subject = readWords(input.subject, "subject", wrong);
  if (input.status === "RATIFIED" && parties.some(({ mustRatify }) => mustRatify))
    wrong(
      "status",
      "It is ratified once every party that must has ratified it. Begin with SIGNED, and report each party's step RATIFIED.",
    );
  const said = readWish({ ...input, agreementId: "", expectedVersion: 0 }, today);
  problems.push(...said.problems);
  if (problems.length > 0 || said.wish === null || title === null || shortTitle === null)
    return { wish: null, problems };
  const { kind, binding, requiresRatification } = input;
  const wish: AgreementDraft = {
    ...said.wish,
    ...{ title, shortTitle, aliases, kind, binding, requiresRatification },
    ...{ parties, topics, subject },
  };
  return { wish, problems };
}

async function partiesOf(tx: Tx, input: NewAgreementInput, wrong: Wrong) {
  if (input.parties.length === 0) wrong("parties", "Say who its parties are.");
  const forums = await pick(
    tx,
    "forum",
    input.parties.map(({ forum }) => forum ?? null),
  );
  const parties: AgreementDraft["parties"] = [];
  for (const [place, party] of input.parties.entries()) {
    const country = party.country == null ? null : await countryOf(tx, party.country);
    const forum = forums[place] ?? null;
    if (party.country != null && !country)
      wrong(`parties.${place}.country`, unknown("country", party.country, "ISO code"));
    if (party.forum != null && !forum)
      wrong(`parties.${place}.forum`, unknown("forum", party.forum));
    if ((party.country == null) === (party.forum == null))
      wrong(`parties.${place}`, "Name a country or a forum.");
    parties.push({
      countryId: country?.id ?? null,
      forumId: forum?.id ?? null,
      role: readWords(party.role, `parties.${place}.role`, wrong) ?? "party",
      mustRatify: party.mustRatify ?? (input.requiresRatification && country !== null),
      note: null,
    });
  }
  return parties;
}
