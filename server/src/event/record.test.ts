import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";
import { notFixed, parseWhen } from "../when/when.ts";
import { slugOf } from "./slug.ts";

const answer = `
  replayed
  event { slug title kind level status version overdue when { edtf fixed } place { name }
    participants { role leader { slug } country { code } office { title } } agreements { relation agreement { slug } } }
  report { status knownOn claimant source { publisher } }
  change { action version statusBefore statusAfter entity { slug } }
  errors { __typename ... on UserError { message path } }
`;
const RECORD = `mutation ($input: RecordEventInput!) { recordEvent(input: $input) { ${answer} } }`;
const PLAN = `mutation ($input: PlanVisitInput!) { planVisit(input: $input) { ${answer} } }`;

const plan = (rest: object = {}) => ({
  guest: "vladimir-putin",
  host: "TR",
  level: "LEADERS",
  source: { publisher: "Kremlin", publishedOn: "2026-01-04" },
  note: "The Kremlin speaks of a visit.",
  ...rest,
});
const record = (rest: object = {}) => ({
  title: "Xi and Putin speak by telephone",
  kind: "CALL",
  level: "LEADERS",
  status: "HELD",
  when: "2026-01-03",
  participants: [
    { role: "PARTICIPANT", leader: "xi-jinping" },
    { role: "PARTICIPANT", leader: "vladimir-putin" },
  ],
  agreements: [{ agreement: "ru-ir-2025", relation: "DISCUSSED" }],
  source: { publisher: "Xinhua", publishedOn: "2026-01-04" },
  note: "They spoke of Iran.",
  ...rest,
});

test("a slug is words and the year, whatever the title", () => {
  expect(slugOf("Putin's visit to Ankara", parseWhen("2026-03"))).toBe(
    "putin-s-visit-to-ankara-2026",
  );
  expect(slugOf("Türkiye 2026", parseWhen("2026-03"))).toBe("turkiye-2026");
  expect(slugOf("визит", notFixed())).toBe("vizit");
  expect(slugOf("?!", notFixed())).toBe("event");
  fc.assert(
    fc.property(fc.string(), (title) => {
      expect(slugOf(title, notFixed())).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

describe.each(engines)("recording an event on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (mutation: string, input: object) => desk.payloadOf(mutation, input);
  const ask = async (query: string) => (await desk.send(query)).data;

  test("needs an editor", async () => {
    for (const [mutation, input] of [
      [RECORD, record()],
      [PLAN, plan()],
    ] as const)
      for (const role of [null, "VIEWER"] as const) {
        const { data, errors } = await desk.send(mutation, { input }, role);
        expect([data, errors.length]).toEqual([null, 1]);
      }
  });

  test("a visit without a date is expected, as of the day its source came out, and can be found", async () => {
    const before = await ask("{ upcoming { totalCount } }");
    const dry = await sent(PLAN, plan({ dryRun: true }));
    expect(dry.event.slug).toBe("vladimir-putin-to-visit-turkiye");
    expect(await ask("{ upcoming { totalCount } }")).toEqual(before);

    const made = await sent(PLAN, plan({ idempotencyKey: "v" }));
    expect(made).toMatchObject({
      event: {
        title: "Vladimir Putin to visit Türkiye",
        kind: "VISIT",
        status: "EXPECTED",
        version: 1,
        when: { edtf: null, fixed: false },
        participants: [
          { role: "GUEST", leader: { slug: "vladimir-putin" }, country: { code: "RU" } },
          { role: "HOST", leader: null, country: { code: "TR" } },
        ],
      },
      report: { status: "EXPECTED", knownOn: "2026-01-04", source: { publisher: "Kremlin" } },
      change: { action: "planVisit", version: 1, statusBefore: null, statusAfter: "EXPECTED" },
      errors: [],
    });
    const { slug } = made.event;
    expect(await sent(PLAN, plan({ idempotencyKey: "v" }))).toMatchObject({
      replayed: true,
      event: { slug },
    });
    const found = await ask(`{
      upcoming(first: 100) { totalCount nodes { slug } }
      then: event(slug: "${slug}", asOf: "2026-01-03") { slug }
      search(text: "putin visit turkiye", kinds: [EVENT], first: 5) { nodes { slug } }
    }`);
    expect(found.upcoming.totalCount).toBe(before.upcoming.totalCount + 1);
    expect(found.then).toBeNull();
    expect(found.search.nodes).toContainEqual({ slug });
    // The same words again are another event.
    expect((await sent(PLAN, plan())).event.slug).toBe(`${slug}-2`);
  });

  test("a day, or two, fix the date; a month is a window", async () => {
    const day = await sent(PLAN, plan({ when: "2026-04-01/2026-04-02", place: "ankara" }));
    expect(day.event).toMatchObject({
      status: "SCHEDULED",
      when: { fixed: true },
      place: { name: "Ankara" },
    });
    const month = await sent(PLAN, plan({ when: "2026-05" }));
    expect(month.event).toMatchObject({
      status: "EXPECTED",
      when: { edtf: "2026-05", fixed: false },
    });
  });

  test("whatever names nothing is said, with its field, and nothing is written", async () => {
    const count = async () =>
      await ask("{ events(first: 1) { totalCount } changes(first: 1) { totalCount } }");
    const before = await count();
    const visit = await sent(
      PLAN,
      plan({ guest: "nobody", host: "XX", place: "nowhere", source: null }),
    );
    expect(visit.errors.map(({ path }: { path: string[] }) => path.join("."))).toEqual([
      "input.place",
      "input.guest",
      "input.host",
      "input.source",
    ]);
    const event = await sent(
      RECORD,
      record({
        title: " ",
        when: "2026-02-01",
        participants: [{ role: "HOST" }, { role: "HOST", forum: "atlantis" }],
        agreements: [{ agreement: "pact", relation: "SIGNED" }],
        topics: ["weather"],
      }),
    );
    expect(event.errors.map(({ path }: { path: string[] }) => path.join("."))).toEqual([
      "input.title",
      "input.when",
      "input.participants.0",
      "input.participants.1.forum",
      "input.agreements.0.agreement",
      "input.topics.0",
    ]);
    const none = await sent(RECORD, record({ participants: [] }));
    expect(none.errors).toMatchObject([{ path: ["input", "participants"] }]);
    expect(await count()).toEqual(before);
  });

  test("what was held stands in the timeline with the offices of its day, and with what it bears on", async () => {
    const made = await sent(RECORD, record());
    expect(made).toMatchObject({
      event: {
        slug: "xi-and-putin-speak-by-telephone-2026",
        status: "HELD",
        participants: [
          {
            leader: { slug: "xi-jinping" },
            office: { title: expect.stringContaining("President") },
          },
          { leader: { slug: "vladimir-putin" } },
        ],
        agreements: [{ relation: "DISCUSSED", agreement: { slug: "ru-ir-2025" } }],
      },
      change: { action: "recordEvent", entity: { slug: "xi-and-putin-speak-by-telephone-2026" } },
      errors: [],
    });
    const { timeline } = await ask(
      `{ timeline(window: { from: "2026-01-01", to: "2026-01-31" }, lanes: { countries: ["RU", "CN"] }) { marks { slug } } }`,
    );
    expect(timeline.marks.slug).toContain("xi-and-putin-speak-by-telephone-2026");
  });
});
