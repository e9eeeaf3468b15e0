// No read of one thing and what belongs to it walks through a whole table.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

const READS: Record<string, string> = {
  country: `country(code: "IR") { capital { country { code } } memberships { nodes { forum { slug } sources { slug } } }
    offices { nodes { title leader { country { code } } sources { slug } } } }`,
  forum: `forum(slug: "brics") { memberships { nodes { country { code } } }
    sessions { nodes { place { name } sources { slug } } } }`,
  leader: `leader(slug: "vladimir-putin") { country { code } offices { nodes { office { forum { slug } } } } }`,
  source: `source(slug: "gk-jcpoa") { reports(first: 5) { totalCount nodes { place { name } sources { slug } } } }`,
  sources: `sources(first: 20) { nodes { slug } }`,
  leaders: `leaders(first: 20) { nodes { slug } }`,
  facts: `node(id: "${Buffer.from("Fact:article-41").toString("base64url")}") { ... on Fact {
    speaker { slug } sources { slug } refs { id } } }`,
};

/** What an editor asks at the desk, and the indexes that the few it is about are found by. */
const NEEDS: Record<string, [string, RegExp]> = {
  "what is undecided": [
    `events(filter: { undecided: true }, first: 20) { totalCount nodes { slug } }`,
    /event_state_latest_disputed/,
  ],
  "what is disputed": [
    `events(filter: { disputed: true }, first: 20) { totalCount nodes { slug } }`,
    /event_state_latest_disputed/,
  ],
  "what is overdue": [
    `upcoming(filter: { overdue: true }, orderBy: DUE, first: 20) { totalCount nodes { slug } }`,
    /event_state_by_status/,
  ],
  "what nobody has checked": [
    `upcoming(filter: { lastReportBefore: "2025-12-01" }, orderBy: HEARD, first: 20) { totalCount nodes { slug } }`,
    /event_state_by_status/,
  ],
  // Of each, its own changes and those of the moments of its reports.
  "which events changed last": [
    `events(orderBy: { field: CHANGED, direction: DESC }, first: 20) { nodes { slug } }`,
    /change_by_entity \(entity_type=\? AND entity_id=\?\).*SEARCH report USING INDEX report_by_event \(event_id=\?\)\nSEARCH change USING INDEX change_by_time \(at=\?\)/s,
  ],
  "which agreements changed last": [
    `agreements(orderBy: { field: CHANGED, direction: DESC }, first: 20) { nodes { slug } }`,
    /change_by_entity \(entity_type=\? AND entity_id=\?\).*SEARCH report USING INDEX report_by_agreement \(agreement_id=\?\)\nSEARCH change USING INDEX change_by_time \(at=\?\)/s,
  ],
  "what rests on general knowledge": [
    `events(filter: { generalKnowledge: true }, first: 20) { totalCount nodes { slug } }`,
    /source_by_kind/,
  ],
  "agreements on general knowledge": [
    `agreements(filter: { generalKnowledge: true }, first: 20) { totalCount }`,
    /source_by_kind/,
  ],
};

describe("the plan of a read of", () => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld("sqlite");
  });
  afterAll(() => home.close());

  it.each(Object.entries(NEEDS))("%s looks at no other", async (_, [query, index]) => {
    const seen: { sql: string; params: readonly unknown[] }[] = [];
    const end = home.storage.onStatement((sql, params) => seen.push({ sql, params }));
    await ask(home.storage, `{ ${query} }`);
    end();
    expect(seen.length).toBeGreaterThan(0);
    for (const { sql, params } of seen) {
      const plan = (await home.storage.explain(sql, params)).join("\n");
      expect(plan).toMatch(index);
    }
  });

  it.each(Object.entries(READS))("%s finds its rows by index", async (_, query) => {
    const seen: { sql: string; params: readonly unknown[] }[] = [];
    const end = home.storage.onStatement((sql, params) => seen.push({ sql, params }));
    await ask(home.storage, `{ ${query} }`);
    end();
    expect(seen.length).toBeGreaterThan(0);
    for (const { sql, params } of seen) {
      const walks = (await home.storage.explain(sql, params)).filter(
        (line) =>
          line.startsWith("SCAN") &&
          !/json_each|USING (COVERING )?INDEX|ranked|subquery/.test(line),
      );
      expect([sql, walks]).toEqual([sql, []]);
    }
  });
});
