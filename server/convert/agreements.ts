import { claimOfChange } from "./claimant.ts";
import { REPORTS } from "./hindsight.ts";
import { knownOf } from "./known.ts";
import type { ReportRecord } from "./record.ts";
import type { Sheet, SheetAgreement, SheetChange } from "./sheet.ts";
import { TOPICS_OF_AGREEMENTS } from "./topics.ts";
import { bindingOf, confidenceOf, requiresRatification, screaming, statusWord } from "./words.ts";

/** The agreements with their parties and topics, one record each. */
export function agreementRecords(sheet: Sheet) {
  return sheet.agreements.map((agreement, position) => ({
    id: agreement.id,
    title: agreement.name,
    shortTitle: agreement.short_name,
    aliases: agreement.aliases,
    kind: screaming(agreement.kind),
    binding: bindingOf(agreement.binding),
    requiresRatification: requiresRatification(agreement.kind, agreement.binding),
    duration: agreement.duration,
    subject: agreement.subject,
    supersedesId: agreement.supersedes_id,
    confidence: confidenceOf(agreement.confidence),
    note: agreement.note,
    position: position + 1,
    topics: TOPICS_OF_AGREEMENTS[agreement.id] ?? [],
    parties: partiesOf(sheet, agreement),
  }));
}

/** A union of states is a party, but its member states are the ones that ratify. */
function partiesOf(sheet: Sheet, agreement: SheetAgreement) {
  const needed = requiresRatification(agreement.kind, agreement.binding);
  return sheet.parties
    .filter((party) => party.agreement_id === agreement.id)
    .map((party) => ({
      type: party.party_type,
      id: party.party_id,
      role: party.role,
      mustRatify: needed && party.party_type === "country",
      note: party.note,
    }));
}

/** One report for every change of status, in the order of each agreement's own history. */
export function agreementReports(sheet: Sheet): ReportRecord[] {
  return sheet.agreements.flatMap((agreement) => {
    const parties = partiesOf(sheet, agreement);
    const mustRatify = parties.filter((party) => party.mustRatify).map((party) => party.id);
    const walk: Walk = { status: "", ratified: new Set() };
    return sheet.changes
      .filter((change) => change.agreement_id === agreement.id)
      .sort((a, b) => a.sequence - b.sequence)
      .map((change) =>
        reportOf(
          sheet,
          change,
          parties.map((party) => party.id),
          mustRatify,
          walk,
        ),
      );
  });
}

interface Walk {
  /** Where the agreement stands after the changes read so far. */
  status: string;
  ratified: Set<string>;
}

function reportOf(
  sheet: Sheet,
  change: SheetChange,
  parties: string[],
  mustRatify: string[],
  walk: Walk,
): ReportRecord {
  const word = statusWord(change.status);
  const claim = claimOfChange(sheet, change, parties);
  const { step, moves } = word;
  const status = word.status === "KEEP" ? walk.status : word.status;
  // An onlooker's doubtful claim does not decide where the agreement stands for what follows.
  if (moves && !(claim.standing === "OUTLET" && change.confidence === "uncertain")) {
    walk.status = status;
  }
  if (change.status === "ratified") {
    for (const party of change.by) walk.ratified.add(party.id);
    const all = mustRatify.length > 0 && mustRatify.every((id) => walk.ratified.has(id));
    if (all && walk.status === "SIGNED") walk.status = "RATIFIED";
  }
  return {
    id: change.id,
    subject: "AGREEMENT",
    subjectId: change.agreement_id,
    act: "CLAIM",
    ...knownOf(sheet, change, change.source_ids, false),
    status,
    step,
    moves,
    edtf: change.date,
    fixed: true,
    placeId: change.place_id,
    ...claim,
    assertedBy: change.asserted_by,
    body: change.body,
    confidence: confidenceOf(change.confidence),
    dateConfidence: confidenceOf(change.date_confidence),
    uncertainty: change.uncertainty,
    note: change.note,
    parties: change.by.map((party) => ({ type: party.type, id: party.id })),
    sourceIds: change.source_ids,
    ...REPORTS[change.id],
  };
}
