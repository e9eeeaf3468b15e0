import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { csv, GOOD, IMPORT, importing, template } from "../../test/importing.ts";
import { engines, type World } from "../../test/world.ts";
import { AGREEMENT_STATUSES } from "../agreement/values.ts";
import { EVENT_STATUSES } from "../event/values.ts";
import { globalId } from "../graphql/id.ts";

const UNDO = `mutation ($input: UndoChangeInput!) { undoChange(input: $input) {
  change { id action before } errors { __typename ... on UserError { code message path } } } }`;
const MERGE = `mutation ($input: MergeEventsInput!) { mergeEvents(input: $input) {
  errors { ... on UserError { message } } } }`;

describe.each(engines)("importing on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (mutation: string, input: object) =>
    desk.payloadOf(mutation, { note: "A file.", ...input });
  const imported = (input: object) => importing(desk, input);
  const undone = (changeId: string) => sent(UNDO, { changeId, expectedVersion: 0 });
  const outcomes = ({ rows }: { rows: { outcome: string }[] }) => rows.map((row) => row.outcome);
  const ask = async (query: string) => (await desk.send(query)).data;
  const counts = () => desk.counts();

  test("needs an editor", async () => {
    const before = await counts();
    for (const role of [null, "VIEWER"] as const) {
      const { data, errors } = await desk.send(
        IMPORT,
        { input: { ...csv(GOOD), note: "No." } },
        role,
      );
      expect([data, errors.length]).toEqual([null, 1]);
    }
    expect(await counts()).toEqual(before);
  });

  test("the templates come in by one change each, twice change nothing, and go out as one", async () => {
    const start = await counts();
    for (const [name, format, rows, lines] of [
      ["events.csv", "CSV", ["NEW", "CHANGED", "NEW"], [2, 3, 4]],
      ["agreements.csv", "CSV", ["NEW", "CHANGED"], [2, 3]],
      ["bundle.json", "JSON", ["NEW", "CHANGED", "NEW"], [null, null, null]],
    ] as const) {
      const input = { format, text: template(name) };
      const before = await counts();
      const dry = await imported({ ...input, dryRun: true });
      expect([outcomes(dry), dry.errors]).toEqual([rows, []]);
      expect(await counts()).toEqual(before);

      const made = await imported(input);
      expect(outcomes(made)).toEqual(rows);
      expect(made.rows.map((row: { line: number }) => row.line)).toEqual(lines);
      expect(made.change).toMatchObject({
        action: "importBundle",
        note: "A file.",
        entityType: null,
      });
      const after = await counts();
      expect([after.change, after.report]).toEqual([
        (before.change ?? 0) + 1,
        (before.report ?? 0) + rows.length,
      ]);

      const again = await imported(input);
      expect([new Set(outcomes(again)), again.change]).toEqual([new Set(["UNCHANGED"]), null]);
      expect(await counts()).toEqual(after);
    }
    const read = await ask(`{
      visit: event(slug: "xi-visit-tehran-2026") { status when { edtf } place { name } reports { nodes { knownOn note } }
        participants { role leader { slug } country { code } } agreements { agreement { slug } } }
      before: event(slug: "xi-visit-tehran-2026", asOf: "2026-01-04") { status when { edtf } }
      transport: agreement(slug: "ru-ir-transport-2026") { status }
      customs: agreement(slug: "cn-ir-customs-2026") { status title }
    }`);
    expect(read).toMatchObject({
      visit: { status: "SCHEDULED", when: { edtf: "2026-03-12" }, place: { name: "Tehran" } },
      before: { status: "EXPECTED", when: { edtf: "2026" } },
      transport: { status: "SIGNED" },
      customs: { status: "IN_FORCE" },
    });
    expect(start.agreement).toBeGreaterThan(0);
  });

  test("all or nothing writes nothing when a row is bad; the good ones alone come in when asked", async () => {
    const rows = csv(
      GOOD.replaceAll("xi-in-moscow", "xi-in-kazan"),
      GOOD.replace("xi-jinping", "xi-jinpng"),
    );
    const before = await counts();
    const refused = await imported(rows);
    expect(refused.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "text"] },
    ]);
    expect([outcomes(refused), refused.change]).toEqual([["NEW", "BAD"], null]);
    expect(refused.rows[1].problems).toEqual([
      {
        column: "participants",
        message:
          "There is no leader, country or forum called “xi-jinpng”. Did you mean xi-jinping (Xi Jinping)?",
      },
    ]);
    expect(await counts()).toEqual(before);

    const good = await imported({ ...rows, mode: "GOOD_ROWS" });
    expect([good.errors, good.new, good.bad]).toEqual([[], 1, 1]);
    expect((await ask(`{ event(slug: "xi-in-kazan") { status } }`)).event.status).toBe("EXPECTED");
    expect((await ask(`{ event(slug: "xi-in-moscow") { status } }`)).event).toBeNull();
  });

  test("an import is undone as one, by a change that is undone in turn; what was there stays", async () => {
    const file = csv(
      "gone-2026,Gone,MEETING,OFFICIALS,EXPECTED,2026,PARTICIPANT RU | PARTICIPANT IR,TASS,2026-01-01",
      "gone-2026,,,,SCHEDULED,2026-02-01,,TASS,2026-01-02",
      "xi-in-kazan,,,,SCHEDULED,2026-05-02,,TASS,2026-01-05",
    );
    const made = await imported(file);
    expect(outcomes(made)).toEqual(["NEW", "CHANGED", "CHANGED"]);
    const states = () =>
      ask(
        `{ gone: event(slug: "gone-2026") { status } kept: event(slug: "xi-in-kazan") { status when { edtf } } }`,
      );
    const full = {
      gone: { status: "SCHEDULED" },
      kept: { status: "SCHEDULED", when: { edtf: "2026-05-02" } },
    };
    expect(await states()).toEqual(full);

    const before = await counts();
    const back = await undone(made.change.id);
    expect(back.errors).toEqual([]);
    expect((await counts()).change).toBe((before.change ?? 0) + 1);
    expect(await states()).toEqual({
      gone: null,
      kept: { status: "EXPECTED", when: { edtf: "2026" } },
    });
    expect((await undone(made.change.id)).errors[0].message).toMatch(/undone already/);

    expect((await undone(back.change.id)).errors).toEqual([]);
    expect(await states()).toEqual(full);
  });

  test("undoing it is refused while more stands on what it made; taken back, it comes in again", async () => {
    const row = GOOD.replaceAll("xi-in-moscow", "xi-in-sochi");
    const made = await imported(csv(row));
    const more = await imported(csv("xi-in-sochi,,,,SCHEDULED,2026-06-01,,TASS,2026-01-05"));
    expect((await undone(made.change.id)).errors).toMatchObject([{ code: "IN_THE_WAY" }]);
    expect((await ask(`{ event(slug: "xi-in-sochi") { status } }`)).event.status).toBe("SCHEDULED");
    expect((await undone(more.change.id)).errors).toEqual([]);
    expect((await undone(made.change.id)).errors).toEqual([]);
    expect(outcomes(await imported(csv(row)))).toEqual(["NEW"]);
  });

  test("a key carries a file out once, and stands for no other", async () => {
    const input = { ...csv(GOOD.replaceAll("xi-in-moscow", "xi-in-ufa")), idempotencyKey: "ufa" };
    const first = await imported(input);
    const second = await imported(input);
    expect(second).toEqual({ ...first, replayed: true });
    const other = await imported({ ...input, mode: "GOOD_ROWS" });
    expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_MISMATCH" }]);
  });

  test("an import stands in the history of what it reported on, and of nothing else", async () => {
    const TOLD = "agreement,status,when,publisher,published_on";
    const before = await ask(
      `{ agreement(slug: "ru-ir-2025") { version changes { totalCount } } }`,
    );
    const { change } = await imported({
      format: "CSV",
      text: `${TOLD}\nru-ir-2025,IN_FORCE,2025-10-04,Izvestia,2025-12-03`,
    });
    const { change: second } = await imported({
      format: "CSV",
      text: `${TOLD}\nru-ir-2025,IN_FORCE,2025-10-05,Interfax,2025-12-04`,
    });
    const undo = await undone(second.id);
    const read = `{ changes(filter: { slugs: ["ru-ir-2025"] }, last: 3) { nodes { id } }
      other: changes(filter: { slugs: ["cn-ir-2021"], types: [AGREEMENT] }, first: 50) { totalCount nodes { id } }
      leader: changes(filter: { slugs: ["xi-jinping"] }, first: 50) { nodes { action } }
      agreement(slug: "ru-ir-2025") { id version changes { totalCount nodes { id action version } } first: changes(first: 1) { nodes { id } pageInfo { endCursor hasNextPage } } }
      none: agreement(slug: "cn-ir-2021") { changes { nodes { id } } } }`;
    const found = await ask(read);
    const ids = [undo.change.id, second.id, change.id];
    expect(found.agreement.changes.nodes.slice(0, 3)).toEqual([
      { id: ids[0], action: "undoChange", version: null },
      { id: ids[1], action: "importBundle", version: null },
      { id: ids[2], action: "importBundle", version: null },
    ]);
    expect(found.agreement.changes.totalCount).toBe(before.agreement.changes.totalCount + 3);
    expect(found.changes.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    const named = [...found.other.nodes, ...found.none.changes.nodes].map(({ id }) => id);
    expect(named.filter((id: string) => ids.includes(id))).toEqual([]);
    expect(found.leader.nodes).toEqual([{ action: "load" }]);
    // Page by page, from either end.
    const { endCursor } = found.agreement.first.pageInfo;
    expect([found.agreement.first.nodes, found.agreement.first.pageInfo.hasNextPage]).toEqual([
      [{ id: ids[0] }],
      true,
    ]);
    const { agreement } = await ask(`{ agreement(slug: "ru-ir-2025") {
      next: changes(first: 2, after: "${endCursor}") { nodes { id } } back: changes(last: 100) { nodes { id } } } }`);
    expect(agreement.next.nodes).toEqual([{ id: ids[1] }, { id: ids[2] }]);
    expect(agreement.back.nodes.slice(0, 3)).toEqual(ids.map((id) => ({ id })));

    // Whoever began before it is told whose it was.
    const late = await sent(
      `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
        errors { ... on StaleVersionError { changedBy currentVersion } } } }`,
      {
        ...{ agreementId: found.agreement.id, status: "SUSPENDED", when: "2025-12-20" },
        ...{ source: { publisher: "TASS" }, expectedVersion: before.agreement.version },
      },
    );
    expect(late.errors).toEqual([{ changedBy: "editor", currentVersion: found.agreement.version }]);
  });

  test("what it reported on counts as changed by it in lists, page by page, and so does what undoing it did", async () => {
    const title = "A call that was changed by itself";
    const { event } = await sent(
      "mutation ($input: RecordEventInput!) { recordEvent(input: $input) { event { slug } errors { ... on UserError { message } } } }",
      {
        ...{ title, kind: "CALL", level: "LEADERS", status: "EXPECTED" },
        ...{ participants: [{ role: "PARTICIPANT", country: "RU" }] },
        source: { publisher: "TASS" },
      },
    );
    const both = JSON.stringify({
      agreements: [
        {
          agreement: "cn-ir-2021",
          reports: [{ status: "IN_FORCE", when: "2021-04", source: { publisher: "Xinhua" } }],
        },
      ],
      events: [
        {
          event: "visit-xi-iran-planned",
          reports: [{ status: "EXPECTED", source: { publisher: "Xinhua" } }],
        },
      ],
    });
    const made = await imported({ format: "JSON", text: both });
    expect(outcomes(made)).toEqual(["CHANGED", "CHANGED"]);
    const first = async (list: string) =>
      (
        await ask(
          `{ ${list}(first: 1, orderBy: { field: CHANGED, direction: DESC }) { nodes { slug } } }`,
        )
      )[list].nodes[0].slug;
    expect([await first("events"), await first("agreements")]).toEqual([
      "visit-xi-iran-planned",
      "cn-ir-2021",
    ]);
    const again = await imported(csv(GOOD.replaceAll("xi-in-moscow", "xi-in-omsk")));
    expect(outcomes(again)).toEqual(["NEW"]);
    expect(await first("events")).toBe("xi-in-omsk");
    await undone(made.change.id);
    expect(await first("events")).toBe("visit-xi-iran-planned");

    // Held against the history of each.
    const listed = "nodes { slug changes(first: 1) { nodes { revision } } }";
    for (const list of ["events", "agreements"])
      for (const direction of ["ASC", "DESC"]) {
        const some = list === "events" ? `filter: { between: { from: "2025-09-01" } }, ` : "";
        const order = `${some}orderBy: { field: CHANGED, direction: ${direction} }`;
        const { nodes } = (await ask(`{ ${list}(first: 100, ${order}) { ${listed} } }`))[list];
        const revisions = nodes
          // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
          .map(({ changes }: any) => changes.nodes[0]?.revision ?? 0);
        const sorted = revisions.toSorted((a: number, b: number) =>
          direction === "ASC" ? a - b : b - a,
        );
        expect(revisions).toEqual(sorted);
        expect(new Set(revisions).size).toBeGreaterThan(1);
        const slugs: string[] = [];
        for (let after: string | null = null; slugs.length < nodes.length; ) {
          const page: { nodes: { slug: string }[]; pageInfo: { endCursor: string } } = (
            await ask(
              `{ ${list}(first: 7, after: ${JSON.stringify(after)}, ${order}) { nodes { slug } pageInfo { endCursor } } }`,
            )
          )[list];
          slugs.push(...page.nodes.map(({ slug }) => slug));
          after = page.pageInfo.endCursor;
        }
        expect(slugs.slice(0, nodes.length)).toEqual(
          nodes.map(({ slug }: { slug: string }) => slug),
        );
      }
    expect((await ask(`{ event(slug: "${event.slug}") { slug } }`)).event).not.toBeNull();
  });

  test("a row about what became part of something else is about that", async () => {
    const head = "agreement,title,kind,binding,requires_ratification,parties,status,when,publisher";
    const made = (slug: string) =>
      `${slug},Pact ${slug},AGREEMENT,LEGAL,no,RU | IR,SIGNED,2025-11-01,TASS`;
    await imported({ format: "CSV", text: [head, made("part"), made("whole")].join("\n") });
    const { part, whole } = await ask(
      `{ part: agreement(slug: "part") { id version } whole: agreement(slug: "whole") { id version } }`,
    );
    const merged = await sent(
      "mutation ($input: MergeAgreementsInput!) { mergeAgreements(input: $input) { errors { ... on UserError { message } } } }",
      {
        fromId: part.id,
        intoId: whole.id,
        expectedFromVersion: part.version,
        expectedVersion: whole.version,
      },
    );
    expect(merged.errors).toEqual([]);
    const text =
      "agreement,title,status,when,publisher\npart,,IN_FORCE,2025-12-01,TASS\n,Pact part,IN_FORCE,2025-12-02,IRNA";
    const { rows } = await imported({ format: "CSV", text });
    expect(rows).toMatchObject([
      { outcome: "CHANGED", slug: "whole", statusBefore: "SIGNED", statusAfter: "IN_FORCE" },
      { outcome: "CHANGED", slug: "whole", statusAfter: "IN_FORCE" },
    ]);
    const found = await ask(
      `{ agreement(slug: "whole") { status reports { nodes { when { edtf } } } } }`,
    );
    expect(found.agreement.status).toBe("IN_FORCE");
    const told = found.agreement.reports.nodes.map(
      (each: { when: { edtf: string } }) => each.when.edtf,
    );
    expect(told).toEqual(expect.arrayContaining(["2025-12-01", "2025-12-02"]));
  });

  test("takes from each status, first or next, the moves that a single write takes", async () => {
    const said = { note: "N.", dryRun: true, source: { publisher: "TASS" } };
    const first = {
      title: "Moves",
      kind: "AGREEMENT",
      binding: "LEGAL",
      requiresRatification: true,
    };
    const create = `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) {
      errors { ... on UserError { message } } } }`;
    const record = `mutation ($input: RecordEventInput!) { recordEvent(input: $input) {
      errors { ... on UserError { message } } } }`;
    const report = `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
      errors { ... on UserError { message } } } }`;
    const move = `mutation ($input: ReportEventStatusInput!) { reportEventStatus(input: $input) {
      errors { ... on UserError { message } } } }`;
    const told = async (mutation: string, input: object) =>
      // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
      (await sent(mutation, { ...said, ...input })).errors.map((each: any) => each.message);
    const rowsOf = async (text: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
      (await imported({ format: "CSV", text, dryRun: true })).rows.map(({ problems }: any) =>
        // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
        problems.map((each: any) => each.message),
      );

    const AGREED =
      "agreement,title,kind,binding,requires_ratification,parties,status,when,publisher";
    const parties = ["RU", "IR"].map((country) => ({ country, mustRatify: true }));
    const signed = { ...first, parties, status: "SIGNED", when: "2025-11-01" };
    for (const requiresRatification of [true, false]) {
      const needs = requiresRatification ? "yes" : "no";
      for (const status of AGREEMENT_STATUSES) {
        const text = { ...first, requiresRatification, parties, status };
        const single = await told(create, { ...text, when: "2025-11-01" });
        const [own] = await rowsOf(
          `${AGREED}\nmoves-1,Moves,AGREEMENT,LEGAL,${needs},RU | IR,${status},2025-11-01,TASS`,
        );
        expect([status, own]).toEqual([status, single]);
        expect(single.length).toBe(status === "RATIFIED" ? 1 : 0);
      }
      const { entity } = await sent(
        "mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { entity: agreement { id slug version } } }",
        { ...said, ...signed, requiresRatification, dryRun: false },
      );
      for (const status of AGREEMENT_STATUSES) {
        const next = { agreementId: entity.id, expectedVersion: entity.version };
        const single = await told(report, { ...next, status, when: "2025-12-01" });
        const [own] = await rowsOf(
          `agreement,status,when,publisher\n${entity.slug},${status},2025-12-01,TASS`,
        );
        expect([status, own]).toEqual([status, single]);
        if (status === "RATIFIED")
          expect(single).toEqual([
            expect.stringContaining(requiresRatification ? "0 of 2" : "needs no ratification"),
          ]);
      }
    }

    const event = { title: "Moved", kind: "TALKS", level: "OFFICIALS" };
    const participants = ["RU", "IR"].map((country) => ({ role: "PARTICIPANT", country }));
    for (const status of EVENT_STATUSES) {
      const single = await told(record, { ...event, participants, status, when: "2025-11-03" });
      const [own] = await rowsOf(
        `event,title,kind,level,participants,status,when,publisher\nmoved-1,Moved,TALKS,OFFICIALS,PARTICIPANT RU | PARTICIPANT IR,${status},2025-11-03,TASS`,
      );
      expect([status, own]).toEqual([status, single]);
    }
    const VISIT = "visit-pezeshkian-moscow-2025";
    const held = (await ask(`{ event(slug: "${VISIT}") { id version } }`)).event;
    for (const status of EVENT_STATUSES) {
      const next = { eventId: held.id, expectedVersion: held.version };
      const single = await told(move, { ...next, status, when: "2025-12-03" });
      const [own] = await rowsOf(`event,status,when,publisher\n${VISIT},${status},2025-12-03,TASS`);
      expect([status, own]).toEqual([status, single]);
      expect([status, single.length > 0]).toEqual([status, status !== "HELD"]);
    }
  });

  test("what a file calls by the slug or title of an event that became part of another is reported of that", async () => {
    const row = (slug: string, title: string, status: string, when: string) =>
      `${slug},${title},VISIT,LEADERS,${status},${when},GUEST xi-jinping | HOST TR,TASS,2026-01-04`;
    const first = csv(
      row("xi-in-izmir", "Xi in Izmir", "EXPECTED", "2026"),
      row("xi-by-the-sea", "Xi by the sea", "EXPECTED", "2026-08"),
    );
    expect(outcomes(await imported(first))).toEqual(["NEW", "NEW"]);
    const merged = await sent(MERGE, {
      ...{ fromId: globalId("Event", "xi-by-the-sea"), intoId: globalId("Event", "xi-in-izmir") },
      ...{ expectedFromVersion: 1, expectedVersion: 1 },
    });
    expect(merged.errors).toEqual([]);
    expect(outcomes(await imported(first))).toEqual(["UNCHANGED", "UNCHANGED"]);
    const untitled = csv(row("", "Xi by the sea", "EXPECTED", "2026-08"));
    expect(outcomes(await imported(untitled))).toEqual(["UNCHANGED"]);
    const more = await imported(csv(row("xi-by-the-sea", "", "SCHEDULED", "2026-08-03")));
    expect(more.rows).toMatchObject([
      { outcome: "CHANGED", slug: "xi-in-izmir", statusAfter: "SCHEDULED" },
    ]);
  });
});
