import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { keepsToForm } from "../../test/merging.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const forum = `id slug version name shortName founded
  memberships(first: 100) { totalCount nodes { country { code } role from to sources { slug } } }
  sessions(first: 100) { totalCount nodes { id name forum { slug } } }`;
const SEND = {
  mergeForums: mutation("mergeForums", forum),
  createForum: mutation("createForum", forum),
  updateForum: mutation("updateForum", forum),
  createMembership: mutation("createMembership", forum),
  createSession: mutation("createSession", forum),
  undoChange: mutation("undoChange", `... on Forum { ${forum} }`),
} as const;

const STAYS = "brics";
const SOURCE = { source: { publisher: "TASS", publishedOn: "2024-10-20" }, note: "n" };

describe.each(engines)("merging forums on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (name: keyof typeof SEND, input: object) => desk.sent(name, input);
  const read = async (slug: string, asOf: string | null = null) =>
    (
      await desk.ask(`query ($asOf: Date) { forum(slug: "${slug}", asOf: $asOf) { ${forum} } }`, {
        asOf,
      })
    ).forum;
  const version = async (slug: string) => (await read(slug)).version as number;
  const made = async (name: string, rest: object = {}) =>
    (
      await sent("createForum", {
        ...{ name, shortName: name, kind: "ORGANISATION", ...SOURCE },
        ...rest,
      })
    ).entity;
  const member = async (slug: string, rest: object) => {
    const base = { forumId: globalId("Forum", slug), expectedVersion: await version(slug) };
    const { errors } = await sent("createMembership", { ...base, ...SOURCE, ...rest });
    expect(errors).toEqual([]);
  };
  const join = async (from: string, into: string, rest: object = {}) =>
    sent("mergeForums", {
      ...{ fromId: globalId("Forum", from), intoId: globalId("Forum", into), note: "One." },
      ...{ expectedFromVersion: await version(from), expectedVersion: await version(into) },
      ...rest,
    });
  /** Every public row, without versions, what is noted of changes, and the log itself. */
  const rows = () =>
    home.storage.read(async ({ db, tables }) => {
      const found: Record<string, string[]> = {};
      for (const name of ["forum", "membership", "membershipSource", "session", "office"] as const)
        found[name] = (await db.select().from(tables[name as "forum"]))
          .map((row) => JSON.stringify({ ...row, version: 0 }))
          .sort();
      return found;
    });

  test("it needs an editor, a dry run of it writes nothing, and wrong input is refused where it stands", async () => {
    const { slug } = await made("Trial Group");
    const input = {
      ...{ fromId: globalId("Forum", slug), intoId: globalId("Forum", STAYS), note: "One." },
      ...{ expectedVersion: 1, expectedFromVersion: 1 },
    };
    await keepsToForm(desk, "mergeForums", "Forum", input);
  });

  test("memberships and sessions of both are the one's, old names lead there; undone, redone and undone again", async () => {
    const { slug, id } = await made("The Group of Emerging Five");
    await member(slug, { country: "AM", role: "OBSERVER", from: "2019" });
    const shared = (await read(STAYS)).memberships.nodes[0];
    // Says the same as BRICS does of this country, so it stands once.
    await member(slug, { country: shared.country.code, role: shared.role, from: shared.from });
    const [stayed, went, before] = [await read(STAYS), await read(slug), await rows()];
    const merged = await join(slug, STAYS, { idempotencyKey: "five" });
    expect(merged).toMatchObject({
      errors: [],
      entity: { slug: STAYS, memberships: { totalCount: stayed.memberships.totalCount + 1 } },
      change: { entitySlug: slug, removed: [id], node: { id: stayed.id } },
    });
    expect(await read(slug)).toEqual(merged.entity);
    const found = await desk.ask(`{ node(id: "${id}") { id }
      forums(first: 100) { nodes { slug } }
      search(text: "emerging five", kinds: [FORUM]) { nodes { ... on Node { id } } } }`);
    expect(found.node).toEqual({ id: stayed.id });
    expect(JSON.stringify(found.forums)).not.toContain(`"${slug}"`);
    expect(found.search.nodes).toEqual([{ id: stayed.id }]);

    const undone = await desk.undo(merged, went.version + 1);
    expect(undone).toMatchObject({ errors: [], entity: { slug, name: went.name } });
    expect(await rows()).toEqual(before);
    expect((await read(STAYS)).memberships).toEqual(stayed.memberships);
    expect((await desk.undo(merged, went.version + 2)).errors).toMatchObject([
      { code: "INVALID_INPUT" },
    ]);

    const redone = await desk.undo(undone, went.version + 2);
    expect(redone).toMatchObject({
      errors: [],
      entity: { slug: STAYS },
      change: { removed: [id] },
    });
    expect((await read(slug)).memberships).toEqual(merged.entity.memberships);
    expect((await desk.undo(undone, went.version + 3)).errors).toMatchObject([
      { code: "INVALID_INPUT", message: expect.stringContaining("undone already") },
    ]);
    expect((await desk.undo(redone, went.version + 3)).errors).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test("a list narrowed by the old name is that of the one", async () => {
    const { slug } = await made("The Atomic Agency");
    expect((await join(slug, "iaea")).errors).toEqual([]);
    const lists = async (of: string) =>
      desk.ask(`{ offices(forums: ["${of}"]) { nodes { slug } }
        events(filter: { forums: ["${of}"] }) { nodes { slug } } }`);
    const own = await lists("iaea");
    expect([own.offices.nodes.length, own.events.nodes.length]).not.toContain(0);
    expect(await lists(slug)).toEqual(own);
  });

  test("of two memberships that say the same the one stays that was known first; undone all is as it was", async () => {
    const [one, other] = [await made("Known Late"), await made("Known Early")];
    const kz = { country: "KZ", role: "FULL", from: "2019" };
    await member(one.slug, { ...kz, knownOn: "2024-10-25" });
    await member(other.slug, { ...kz, knownOn: "2024-10-21" });
    const before = await rows();
    const went = await version(other.slug);
    const merged = await join(other.slug, one.slug);
    expect(merged).toMatchObject({ errors: [], entity: { memberships: { totalCount: 1 } } });
    const then = await read(one.slug, "2024-10-21");
    expect(then.memberships.nodes).toMatchObject([{ country: { code: "KZ" }, from: "2019" }]);
    expect((await desk.undo(merged, went + 1)).errors).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test("what is said of a forum for every day is not told on a day before it was known", async () => {
    const [late, early] = [
      await made("Harbour Circle", { knownOn: "2025-06-01", founded: "2020" }),
      await made("Harbour Group", { knownOn: "2024-10-20" }),
    ];
    expect((await read(late.slug, "2025-01-01")) ?? null).toBeNull();
    // Its name would be told from the day of the other.
    const renamed = await join(early.slug, late.slug);
    expect(renamed.errors).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "fromId"] }]);
    expect(renamed.errors[0].message).toMatch(
      /2024-10-20.*2025-06-01.*too early: name, shortName, founded\..*other way round/,
    );
    // When it was founded is known from the later one alone, and holds for every day since.
    const founded = await join(late.slug, early.slug);
    expect(founded.errors[0].message).toMatch(
      /2025-06-01.*told from 2024-10-20: founded\..*updateForum/,
    );
    const said = { forumId: early.id, expectedVersion: 1, founded: "2020", ...SOURCE };
    expect((await sent("updateForum", said)).errors).toEqual([]);
    expect((await join(late.slug, early.slug)).errors).toEqual([]);
    expect(await read(late.slug, "2025-01-01")).toMatchObject({
      ...{ slug: early.slug, name: "Harbour Group", founded: "2020" },
    });
    // What is shipped, and of which nobody says when it was founded, was known on every day.
    const bare = { forumId: globalId("Forum", "astana-process"), founded: null, ...SOURCE };
    expect((await sent("updateForum", { ...bare, expectedVersion: 1 })).errors).toEqual([]);
    const shipped = await join("astana-process", (await made("Astana Format")).slug);
    expect(shipped.errors[0].message).toMatch(
      /known on every day,.*too early: name, shortName, kind\. Merge them the other/,
    );
  });

  test("memberships that contradict, and two sessions of one number, are refused with what to do", async () => {
    const [one, other] = [await made("Ring One"), await made("Ring Two")];
    await member(one.slug, { country: "KZ", role: "FULL", from: "2010" });
    await member(other.slug, { country: "KZ", role: "OBSERVER", from: "2012" });
    const refused = await join(other.slug, one.slug);
    expect(refused.errors).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "fromId"] }]);
    expect(refused.errors[0].message).toMatch(/kazakhstan.*observer from 2012.*updateMembership/i);

    const [here, there] = [await made("Ring Three"), await made("Ring Four")];
    // One that ends as the other begins follows it.
    await member(here.slug, { country: "KZ", role: "OBSERVER", from: "2010", to: "2012" });
    await member(there.slug, { country: "KZ", role: "FULL", from: "2012" });
    const session = (slug: string, expectedVersion: number, ordinal: number) =>
      sent("createSession", {
        ...{ forumId: globalId("Forum", slug), name: `${slug} ${ordinal}`, status: "EXPECTED" },
        ...{ ordinal, expectedVersion, ...SOURCE },
      });
    await session(here.slug, 2, 4);
    await session(there.slug, 2, 4);
    const numbered = await join(there.slug, here.slug);
    expect(numbered.errors[0].message).toMatch(/number 4.*updateSession/);
  });

  test("a chain answers at all its old names, and is undone from its end", async () => {
    const [a, b, c] = [await made("Chain A"), await made("Chain B"), await made("Chain C")];
    const first = await join(a.slug, b.slug);
    const second = await join(b.slug, c.slug);
    for (const slug of [a.slug, b.slug, c.slug]) expect((await read(slug)).slug).toBe(c.slug);
    expect((await desk.undo(first, 2)).errors).toMatchObject([{ path: ["input", "changeId"] }]);
    expect((await desk.undo(second, 3)).errors).toEqual([]);
    expect((await read(a.slug)).slug).toBe(b.slug);
    expect((await desk.undo(first, 2)).errors).toEqual([]);
    expect((await read(a.slug)).name).toBe("Chain A");
  });
});
