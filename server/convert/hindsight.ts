/**
 * The sheet was written at its horizon, and some of its words give away what came later. A title
 * or note is shown for every day of knowledge, so those that tell the future are worded anew here.
 */

/** Titles that would tell what had not happened yet. */
export const TITLES: Record<string, string> = {
  "visit-raisi-ankara-2023-11": "Raisi's visit to Türkiye, set for 28 November 2023",
  "visit-raisi-ankara-2024-01-04": "Raisi's visit to Türkiye, set for 4 January 2024",
  "inauguration-pezeshkian-2024": "Inauguration of Pezeshkian",
  "meeting-astana-doha-2024": "Lavrov, Araghchi and Fidan meet in the Astana format",
  "round-iran-us-4-rome": "Iran-US talks, fourth round, set for Rome",
};

/** What changes in a report: only the columns named. */
export interface Rewording {
  note?: string | null;
  uncertainty?: string | null;
  /** The date and place given were those of a later day. */
  undated?: true;
}

/** Reports whose remarks, date or place come from a later day than the report itself. */
export const REPORTS: Record<string, Rewording> = {
  // The new date and place became known later; they stand in the event that took its place.
  "round-iran-us-4-rome--02": { undated: true, note: "No new date at first." },
  "visit-xi-iran-planned--01": { uncertainty: "No date was given." },
  "ru-ir-2025--28": { uncertainty: "Said to be in force already; the day it began is not given." },
  "ru-ir-2025--29": {
    note: "Russia dates the entry into force to 2 October; Iran's ambassador had called the treaty in force in July.",
  },
  "eaeu-ir-2023--07": {
    uncertainty: "One report says the agreement had come into force; nobody else does.",
  },
  "eaeu-ir-2023--11": {
    note: "The Commission and TASS, too, date it so, against a single report of December 2024.",
  },
  "jcpoa-2015--06": { note: "First of several steps." },
  "jcpoa-2015--07": {
    note: "Not recognised by 13 of the 15 Council members. Iran had reduced its compliance in five steps by 5 January 2020.",
  },
};

/** Days from which a summary can be known, where it looks further ahead than its event. */
export const SUMMARIES: Record<string, string> = {
  "visit-rouhani-moscow-2017": "2022-01-19",
  "crash-raisi-2024": "2024-05-20",
  "strikes-israel-2025": "2025-06-24",
};

/** What was open about a fact on the day its publication stated it, where the sheet says how it went on. */
export const FACTS: Record<string, string> = {
  "article-28": "Undated in the article.",
};
