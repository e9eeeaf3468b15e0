import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { agreementRecords, agreementReports } from "./agreements.ts";
import { eventRecords, eventReports } from "./events.ts";
import { factRecords, publication } from "./facts.ts";
import { lines, type ReportRecord } from "./record.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { STORIES } from "./story/stories.ts";
import { TOPICS } from "./topics.ts";
import * as world from "./world.ts";

const FOLDER = process.argv[2];
const OUT = join(dirname(fileURLToPath(import.meta.url)), "..", "data");

if (FOLDER === undefined) {
  console.error("Which folder? Write: tsx convert/main.ts FOLDER (the fact sheet's JSON files)");
  process.exitCode = 1;
} else {
  const counts = write(readSheet(FOLDER));
  console.log(counts);
}

/** Writes every table to server/data and answers with how many records each has. */
function write(sheet: Sheet): Record<string, number> {
  const tables: Record<string, readonly object[]> = {
    country: world.countryRecords(sheet),
    place: world.placeRecords(sheet),
    leader: world.leaderRecords(sheet),
    office: world.officeRecords(sheet),
    term: world.termRecords(sheet),
    forum: world.forumRecords(sheet),
    membership: world.membershipRecords(sheet),
    session: world.sessionRecords(sheet),
    source: world.sourceRecords(sheet),
    topic: TOPICS,
    agreement: agreementRecords(sheet),
    event: eventRecords(sheet),
    report: inOrderOfKnowledge([...agreementReports(sheet), ...eventReports(sheet)]),
    fact: factRecords(sheet),
    story: STORIES,
  };
  mkdirSync(OUT, { recursive: true });
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  for (const [name, records] of Object.entries(tables)) {
    const text = lines(records);
    writeFileSync(join(OUT, `${name}.json`), text);
    hash.update(text);
    counts[name] = records.length;
  }
  const meta = {
    title: "Entente: diplomacy of Iran, Russia and China, 2001–2025",
    horizon: sheet.meta.horizon,
    articleDate: sheet.meta.article_date,
    foundingDocument: sheet.meta.founding_document.replace(/ \(source .*\)$/, ""),
    foundingSourceId: publication(sheet),
    licence: "CC-BY-4.0",
    attribution: "Entente contributors, Diplomacy of Iran, Russia and China 2001–2025, CC BY 4.0",
    version: hash.digest("hex").slice(0, 16),
    counts,
    foundingSentences: sheet.meta.article_sentences,
  };
  writeFileSync(join(OUT, "meta.json"), `${JSON.stringify(meta, null, 2)}\n`);
  return counts;
}

/** The ledger's order: as the world learned it, and within a day as the sheet tells it. */
function inOrderOfKnowledge(reports: ReportRecord[]): ReportRecord[] {
  return reports
    .map((report, index) => ({ report, index }))
    .sort((a, b) =>
      a.report.knownOn === b.report.knownOn
        ? a.index - b.index
        : a.report.knownOn < b.report.knownOn
          ? -1
          : 1,
    )
    .map(({ report }) => report);
}
