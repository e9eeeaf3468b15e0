import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AGREEMENT_STATUSES } from "../src/agreement/values.ts";
import { EVENT_STATUSES } from "../src/event/values.ts";
import { dayOf } from "../src/when/day.ts";
import { parseWhen } from "../src/when/when.ts";
import type { ReportRecord } from "./record.ts";
import type { StoryRecord } from "./story/shape.ts";

const DATA = join(fileURLToPath(new URL(".", import.meta.url)), "..", "data");
type Row = Record<string, unknown> & { id: string };

function table<T = Row>(name: string): T[] {
  return JSON.parse(readFileSync(join(DATA, `${name}.json`), "utf8")) as T[];
}

const TABLES = [
  "country",
  "place",
  "leader",
  "office",
  "term",
  "forum",
  "membership",
  "session",
  "source",
  "topic",
  "agreement",
  "event",
  "fact",
  "story",
];
const rows = Object.fromEntries(TABLES.map((name) => [name, table(name)]));
const ids = Object.fromEntries(
  Object.entries(rows).map(([name, all]) => [name, new Set(all.map((row) => row.id))]),
);
const reports = table<ReportRecord>("report");
const stories = table<StoryRecord>("story");

/** Every column that points at a record, by its name; lists of objects are looked into. */
const POINTS: Record<string, string> = {
  countryId: "country",
  placeId: "place",
  capitalId: "place",
  leaderId: "leader",
  speakerId: "leader",
  officeId: "office",
  forumId: "forum",
  sessionId: "session",
  sourceId: "source",
  sourceIds: "source",
  agreementId: "agreement",
  supersedesId: "agreement",
  partOfId: "event",
  rescheduledToId: "event",
  topics: "topic",
};

function dangling(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => dangling(one, at));
  if (typeof value !== "object" || value === null) return [];
  const row = value as Record<string, unknown>;
  const own = Object.entries(row).flatMap(([column, to]) => {
    const points = POINTS[column];
    if (points === undefined) return dangling(to, at);
    const targets = (Array.isArray(to) ? to : [to]).filter((id) => id !== null);
    return targets
      .filter((id) => !ids[points]?.has(String(id)))
      .map((id) => `${at}: ${column} ${String(id)}`);
  });
  const isTyped = typeof row.type === "string" && typeof row.id === "string";
  const missing = isTyped && !ids[String(row.type).toLowerCase()]?.has(String(row.id));
  return missing ? [...own, `${at}: ${String(row.type)} ${String(row.id)}`] : own;
}

describe("the shipped set", () => {
  it("holds every record of the sheet it was made from", () => {
    const counts = Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, all.length]),
    );
    expect(counts).toMatchObject({
      country: 44,
      leader: 101,
      office: 69,
      term: 118,
      forum: 17,
      membership: 123,
      session: 62,
      source: 223,
      agreement: 28,
      event: 165,
      fact: 64,
    });
    expect(rows.place?.filter((place) => place.added === false)).toHaveLength(44);
    const parts = (name: string, column: string) =>
      rows[name]?.reduce((sum, row) => sum + (row[column] as unknown[]).length, 0);
    expect(parts("agreement", "parties")).toBe(82);
    expect(parts("event", "participants")).toBe(386);
  });

  it("counts itself as meta.json says, and is the version it says", () => {
    const meta = JSON.parse(readFileSync(join(DATA, "meta.json"), "utf8"));
    const hash = createHash("sha256");
    for (const [name, count] of Object.entries(meta.counts)) {
      expect(table(name), name).toHaveLength(count as number);
      hash.update(readFileSync(join(DATA, `${name}.json`), "utf8"));
    }
    expect(hash.digest("hex").slice(0, 16)).toBe(meta.version);
  });

  it("has one record a line and no id twice", () => {
    for (const name of [...TABLES, "report"]) {
      const text = readFileSync(join(DATA, `${name}.json`), "utf8");
      const all = table(name);
      expect(text.trimEnd().split("\n"), name).toHaveLength(all.length + 2);
      expect(new Set(all.map((row) => row.id)).size, name).toBe(all.length);
    }
  });

  it("points at nothing that is not there", () => {
    const lost = Object.entries({ ...rows, report: reports }).flatMap(([name, all]) =>
      all.flatMap((row) => dangling({ ...row, type: undefined }, `${name} ${row.id}`)),
    );
    expect(lost).toEqual([]);
  });

  it("writes every date as EDTF that can be read", () => {
    const dates = [...reports, ...(rows.session ?? [])].map((row) => row.edtf);
    for (const name of ["term", "membership"]) {
      dates.push(...(rows[name] ?? []).flatMap((row) => [row.fromEdtf, row.toEdtf]));
    }
    dates.push(...(rows.leader ?? []).flatMap((row) => [row.born, row.died]));
    dates.push(...(rows.source ?? []).map((row) => row.publishedOn));
    dates.push(...(rows.forum ?? []).map((row) => row.founded));
    const texts = dates.filter((date): date is string => typeof date === "string");
    expect(texts.length).toBe(939);
    for (const text of texts) expect(parseWhen(text).edtf, text).toBe(text);
  });

  it("gives general knowledge neither an address nor a day", () => {
    const known = rows.source?.filter((source) => source.kind === "GENERAL_KNOWLEDGE") ?? [];
    expect(known).toHaveLength(20);
    for (const source of known) {
      expect([source.url, source.publishedOn], source.id).toEqual([null, null]);
    }
  });

  it("places every place but the one online, and gives a capital to all but the European Union", () => {
    const unplaced = rows.place?.filter((place) => place.latitude === null).map((row) => row.id);
    const headless = rows.country?.filter((row) => row.capitalId === null).map((row) => row.id);
    expect([unplaced, headless]).toEqual([["online"], ["european-union"]]);
  });
});

describe("reports", () => {
  it("are one for each of the 102 changes of status, and at least one for each event", () => {
    const of = (subject: string) => reports.filter((report) => report.subject === subject);
    expect(of("AGREEMENT")).toHaveLength(102);
    expect(new Set(of("EVENT").map((report) => report.subjectId)).size).toBe(165);
    const subjects = { AGREEMENT: ids.agreement, EVENT: ids.event };
    for (const report of reports) {
      expect(subjects[report.subject]?.has(report.subjectId), report.id).toBe(true);
    }
  });

  it("rest on a source, name a claimant and a status of their machine", () => {
    for (const report of reports) {
      const statuses: readonly string[] =
        report.subject === "EVENT" ? EVENT_STATUSES : AGREEMENT_STATUSES;
      expect(statuses, report.id).toContain(report.status);
      expect(report.sourceIds.length, report.id).toBeGreaterThan(0);
      expect(new Set(report.sourceIds).size, report.id).toBe(report.sourceIds.length);
      expect(report.claimant, report.id).not.toBe("");
      expect(report.moves || report.step !== null, report.id).toBe(true);
      expect(report.fixed && report.edtf === null, report.id).toBe(false);
    }
  });

  it("are known in order, never past the horizon, and say what happened only once it had begun", () => {
    const days = reports.map((report) => dayOf(report.knownOn));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThanOrEqual(dayOf("2025-12-31"));
    for (const report of reports) {
      const isDone = report.subject === "AGREEMENT" || report.status === "HELD";
      if (!isDone || report.edtf === null) continue;
      const { earliest } = parseWhen(report.edtf);
      expect(dayOf(report.knownOn), report.id).toBeGreaterThanOrEqual(earliest ?? 0);
    }
  });

  it("tell the visit without a date in eight states of knowledge", () => {
    const visit = reports.filter((one) => one.subjectId === "visit-pezeshkian-moscow-2025");
    expect(visit.map((one) => [one.knownOn, one.status, one.edtf, one.fixed])).toEqual([
      ["2024-10-11", "EXPECTED", null, false],
      ["2024-12-02", "EXPECTED", null, false],
      ["2024-12-03", "EXPECTED", null, false],
      ["2024-12-23", "EXPECTED", "2025-01-01/2025-01-19", false],
      ["2024-12-24", "EXPECTED", null, false],
      ["2024-12-26", "SCHEDULED", "2025-01-17", true],
      ["2025-01-13", "SCHEDULED", "2025-01-17", true],
      ["2025-01-17", "HELD", "2025-01-17", true],
    ]);
  });

  it("tell the treaty in 29 steps, from a proposal to two claims of its entry into force", () => {
    const treaty = reports.filter((one) => one.subjectId === "ru-ir-2025");
    expect(treaty).toHaveLength(29);
    const entries = treaty.filter((one) => one.status === "IN_FORCE" && one.moves);
    expect(entries.map((one) => [one.knownOn, one.edtf, one.claimant, one.standing])).toEqual([
      ["2025-07-18", "2025-07-18~", "Kazem Jalali, Iran's ambassador", "PARTY"],
      ["2025-10-02", "2025-10-02", "Russian foreign ministry", "PARTY"],
    ]);
    const ratified = treaty.filter((one) => one.step === "RATIFIED");
    expect(ratified.map((one) => [one.edtf, one.parties.map((party) => party.id)])).toEqual([
      ["2025-04-08", ["russia"]],
      ["2025-05-21", ["iran"]],
    ]);
  });
});

describe("summaries", () => {
  it("are not known before the event they sum up", () => {
    for (const event of rows.event ?? []) {
      if (event.summary === null) continue;
      const first = reports.find((report) => report.subjectId === event.id)?.knownOn ?? "9999";
      expect(String(event.summaryKnownOn) >= first, event.id).toBe(true);
    }
  });
});

describe("stories", () => {
  const steps = stories.flatMap((story) =>
    story.steps.map((step) => ({ story: story.id, ...step })),
  );

  it("begin with the one that is featured", () => {
    expect(stories.map((story) => story.featured)).toEqual([true, false, false, false, false]);
    expect(stories[0]?.steps).toHaveLength(9);
  });

  it("rest on sources at every step, and speak of nothing that was not known on the step's day", () => {
    for (const { story, title, knownOn, about, sourceIds } of steps) {
      expect(sourceIds.length, `${story}: ${title}`).toBeGreaterThan(0);
      expect(about.length, `${story}: ${title}`).toBeGreaterThan(0);
      for (const { type, id } of about.filter((one) => /Event|Agreement/.test(one.type))) {
        const first = reports.find((report) => report.subjectId === id)?.knownOn ?? "9999";
        expect(first <= (knownOn ?? "2025-12-31"), `${story}: ${title}: ${type} ${id}`).toBe(true);
      }
    }
  });

  it("have views that open in Explore, with lanes that exist and the step's day of knowledge", () => {
    const codes = new Set(rows.country?.map((country) => String(country.code)));
    const views = [...stories.map((story) => story.view), ...steps.map((step) => step.view)];
    for (const view of views) {
      const query = new URL(view, "http://localhost").searchParams;
      const [countries, forums, agreements] = (query.get("lanes") ?? "").split(";");
      expect(
        countries?.split(",").every((code) => codes.has(code)),
        view,
      ).toBe(true);
      expect(
        forums?.split(",").every((id) => ids.forum?.has(id)),
        view,
      ).toBe(true);
      expect(
        agreements?.split(",").every((id) => ids.agreement?.has(id)),
        view,
      ).toBe(true);
      const [type, id] = (query.get("sel") ?? "").split(":");
      expect(ids[type ?? ""]?.has(id ?? ""), view).toBe(true);
      expect(dayOf(query.get("from") ?? "")).toBeLessThan(dayOf(query.get("to") ?? ""));
    }
    for (const step of steps) {
      expect(new URL(step.view, "http://localhost").searchParams.get("known")).toBe(step.knownOn);
    }
  });
});
