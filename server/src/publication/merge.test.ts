import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { keepsToForm, rowsOf } from "../../test/merging.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const source = `id slug version publisher title url publishedOn language
  reports(first: 100) { totalCount nodes { id } }`;
const plain = (name: string, type: string, fields: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) {
  entity { ${fields} } change { id } errors { __typename ... on UserError { code message path } } } }`;
const STALE = "... on StaleSourceError { currentVersion current { slug } }";
const SEND = {
  mergeSources: mutation("mergeSources", source).replace(
    /\.\.\. on StaleVersionError.*?\} \}/,
    STALE,
  ),
  createSource: plain("createSource", "CreateSourceInput", source),
  updateSource: plain("updateSource", "UpdateSourceInput", source),
  updateLeader: mutation("updateLeader", "slug version"),
  recordEvent: plain("recordEvent", "RecordEventInput", "slug version sourceCount"),
  reportEventStatus: plain("reportEventStatus", "ReportEventStatusInput", "slug sourceCount"),
  undoChange: mutation("undoChange", "slug version"),
} as const;

describe.each(engines)("merging sources on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (name: keyof typeof SEND, input: object) => desk.sent(name, input);
  const read = async (slug: string) =>
    (await desk.ask(`{ source(slug: "${slug}") { ${source} } }`)).source;
  const made = async (rest: object) => {
    const { entity, errors } = await sent("createSource", { note: "n", ...rest });
    expect(errors).toEqual([]);
    return entity;
  };
  const pairOf = async (from: string, into: string) => {
    const [goes, stays] = [await read(from), await read(into)];
    return {
      ...{ fromId: goes.id, intoId: stays.id, note: "One page." },
      ...{ expectedFromVersion: goes.version, expectedVersion: stays.version },
    };
  };
  const join = async (from: string, into: string) => sent("mergeSources", await pairOf(from, into));

  test("it needs an editor, a dry run of it writes nothing, and wrong input is refused where it stands", async () => {
    const [one, other] = [await made({ publisher: "Trial" }), await made({ publisher: "Trail" })];
    const input = await pairOf(other.slug, one.slug);
    await keepsToForm(desk, "mergeSources", "Source", input);
  });

  test("what rests on either rests on the one, once; its address is known, and undone all is as it was", async () => {
    const page = "https://example.org/kremlin/1";
    const one = await made({
      publisher: "Kremlin",
      title: "They spoke",
      publishedOn: "2025-11-04",
    });
    const two = await made({ publisher: "kremlin.ru", url: page, publishedOn: "2025-11-04" });
    const event = await sent("recordEvent", {
      ...{ title: "A call on gas", kind: "CALL", level: "LEADERS", status: "SCHEDULED" },
      ...{ when: "2025-11-05", sourceId: one.id, note: "n" },
      participants: [{ role: "PARTICIPANT", leader: "vladimir-putin" }],
    });
    const held = await sent("reportEventStatus", {
      ...{ eventId: globalId("Event", event.entity.slug), status: "HELD", when: "2025-11-05" },
      ...{ sourceId: two.id, note: "n", expectedVersion: 1 },
    });
    expect(held).toMatchObject({ errors: [], entity: { sourceCount: 2 } });
    const born = {
      ...{ leaderId: globalId("Leader", "vladimir-putin"), born: "1952-10-08" },
      ...{ sourceId: two.id, note: "n", expectedVersion: 1 },
    };
    const corrected = await sent("updateLeader", born);
    expect(corrected.errors).toEqual([]);
    const [before, went] = [await rowsOf(home), await read(two.slug)];

    const merged = await join(two.slug, one.slug);
    expect(merged).toMatchObject({
      errors: [],
      entity: { slug: one.slug, title: "They spoke", url: page, reports: { totalCount: 2 } },
      change: { entitySlug: two.slug, removed: [two.id], node: { id: one.id } },
    });
    expect(merged.entity.reports.nodes).toHaveLength(2);
    expect((await read(two.slug)).slug).toBe(one.slug);
    const found = await desk.ask(`{ node(id: "${two.id}") { id }
      event(slug: "${event.entity.slug}") { sourceCount
        reports { nodes { source { slug } sources { slug } } } }
      sources(first: 100, filter: { text: "kremlin" }) { nodes { slug } }
      changes(last: 4) { nodes { source { slug } } }
      search(text: "kremlin.ru", kinds: [SOURCE]) { nodes { ... on Node { id } } } }`);
    expect(found.node).toEqual({ id: one.id });
    expect(found.event).toMatchObject({
      sourceCount: 1,
      reports: {
        nodes: [
          { source: { slug: one.slug }, sources: [{ slug: one.slug }] },
          { source: { slug: one.slug }, sources: [{ slug: one.slug }] },
        ],
      },
    });
    expect(JSON.stringify(found)).not.toContain(`"${two.slug}"`);
    expect(JSON.stringify(found.search)).toContain(one.id);
    // Whoever gives the old address or id means the one.
    const again = await sent("createSource", { publisher: "K", url: page, note: "n" });
    expect(again.errors[0].message).toContain(one.slug);
    const old = { ...born, born: "1952-10-07", expectedVersion: 2 };
    const resting = await sent("updateLeader", old);
    expect(resting).toMatchObject({ errors: [], change: { source: { publisher: "Kremlin" } } });
    expect((await desk.undo(resting, 3)).errors).toEqual([]);

    const undone = await desk.undo(merged, 2);
    expect(undone).toMatchObject({ errors: [], change: { node: { id: two.id } } });
    expect(await rowsOf(home)).toEqual(before);
    expect(await read(two.slug)).toEqual({ ...went, version: 3 });
    const redone = await desk.undo(undone, 3);
    expect(redone.errors).toEqual([]);
    expect((await read(two.slug)).slug).toBe(one.slug);
    expect((await desk.undo(redone, 4)).errors).toEqual([]);
    expect(await rowsOf(home)).toEqual(before);
  });

  test("different days or languages, and what is no publication, are refused with what to do", async () => {
    const one = await made({ publisher: "Mehr", publishedOn: "2025-11-04", language: "en" });
    for (const [rest, message] of [
      [{ publishedOn: "2025-11-05" }, /different days.*updateSource/],
      [{ publishedOn: "2025-11-04", language: "fa" }, /translation.*updateSource/],
      [{ kind: "GENERAL_KNOWLEDGE" }, /general knowledge.*updateSource/],
    ] as const) {
      const other = await made({ publisher: "MNA", ...rest });
      const { errors } = await join(other.slug, one.slug);
      expect(errors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", "fromId"] });
      expect(errors[0].message).toMatch(message);
    }
  });

  test("what was reported by one that went rests on what the other is said to be now", async () => {
    const general = async () => {
      const filter = "first: 100, filter: { generalKnowledge: true }";
      const { events } = await desk.ask(`{ events(${filter}) { nodes { slug } } }`);
      return events.nodes.map(({ slug }: { slug: string }) => slug);
    };
    for (const [kind, later] of [
      ["GENERAL_KNOWLEDGE", "NEWS_AGENCY"],
      ["NEWS_AGENCY", "GENERAL_KNOWLEDGE"],
    ] as const) {
      const one = await made({ publisher: `Stays, ${kind}`, kind });
      const two = await made({ publisher: `Goes, ${kind}`, kind });
      const { entity } = await sent("recordEvent", {
        ...{ title: `Talks, ${kind}`, kind: "TALKS", level: "OFFICIALS", status: "HELD" },
        ...{ when: "2025-11-03", participants: [{ role: "PARTICIPANT", country: "RU" }] },
        ...{ sourceId: two.id, knownOn: "2025-11-04", note: "n" },
      });
      expect((await join(two.slug, one.slug)).errors).toEqual([]);
      expect((await general()).includes(entity.slug)).toBe(kind === "GENERAL_KNOWLEDGE");
      const other = { sourceId: one.id, kind: later, expectedVersion: 2, note: "n" };
      expect((await sent("updateSource", other)).errors).toEqual([]);
      expect((await general()).includes(entity.slug)).toBe(later === "GENERAL_KNOWLEDGE");
    }
  });

  test("a report that rests on both rests on the one, once", async () => {
    const pairs = await home.storage.read(async ({ db, tables }) => {
      const rows = await db.select().from(tables.reportSource);
      const first = new Map(
        rows.filter(({ position }) => position === 0).map((row) => [row.reportId, row.sourceId]),
      );
      return rows
        .filter(({ position }) => position === 1)
        .map(({ reportId, sourceId }) => [reportId, first.get(reportId) as string, sourceId]);
    });
    for (const [report = "", into = "", from = ""] of pairs) {
      const merged = await join(from, into);
      if (merged.errors.length > 0) continue;
      const { reports } = merged.entity;
      const ids = reports.nodes.map(({ id }: { id: string }) => id);
      expect(ids).toContain(globalId("Report", report));
      expect(new Set(ids).size).toBe(ids.length);
      expect(reports.totalCount).toBe(ids.length);
      const { node } = await desk.ask(
        `{ node(id: "${globalId("Report", report)}") { ... on Report { sources { slug } } } }`,
      );
      expect(node.sources.filter(({ slug }: { slug: string }) => slug === into)).toHaveLength(1);
      expect((await desk.undo(merged, merged.change.version)).errors).toEqual([]);
      return;
    }
    expect.fail("No report of the shipped set rests on two sources that could be one.");
  });
});
