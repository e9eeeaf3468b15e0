import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, NOW, shippedWorld } from "../../test/ask.ts";
import { changed } from "../../test/changes.ts";
import { editing } from "../../test/editing.ts";
import { engines, type World, world } from "../../test/world.ts";
import { verify } from "../history/verify.ts";
import { dayOf } from "../when/day.ts";
import { loadDump } from "./copy.ts";
import { dump } from "./dump.ts";
import { MANIFEST } from "./manifest.ts";

const clock = () => new Date(NOW);

const SOURCES = "sources { title publisher url }";
const REPORTS = `reports { totalCount nodes { knownOn status note claimant retracted recordedAt
  when { edtf fixed } source { title } } }`;

/** Whatever can be asked of a day, page by page. */
const questions = (day: string, after: string | null) => {
  const page = `first: 100, asOf: "${day}"${after ? `, after: ${JSON.stringify(after)}` : ""}`;
  return {
    events: `events(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug title summary uncertainty
      status overdue disputed when { text } place { name note } session { slug name note theme when { text } }
      partOf { slug } rescheduledTo { slug } topics { slug } participants { role leader { slug died note }
      country { slug } office { title } } agreements { relation agreement { slug status } } ${REPORTS} } }`,
    agreements: `agreements(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug title note status
      when { text } disputed parties { role note } topics { slug } supersedes { slug }
      supersededBy { slug } ${REPORTS} } }`,
    countries: `countries(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug note
      memberships(first: 100) { nodes { role from to note forum { slug note } ${SOURCES} } }
      offices(first: 100) { nodes { from to how note leader { slug died note } ${SOURCES} } } } }`,
    forums: `forums(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug note
      sessions(first: 100) { nodes { slug name status when { text } note ${SOURCES} } } } }`,
    leaders: `leaders(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug name died note } }`,
    sources: `sources(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { slug title publishedOn } }`,
  };
};

/** The answers to all of them. */
async function answers({ storage }: World, day: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const name of [
    "events",
    "agreements",
    "countries",
    "forums",
    "leaders",
    "sources",
  ] as const) {
    const all: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const { [name]: page } = await ask(storage, `{ ${questions(day, after)[name]} }`);
      all.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    found[name] = all;
  }
  const stories = `{ stories(asOf: "${day}") { slug summary quote steps { title text knownOn
    ${SOURCES} } facts { nodes { statement ${SOURCES} } } } }`;
  found.stories = (await ask(storage, stories)).stories;
  return found;
}

describe.each(engines)("a dump as of a day on %s", (engine) => {
  let home: World;
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "entente-asof-"));
    home = await shippedWorld(engine);
  });
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["2024-12-05", "2025-01-18", "2021-03-28", "1990-01-01"])(
    "of %s answers of that day what the whole does",
    async (day) => {
      const asOf = dayOf(day);
      const manifest = await dump(home.storage, at(day), { clock, asOf });
      expect(manifest).toMatchObject({ asOf: day, revision: 1, recordedAt: NOW });
      const copy = await world(engine);
      try {
        await loadDump(copy.storage, at(day));
        expect(await answers(copy, day)).toEqual(await answers(home, day));
        // A copy of the copy is the copy, whether the day is named again or not.
        await dump(copy.storage, at(`${day}-again`), { clock, asOf });
        await dump(copy.storage, at(`${day}-all`), { clock });
        for (const again of ["again", "all"]) {
          expect(readFileSync(at(`${day}-${again}`, MANIFEST), "utf8")).toBe(
            readFileSync(at(day, MANIFEST), "utf8"),
          );
        }
        await expect(dump(copy.storage, at("later"), { clock, asOf: asOf + 1 })).rejects.toThrow(
          `The database holds what was known on ${day}`,
        );
        // It came without changes, so its chain begins with the first edit here, over the reports it came with.
        const look = () => copy.storage.read((tx) => verify(tx));
        expect(await look()).toMatchObject({ changes: 0, head: null, fault: null });
        await changed(copy.storage);
        const { length } = await copy.storage.read(({ db, tables }) =>
          db.select().from(tables.report),
        );
        expect(await look()).toMatchObject({ changes: 1, reports: length, fault: null });
      } finally {
        await copy.close();
      }
    },
    120_000,
  );

  it("holds no report, session or spell of later days, and no log of how it came to be", async () => {
    const day = dayOf("2024-12-05");
    await dump(home.storage, at("told"), { clock, asOf: day });
    const rowsOf = (name: string) =>
      readFileSync(at("told", `${name}.jsonl`), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line));
    const days = [
      ...[...rowsOf("report"), ...rowsOf("session"), ...rowsOf("story_step")].map(
        (row) => row.knownOn,
      ),
      ...[...rowsOf("term"), ...rowsOf("membership")].flatMap((row) => [row.fromDay, row.toDay]),
      ...rowsOf("event").flatMap((row) => [row.firstKnown, row.summaryKnownOn]),
      ...rowsOf("leader").map((row) => row.diedDay),
    ];
    expect(days.length).toBeGreaterThan(500);
    expect(days.filter((each) => each > day)).toEqual([]);
    expect(rowsOf("change")).toEqual([]);
  }, 60_000);

  it("is refused for a day that is still to come", async () => {
    await expect(
      dump(home.storage, at("future"), { clock, asOf: dayOf("2026-01-06") }),
    ).rejects.toThrow("2026-01-06 is still to come");
    await dump(home.storage, at("today"), { clock, asOf: dayOf("2026-01-05") });
  }, 60_000);

  it("leaves out whom nobody could tell of yet, unless something that was known names them", async () => {
    const desk = await editing(home);
    const made = async (mutation: string, input: object) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const { data } = await desk.send(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { __typename ... on UserError { message } } } }`,
        { input: { note: "n", ...input } },
      );
      expect(data[mutation].errors).toEqual([]);
    };
    const source = { publisher: "TASS", publishedOn: "2026-01-04" };
    await made("createLeader", { name: "Anna Beispiel", source });
    await made("createLeader", { name: "Boris Beispiel", source, remark: "Of the ports." });
    await made("createForum", { name: "Caspian Ports", kind: "BUSINESS_FORUM", source });
    await made("createOffice", {
      title: "Envoy",
      kind: "envoy",
      rank: "OFFICIAL",
      country: "RU",
      source,
    });
    await made("recordEvent", {
      ...{
        title: "They speak",
        kind: "CALL",
        level: "OFFICIALS",
        status: "HELD",
        when: "2026-01-01",
      },
      participants: [{ role: "PARTICIPANT", leader: "boris-beispiel" }],
      source: { publisher: "TASS", publishedOn: "2026-01-01" },
    });
    await dump(home.storage, at("named"), { clock, asOf: dayOf("2026-01-02") });
    const text = (name: string) => readFileSync(at("named", `${name}.jsonl`), "utf8");
    expect(text("leader")).not.toContain("anna-beispiel");
    expect(text("leader")).toContain("boris-beispiel");
    expect(text("leader")).not.toContain("Of the ports.");
    expect(text("forum")).not.toContain("caspian-ports");
    expect(text("office")).not.toContain(`"title":"Envoy"`);
    // What is left holds together.
    const copy = await world(engine);
    try {
      await loadDump(copy.storage, at("named"));
    } finally {
      await copy.close();
    }
  }, 120_000);
});
