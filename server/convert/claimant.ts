import type { Ref, Sheet, SheetChange } from "./sheet.ts";

/** Who stands behind a report. */
export interface Claim {
  claimant: string;
  standing: "PARTY" | "OUTLET";
}

/** Publishers that are an organ of a country or forum: what they say, it says. */
const ORGANS: Record<string, string> = {
  "kremlin-2025-01-17": "russia",
  "kremlin-astana-2022": "russia",
  "kremlin-tianjin": "russia",
  "gov-ru-aref": "russia",
  "gk-kremlin": "russia",
  "gk-mfa-russia": "russia",
  "xi-raisi-embassy-2023": "china",
  "gk-mfa-china": "china",
  "president-ir-2016": "iran",
  "gk-mfa-iran": "iran",
  "eec-iran": "eaeu",
};

/** Who speaks in the entries of status histories whose note or source names somebody. */
const SPEAKERS: Record<string, string> = {
  "visit-putin-tehran-2022--01": "Dmitry Peskov",
  "visit-xi-iran-planned--01": "China and Iran (joint statement)",
  "visit-raisi-ankara-2023-11--01": "Recep Tayyip Erdoğan",
  "meeting-putin-pezeshkian-2024-10-11--01": "Yury Ushakov",
  "signing-treaty-kazan-planned--01": "Masoud Pezeshkian",
  "signing-treaty-kazan-planned--02": "Kazem Jalali",
  "meeting-astana-doha-2024--01": "Sergey Lavrov",
  "visit-pezeshkian-moscow-2025--01": "Vladimir Putin",
  "visit-pezeshkian-moscow-2025--02": "Dmitry Peskov, Kremlin spokesman",
  "visit-pezeshkian-moscow-2025--03": "Dmitry Peskov, Kremlin spokesman",
  "visit-pezeshkian-moscow-2025--04": "Iran's foreign ministry",
  "visit-pezeshkian-moscow-2025--05": "Dmitry Peskov, Kremlin spokesman",
  "visit-pezeshkian-moscow-2025--06": "Kazem Jalali, Iran's ambassador",
  "visit-pezeshkian-moscow-2025--07": "Kremlin",
  "signing-treaty-2025--01": "Vladimir Putin",
  "signing-treaty-2025--02": "Kazem Jalali, Iran's ambassador",
  "round-iran-us-4-rome--02": "Badr bin Hamad Albusaidi",
  "visit-putin-iran-planned--01": "Dmitry Peskov, Kremlin spokesman",
  "visit-putin-iran-planned--02": "Kazem Jalali, Iran's ambassador",
  "visit-putin-iran-planned--03": "Iran's deputy foreign minister",
};

/** The publisher of a source; general knowledge is named as what it is. */
function publisherOf(sheet: Sheet, sourceId: string): string {
  const source = sheet.sources.find((one) => one.id === sourceId);
  if (source === undefined) throw new Error(`No source ${sourceId}`);
  return source.kind === "general-knowledge" ? "General knowledge" : source.publisher;
}

function nameOf(sheet: Sheet, ref: Ref): string {
  const rows = ref.type === "forum" ? sheet.forums : sheet.countries;
  const name = rows.find((row) => row.id === ref.id)?.name;
  if (name === undefined) throw new Error(`No ${ref.type} ${ref.id}`);
  return name;
}

/** `Russia`, `Russia and Iran`, `Iran, Russia and China`. */
function listed(names: string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The acting body with the country it belongs to, as far as its name does not say so itself. */
function bodyOf(sheet: Sheet, change: SheetChange): string | null {
  const names = listed(change.by.map((ref) => nameOf(sheet, ref)));
  if (change.body === null) return names === "" ? null : names;
  const selfEvident = change.by.length !== 1 || change.body.startsWith("Russian ");
  return capital(selfEvident ? change.body : `${change.body} (${names})`);
}

/** Who claims a change of an agreement's status: the one named, else who acted, else the publisher. */
export function claimOfChange(sheet: Sheet, change: SheetChange, parties: string[]): Claim {
  const main = change.source_ids[0] ?? "";
  const organ = ORGANS[main];
  const person = sheet.leaders.find((leader) => leader.name === change.asserted_by);
  const ofParty = person?.country_id != null && parties.includes(person.country_id);
  const standing =
    change.by.length > 0 || ofParty || (organ !== undefined && parties.includes(organ))
      ? "PARTY"
      : "OUTLET";
  const asserted =
    change.asserted_by !== null && change.body === "ambassador"
      ? `${change.asserted_by}, Iran's ambassador`
      : change.asserted_by;
  return { claimant: asserted ?? bodyOf(sheet, change) ?? publisherOf(sheet, main), standing };
}

/** Who claims something about an event: the speaker of a history's entry, else the publisher. */
export function claimOfEvent(
  sheet: Sheet,
  reportId: string,
  sourceIds: string[],
  sides: string[],
): Claim {
  const speaker = SPEAKERS[reportId];
  if (speaker !== undefined) return { claimant: speaker, standing: "PARTY" };
  const main = sourceIds[0] ?? "";
  const organ = ORGANS[main];
  return {
    claimant: publisherOf(sheet, main),
    standing: organ !== undefined && sides.includes(organ) ? "PARTY" : "OUTLET",
  };
}
