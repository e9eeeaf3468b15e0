// Two records of one agreement become one: the reports on both are folded together.
import { type Fields, firstSaid, type Merger, merge, partsIn, type Wrong } from "../edit/edit.ts";
import { reaches } from "../storage/reach.ts";
import type { AgreementFields, PartyFields } from "./kept.ts";
import { agreementKnownSince } from "./store.ts";
import { AGREEMENT_FACTS } from "./thing.ts";

/** What both must say alike, with what a message calls it: the fold of their reports depends on it. */
const ALIKE = [
  ["kind", "of different kinds"],
  ["binding", "of different force"],
  ["requiresRatification", "different in whether they must be ratified"],
] as const;

/** How agreements are merged. The one that stays is found by the titles of the other, too. */
export const MERGING_AGREEMENTS: Merger = {
  action: "mergeAgreements",
  alias: "agreement",
  thing: AGREEMENT_FACTS,
  joined(into, from) {
    const [stays, goes] = [into, from] as unknown as [AgreementFields, AgreementFields];
    const names = new Set([...stays.aliases, goes.title, goes.shortTitle, ...goes.aliases]);
    for (const name of [stays.title, stays.shortTitle]) names.delete(name);
    return {
      ...firstSaid(["duration", "subject", "supersedes", "remark"], into, from),
      aliases: [...names],
      topics: [...new Set([...stays.topics, ...goes.topics])].sort(),
    };
  },
  async check(tx, pair, wrong) {
    const { from, into } = pair;
    for (const [name, words] of ALIKE)
      if (from.fields[name] !== into.fields[name])
        wrong(
          "fromId",
          `They are ${words}: ${from.fields[name]} goes, ${into.fields[name]} stays. If one of them is wrong, correct it by \`updateAgreement\`; then merge.`,
        );
    checkParties(from.fields, into.fields, wrong);
    const [older, newer] = [into.fields.supersedes, from.fields.supersedes];
    const leads = (one: string, other: string) =>
      reaches(tx, ["agreement", "supersedesId"], one, other);
    if ((await leads(into.id, from.id)) || (await leads(from.id, into.id)))
      wrong(
        "fromId",
        "One of them replaced the other, if only by way of a third, so they are two. If that is wrong, correct `supersedes` by `updateAgreement`; then merge.",
      );
    else if (older !== null && newer !== null && older !== newer)
      wrong(
        "fromId",
        `They replaced different agreements: “${newer}” and “${older}”. Correct one of them by \`updateAgreement\`; then merge.`,
      );
  },
  early: {
    since: agreementKnownSince,
    // What finds it, sorts it, or is a remark of the record says nothing of the day.
    spare: ["aliases", "topics", "remark", "confidence"],
    update: "updateAgreement",
  },
};

/** Carries out the mutation `mergeAgreements`. */
export const mergeAgreements = merge(MERGING_AGREEMENTS);

function checkParties(from: Fields, into: Fields, wrong: Wrong): void {
  const [theirs, ours] = [partiesIn(from), partiesIn(into)];
  const lone = [...theirs, ...ours].filter((party) => !theirs.has(party) || !ours.has(party));
  if (lone.length === 0) return;
  wrong(
    "fromId",
    `They have different parties: ${lone.map((slug) => `“${slug}”`).join(", ")} stands in one of them only. If that is wrong, correct it by \`updateAgreement\`; then merge.`,
  );
}

function partiesIn(fields: Fields): Set<string> {
  const parties = [...partsIn(fields, "parties").values()] as unknown as PartyFields[];
  return new Set(parties.map(({ country, forum }) => country ?? forum ?? ""));
}
