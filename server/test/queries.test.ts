// The documentation's worked queries, each asked of the shipped data: whoever copies one gets what its question asks for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readQuery } from "../src/docs/query.ts";
import { ask, engines, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

const FOLDER = join(import.meta.dirname, "../../docs/queries");
const slugs = readdirSync(FOLDER).map((name) => name.replace(/\.graphql$/, ""));
const textOf = (slug: string) => readFileSync(join(FOLDER, `${slug}.graphql`), "utf8");

// biome-ignore lint/suspicious/noExplicitAny: each knows what it asked for.
type Check = (data: any) => void;

/** What the answer to each must hold, as the facts have it. */
const checks: Record<string, Check> = {
  "01-hoped-for": ({ events }) => {
    const visit = events.nodes.find(byBase("visit-pezeshkian-moscow-2025"));
    expect(visit).toMatchObject({ status: "EXPECTED", when: { fixed: false }, overdue: false });
    expect(events.totalCount).toBe(events.nodes.length);
  },
  "02-before-and-after": ({ article, window, dated, after }) => {
    expect([article, window, dated, after].map(({ status }) => status)).toEqual([
      "EXPECTED",
      "EXPECTED",
      "SCHEDULED",
      "HELD",
    ]);
    expect(window.when.latest).toBe("2025-01-19");
    expect(dated.when.earliest).toBe("2025-01-17");
  },
  "03-who-said-in-force": ({ agreement }) => {
    expect(agreement).toMatchObject({ status: "IN_FORCE", disputed: true });
    expect(
      agreement.rivalClaims.map((claim: { when: { edtf: string } }) => claim.when.edtf),
    ).toEqual(["2025-07-18~", "2025-10-02"]);
  },
  "04-what-changed": ({ changes }) => {
    expect(changes.nodes).toMatchObject([{ revision: 1, action: "load" }]);
  },
  "05-leaders-met-per-year": (years) => {
    const counts = Object.values<{ totalCount: number }>(years).map(({ totalCount }) => totalCount);
    expect(counts).toHaveLength(10);
    // Xi and Raisi or Pezeshkian met in each of these; the years before rest on what was looked up.
    expect(years.y2023.totalCount).toBeGreaterThan(0);
    expect(years.y2024.nodes.map(({ slug }: { slug: string }) => slug)).toContain(
      "meeting-xi-pezeshkian-kazan-2024",
    );
  },
  "06-where-sources-disagree": ({ agreements }) => {
    expect(agreements.nodes.map(({ slug }: { slug: string }) => slug)).toContain("ru-ir-2025");
  },
  "07-ratification": ({ agreement }) => {
    expect(agreement).toMatchObject({ ratified: 2, mustRatify: 2 });
    const bodies = agreement.reports.nodes
      .filter(({ step }: { step: string | null }) => step === "RATIFIED")
      .map(({ body }: { body: string }) => body);
    expect(bodies).toEqual(["State Duma", "Islamic Consultative Assembly"]);
  },
  "08-signed-not-in-force": ({ agreements }) => {
    const statuses = agreements.nodes.map(({ status }: { status: string }) => status);
    expect(statuses).not.toContain("IN_FORCE");
    expect(agreements.nodes).toContainEqual(
      expect.objectContaining({ slug: "caspian-2018", ratified: 4, mustRatify: 5 }),
    );
  },
  "09-overdue": ({ upcoming }) => {
    expect(upcoming.nodes).toContainEqual(
      expect.objectContaining({ slug: "visit-xi-iran-planned", overdue: true }),
    );
  },
  "10-every-meeting": ({ events }) => {
    expect(events.totalCount).toBeGreaterThan(4);
    for (const { participants } of events.nodes) {
      const names = participants.map(
        ({ leader }: { leader: { slug: string } | null }) => leader?.slug,
      );
      expect(names).toEqual(expect.arrayContaining(["vladimir-putin", "masoud-pezeshkian"]));
    }
  },
  "11-members-then": ({ forum }) => {
    const members = forum.memberships.nodes.map(
      ({ country }: { country: { code: string } }) => country.code,
    );
    expect(members).toEqual(expect.arrayContaining(["BR", "RU", "IN", "CN", "ZA", "IR"]));
  },
  "12-any-script": ({ latin, cyrillic, persian, words }) => {
    for (const found of [latin, cyrillic, persian])
      expect(found.edges).toMatchObject([{ slug: "masoud-pezeshkian" }]);
    expect(words.totalCount).toBeGreaterThan(0);
  },
};

const byBase = (slug: string) => (node: { slug: string }) => node.slug === slug;

it("has a dozen, each with its question", () => {
  expect(slugs).toHaveLength(12);
  expect(Object.keys(checks)).toEqual([...slugs].sort());
  for (const slug of slugs) expect(readQuery(slug, textOf(slug)).question).not.toBe("");
});

describe.each(engines)("the worked query on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it.each(slugs)("%s", async (slug) => checks[slug]?.(await ask(home.storage, textOf(slug))));
});
