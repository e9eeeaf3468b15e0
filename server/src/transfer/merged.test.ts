// Copies of data in which two records became one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, NOW, shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { rowsOf } from "../../test/merging.ts";
import { engines, type World, world } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { verify } from "../history/verify.ts";
import { dayOf } from "../when/day.ts";
import { loadDump } from "./copy.ts";
import { dump } from "./dump.ts";

const plain = (
  name: string,
  type: string,
) => `mutation ($input: ${type}!) { ${name}(input: $input) {
  entity { id slug version } change { id } errors { __typename ... on UserError { message } } } }`;
const STALE = "... on StaleVersionError { currentVersion }";
const SEND = {
  mergeLeaders: mutation("mergeLeaders", "slug version"),
  mergeForums: mutation("mergeForums", "slug version"),
  mergeEvents: mutation("mergeEvents", "slug version"),
  mergeSources: mutation("mergeSources", "slug version").replace(
    /\.\.\. on StaleVersionError.*?\} \}/,
    STALE.replace("Version", "Source"),
  ),
  createLeader: mutation("createLeader", "id slug version"),
  createForum: mutation("createForum", "id slug version"),
  createSource: plain("createSource", "CreateSourceInput"),
  recordEvent: plain("recordEvent", "RecordEventInput"),
  undoChange: mutation("undoChange", "slug version"),
};

describe.each(engines)("a copy of what was merged, from %s", (engine) => {
  let home: World;
  let desk: Correcting;
  const gone: Record<string, string> = {};
  const folder = mkdtempSync(join(tmpdir(), "entente-merged-"));
  const clock = () => new Date(NOW);
  const source = { publisher: "TASS", publishedOn: "2024-12-04" };

  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
    const ids = { Leader: "vladimir-putin", Forum: "brics" } as Record<string, string>;
    const made = async (name: keyof typeof SEND, input: object) => {
      const { entity, errors } = await desk.sent(name, { note: "n", ...input });
      expect(errors).toEqual([]);
      return entity;
    };
    const call = (title: string) => ({
      ...{ title, kind: "CALL", level: "LEADERS", status: "HELD", when: "2024-12-03", source },
      participants: [{ role: "PARTICIPANT", leader: "xi-jinping" }],
    });
    const two = {
      Leader: await made("createLeader", { name: "V. V. Putin", source }),
      Forum: await made("createForum", {
        name: "BRIC",
        shortName: "BRIC",
        kind: "ORGANISATION",
        source,
      }),
      Source: await made("createSource", { publisher: "ITAR-TASS", url: "https://tass.example/1" }),
      Event: await made("recordEvent", { ...call("Call by Xi"), knownOn: "2024-12-10" }),
    };
    ids.Source = (await made("createSource", { publisher: "TASS, Moscow" })).slug;
    const late = { ...call("Xi makes a call"), source: null, sourceId: two.Source.id };
    ids.Event = (await made("recordEvent", { ...late, knownOn: "2024-12-04" })).slug;
    for (const [type, { id, slug }] of Object.entries(two)) {
      gone[type] = slug;
      const merge = `merge${type}s` as keyof typeof SEND;
      await made(merge, {
        ...{ fromId: id, intoId: globalId(type, ids[type] as string) },
        ...{ expectedFromVersion: 1, expectedVersion: 1 },
      });
    }
  }, 90_000);
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true });
  });

  const slugs = `leader(slug: "v-v-putin") { slug } forum(slug: "bric") { slug }`;
  const question = () => `{ ${slugs}
    event(slug: "${gone.Event}") { slug sourceCount reports { nodes { id knownOn source { slug } } } }
    source(slug: "${gone.Source}") { slug reports { totalCount } }
    search(text: "call by xi") { nodes { ... on Node { id } } } }`;

  it("answers at the old names as the data does, holds the same rows, and its chain holds", async () => {
    const at = join(folder, "whole");
    await dump(home.storage, at, { clock });
    const copy = await world(engine);
    await loadDump(copy.storage, at);
    expect(await rowsOf(copy)).toEqual(await rowsOf(home));
    const answer = await ask(home.storage, question());
    expect(answer).toMatchObject({ leader: { slug: "vladimir-putin" }, forum: { slug: "brics" } });
    expect(answer.event.reports.nodes).toHaveLength(2);
    expect(await ask(copy.storage, question())).toEqual(answer);
    expect(await copy.storage.read((tx) => verify(tx))).toMatchObject({ fault: null });
    await copy.close();
  });

  it("as of a day tells of the one what was known of both by then, and nothing of what went", async () => {
    const day = "2024-12-06";
    const at = join(folder, "then");
    await dump(home.storage, at, { clock, asOf: dayOf(day) });
    const copy = await world(engine);
    await loadDump(copy.storage, at);
    const events = `events(filter: { text: "xi" }, first: 100, asOf: "${day}") { totalCount nodes { slug
      participants { leader { slug } } reports { nodes { id source { slug } } } } }`;
    const then = `{ ${events} forums(first: 100, asOf: "${day}") { nodes { slug } }
      sources(first: 100, asOf: "${day}") { totalCount } }`;
    const answer = await ask(home.storage, then);
    expect(await ask(copy.storage, then)).toEqual(answer);
    const one = answer.events.nodes.find((each: { slug: string }) => /xi/.test(each.slug));
    expect(one.reports.nodes).toHaveLength(1);
    await copy.close();
  });
});
