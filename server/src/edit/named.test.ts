import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId, partsOfGlobalId } from "../graphql/id.ts";

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
type Answer = any;

const said = { source: { publisher: "TASS", publishedOn: "2025-11-04" }, note: "n" };
const CALL = {
  ...{ kind: "CALL", level: "LEADERS", status: "HELD", when: "2025-11-03", ...said },
  participants: [{ role: "PARTICIPANT", leader: "vladimir-putin" }],
};
const TEXT = {
  ...{ kind: "AGREEMENT", binding: "LEGAL", requiresRatification: false, status: "SIGNED" },
  ...{ when: "2025-11-03", parties: [{ country: "RU" }], ...said },
};
const STEP = { title: "One", text: "It began.", view: "/explore?lanes=RU" };

/** What is made of each type, twice, to be merged. */
const MADE: Record<string, [string, object]> = {
  Agreement: ["createAgreement", { title: "Agreement on ports", ...TEXT }],
  Event: ["recordEvent", { title: "A call on ports", ...CALL }],
  Forum: ["createForum", { name: "Ports forum", kind: "ORGANISATION", ...said }],
  Leader: ["createLeader", { name: "Ivan Portov", country: "RU", ...said }],
  Source: ["createSource", { publisher: "Port news", note: "n" }],
};

describe.each(engines)("what an input names by an old id on %s", (engine) => {
  let home: World;
  let desk: Editing;
  /** By type, the slug of what went and of what stays. */
  const old: Record<string, string> = {};
  const now: Record<string, string> = {};

  const sent = async (name: string, input: object, fields = ""): Promise<Answer> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await desk.send(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields}
        errors { __typename ... on UserError { code message path }
          ... on NotFoundError { becamePartOf { __typename id } } } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data[name];
  };
  const done = async (name: string, input: object, fields: string): Promise<Answer> => {
    const answer = await sent(name, input, fields);
    expect([name, answer.errors]).toEqual([name, []]);
    return answer;
  };

  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
    for (const [type, [create, input]] of Object.entries(MADE)) {
      const ids: string[] = [];
      for (const nth of [1, 2]) {
        const title = "title" in input ? { title: `${input.title} ${nth}` } : {};
        const name = "publisher" in input ? { publisher: `${input.publisher} ${nth}` } : {};
        const alias = type.toLowerCase();
        const made = await done(create, { ...input, ...title, ...name }, `${alias} { id slug }`);
        ids.push(made[alias].id);
      }
      const [fromId = "", intoId = ""] = ids;
      const versions = { expectedVersion: 1, expectedFromVersion: 1, note: "One." };
      await done(`merge${type}s`, { fromId, intoId, ...versions }, "change { id }");
      old[type] = partsOfGlobalId(fromId).slug;
      now[type] = partsOfGlobalId(intoId).slug;
    }
  }, 120_000);
  afterAll(() => home.close());

  test("an event is recorded, and corrected, with what they became", async () => {
    const fields = `event { id slug version partOf { slug } participants { leader { slug } forum { slug } }
      agreements { agreement { slug } } }`;
    const links = [{ agreement: old.Agreement, relation: "DISCUSSED" }];
    const participants = [
      { role: "PARTICIPANT", leader: old.Leader },
      { role: "PARTICIPANT", forum: old.Forum },
    ];
    const { source: _, ...rest } = CALL;
    const made = await done(
      "recordEvent",
      {
        ...{ ...rest, title: "Another call", agreements: links, participants },
        sourceId: globalId("Source", old.Source as string),
      },
      `${fields} report { source { slug } }`,
    );
    const whole = [
      { leader: { slug: now.Leader }, forum: null },
      { leader: null, forum: { slug: now.Forum } },
    ];
    const linked = [{ agreement: { slug: now.Agreement } }];
    expect(made.event).toMatchObject({ participants: whole, agreements: linked });
    expect(made.report.source.slug).toBe(now.Source);
    const given = { eventId: made.event.id, expectedVersion: 1, ...said };
    const partOf = old.Event;
    const later = await done("updateEvent", { ...given, partOf, topics: ["energy"] }, fields);
    expect(later.event).toMatchObject({ partOf: { slug: now.Event }, participants: whole });
    const same = { ...given, expectedVersion: 2, participants, agreements: links };
    // It says all of that already, under its new names.
    expect((await sent("updateEvent", same)).errors[0].message).toContain("Nothing would change");

    const visit = { guest: old.Leader, host: "IR", level: "LEADERS", ...said };
    const planned = await done(
      "planVisit",
      visit,
      "event { title participants { leader { slug } } }",
    );
    expect(planned.event).toMatchObject({
      title: "Ivan Portov to visit Iran",
      participants: [{ leader: { slug: now.Leader } }, { leader: null }],
    });
  });

  test("one agreement under both its slugs is named twice", async () => {
    const agreements = [old.Agreement, now.Agreement].map((agreement) => ({
      ...{ agreement, relation: "DISCUSSED" },
    }));
    const { errors } = await sent("recordEvent", { ...CALL, title: "Twice", agreements });
    expect(errors).toMatchObject([
      {
        path: ["input", "agreements", "1", "agreement"],
        message: "It is named twice.",
      },
    ]);
  });

  test("a report sent again by its key is answered once more, though its event became part of another since", async () => {
    const { when: _, ...rest } = CALL;
    const plan = { ...rest, status: "EXPECTED" };
    const made = "event { id } change { revision }";
    const one = await done("recordEvent", { ...plan, title: "A call to come" }, made);
    const two = await done("recordEvent", { ...plan, title: "The call to come" }, made);
    const wish = {
      ...{ eventId: one.event.id, status: "SCHEDULED", when: "2026-03", ...said },
      ...{ expectedVersion: 1, idempotencyKey: "once" },
    };
    const told = "replayed change { revision } report { id }";
    const first = await done("reportEventStatus", wish, told);
    const into = { intoId: two.event.id, expectedVersion: 1, expectedFromVersion: 2, note: "One." };
    const merged = await done("mergeEvents", { fromId: one.event.id, ...into }, made);
    expect(await done("reportEventStatus", wish, told)).toMatchObject({ ...first, replayed: true });
    const other = await sent("reportEventStatus", { ...wish, idempotencyKey: "again" });
    expect(other.errors).toMatchObject([{ becamePartOf: { id: two.event.id } }]);
    const { data } = await desk.send("{ changes(last: 1) { nodes { revision } } }");
    expect(data.changes.nodes).toEqual([{ revision: merged.change.revision }]);
  });

  test("an agreement, an office, a story and a file name what they became", async () => {
    const agreement = await done(
      "createAgreement",
      {
        ...{ ...TEXT, title: "Agreement on piers", supersedes: old.Agreement },
        parties: [{ forum: old.Forum }, { country: "RU" }],
      },
      "agreement { supersedes { slug } parties { key } }",
    );
    expect(agreement.agreement).toMatchObject({
      supersedes: { slug: now.Agreement },
      parties: [{ key: now.Forum }, { key: "RU" }],
    });
    const office = await done(
      "createOffice",
      { title: "Head of ports", kind: "head", rank: "OFFICIAL", forum: old.Forum, ...said },
      "office { forum { slug } }",
    );
    expect(office.office.forum.slug).toBe(now.Forum);
    const about = ["Leader", "Forum", "Event", "Agreement"].map((type) =>
      globalId(type, old[type] as string),
    );
    const sources = [old.Source, now.Source];
    const story = await done(
      "createStory",
      {
        ...{ title: "Ports", summary: "Of ports.", view: "/explore", publication: old.Source },
        ...{ steps: [{ ...STEP, sources, about }], note: "n" },
      },
      "story { source { slug } steps { about { __typename id } sources { slug } } }",
    );
    expect(story.story.source.slug).toBe(now.Source);
    expect(story.story.steps).toMatchObject([
      {
        about: ["Leader", "Forum", "Event", "Agreement"].map((type) => ({
          id: globalId(type, now[type] as string),
        })),
        sources: [{ slug: now.Source }],
      },
    ]);
    const head = "event,title,kind,level,status,when,participants,agreements,source";
    const row = `,By file,CALL,LEADERS,HELD,2025-11-03,PARTICIPANT ${old.Leader} | PARTICIPANT ${old.Forum},SIGNED ${old.Agreement},${old.Source}`;
    const text = `${head}\n${row}\n`;
    const imported = await done(
      "importBundle",
      { format: "CSV", text, note: "n" },
      "rows { slug problems { column message } }",
    );
    expect(imported.rows[0].problems).toEqual([]);
    const { data } = await desk.send(
      `{ event(slug: "${imported.rows[0].slug}") { participants { leader { slug } forum { slug } } } }`,
    );
    expect(data.event.participants).toMatchObject([
      { leader: { slug: now.Leader } },
      { forum: { slug: now.Forum } },
    ]);
  });

  const common = { ...said, expectedVersion: 1 };
  test.each<[string, string, string, object]>([
    ["reportEventStatus", "Event", "eventId", { status: "HELD", when: "2025-11-03" }],
    ["updateEvent", "Event", "eventId", { title: "T" }],
    ["reportAgreementStatus", "Agreement", "agreementId", { status: "SIGNED", when: "2025" }],
    ["reportPartyStep", "Agreement", "agreementId", { step: "PAUSED", when: "2025" }],
    ["updateAgreement", "Agreement", "agreementId", { title: "T" }],
    ["updateLeader", "Leader", "leaderId", { name: "N" }],
    ["createTerm", "Leader", "leaderId", { office: "president-of-russia" }],
    ["updateForum", "Forum", "forumId", { name: "N" }],
    ["createMembership", "Forum", "forumId", { country: "RU", role: "FULL" }],
    ["createSession", "Forum", "forumId", { name: "N", status: "EXPECTED" }],
    ["updateSource", "Source", "sourceId", { publisher: "N" }],
    ...["Event", "Agreement", "Leader", "Forum", "Source"].flatMap(
      (type): [string, string, string, object][] => {
        const other = { expectedFromVersion: 1 };
        return [
          [`merge${type}s`, type, "fromId", { intoId: globalId(type, "nowhere"), ...other }],
          [`merge${type}s`, type, "intoId", { fromId: "now", ...other }],
        ];
      },
    ),
  ])("%s of a merged %s in `%s` says what it became", async (name, type, field, rest) => {
    const whole = globalId(type, now[type] as string);
    const { source: _, ...unsourced } = common;
    const input = {
      ...(type === "Source" ? unsourced : common),
      ...rest,
      ...("fromId" in rest && { fromId: whole }),
    };
    const id = globalId(type, old[type] as string);
    const { errors } = await sent(name, { ...input, [field]: id });
    expect(errors).toMatchObject([
      {
        ...{ __typename: "NotFoundError", code: "NOT_FOUND", path: ["input", field] },
        becamePartOf: { __typename: type, id: whole },
      },
    ]);
    expect(errors[0].message).toMatch(
      new RegExp(`^This ${type.toLowerCase()} became part of “.+” \\(${now[type]}\\)\\. Edit that`),
    );
    const none = await sent(name, { ...input, [field]: globalId(type, "atlantis") });
    expect(none.errors).toMatchObject([{ path: ["input", field], becamePartOf: null }]);
    expect(none.errors[0].message).toContain("There is no");
  });
});
