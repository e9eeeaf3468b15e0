import { createHash } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, NOW, shippedWorld } from "../../test/ask.ts";
import { runCommand } from "../../test/program.ts";
import { engines, type World, world } from "../../test/world.ts";
import { recordChange } from "../history/history.ts";
import { verify } from "../history/verify.ts";
import { openStorage } from "../storage/open.ts";
import type { Engine } from "../storage/storage.ts";
import { COPIED } from "./copied.ts";
import { loadDump } from "./copy.ts";
import { dump } from "./dump.ts";
import { DATABASE, MANIFEST, type Manifest, textOf } from "./manifest.ts";
import { printOf } from "./sheet.ts";

const clock = () => new Date(NOW);

let folder: string;
const worlds: World[] = [];
const at = (...names: string[]) => join(folder, ...names);
const kept = async (home: Promise<World>) => {
  worlds.push(await home);
  return home;
};
const empty = (engine: Engine) => kept(world(engine));
const full = (engine: Engine) => kept(shippedWorld(engine));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-dumps-"));
});
afterEach(async () => {
  for (const home of worlds.splice(0)) await home.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What stands in the tables that no file holds. */
const folded = ({ storage }: World) =>
  storage.read(async ({ db, tables }) => ({
    events: await db
      .select()
      .from(tables.eventState)
      .orderBy(tables.eventState.eventId, tables.eventState.knownFrom),
    agreements: await db
      .select()
      .from(tables.agreementState)
      .orderBy(tables.agreementState.agreementId, tables.agreementState.knownFrom),
    entries: await db.select().from(tables.searchEntry).orderBy(tables.searchEntry.key),
  }));

const bytesIn = (name: string) =>
  Object.fromEntries(
    readdirSync(at(name))
      .sort()
      .map((file) => [file, readFileSync(at(name, file)).toString("base64")]),
  );

/** An edit by hand, with everything that an edit leaves behind. */
const edit = ({ storage }: World) =>
  storage.write(async (tx) => {
    await tx.db.insert(tx.tables.topic).values({ id: "added", name: "Added “by hand”\n\u2028" });
    // So that there is something that stood before.
    await tx.db.update(tx.tables.source).set({ stateMedia: true });
    await recordChange(tx, {
      at: NOW,
      by: "hand",
      action: "createTopic",
      entityType: "Event",
      entityId: "added",
      version: 1,
      note: null,
      reportId: null,
      before: null,
      after: { z: 1, a: [null, 0.5] },
    });
  });

describe.each([
  ["sqlite", "postgres", "sqlite"],
  ["postgres", "sqlite", "postgres"],
] as [Engine, Engine, Engine][])("a dump, from %s to %s to %s", (first, second, third) => {
  it("is the same byte for byte, and all that is folded from it too", async () => {
    const homes = [await full(first), await empty(second), await empty(third)] as const;
    await edit(homes[0]);
    await dump(homes[0].storage, at("0"), { clock });
    for (const [index, name] of [
      [1, "0"],
      [2, "1"],
    ] as const) {
      await loadDump(homes[index].storage, at(name));
      await dump(homes[index].storage, at(String(index)), { clock });
    }
    const prints = await Promise.all(["0", "1", "2"].map((name) => printOf(at(name, MANIFEST))));
    const lines = prints.map((print, index) => `${[first, second, third][index]} ${print}\n`);
    process.stdout.write(lines.join(""));
    expect(new Set(prints).size).toBe(1);
    for (const { storage } of homes) {
      expect(await storage.read((tx) => verify(tx))).toMatchObject({ changes: 2, fault: null });
    }
    expect(bytesIn("1")).toEqual(bytesIn("0"));
    expect(bytesIn("2")).toEqual(bytesIn("0"));
    const states = await folded(homes[0]);
    expect(states.events.length).toBeGreaterThan(150);
    expect(await folded(homes[1])).toEqual(states);
    expect(await folded(homes[2])).toEqual(states);
  }, 120_000);
});

describe.each(engines)("a dump on %s", (engine) => {
  it("holds every public row and no secret, and says what it is", async () => {
    const home = await full(engine);
    await home.storage.write(async ({ db, tables }) => {
      const secret = { id: "t", name: "secret-name", role: "ADMIN", hash: "secret-hash" } as const;
      await db.insert(tables.token).values({ ...secret, prefix: "ent_", createdAt: NOW });
      const sent = { actor: "a", key: "secret-key", inputHash: "h", outcome: {}, at: NOW };
      await db.insert(tables.idempotency).values(sent);
    });
    const { licence, revision, recordedAt, asOf, files } = await dump(home.storage, at("d"), {
      clock,
    });
    expect({ licence, revision, recordedAt, asOf }).toEqual({
      licence: "CC-BY-4.0",
      revision: 1,
      recordedAt: NOW,
      asOf: null,
    });
    expect(files).toHaveLength(COPIED.length + 1);
    expect(readdirSync(at("d")).sort()).toEqual(
      [...files.map(({ name }) => name), MANIFEST].sort(),
    );
    for (const { name } of files) {
      expect([name, readFileSync(at("d", name)).includes("secret-")]).toEqual([name, false]);
    }
    // The database stands on its own: it answers what the one it was made from does.
    const question = `{ events(first: 100) { totalCount nodes { slug status when { text } } } search(text: "Пезешкиан", first: 3) { nodes { __typename id } } }`;
    const alone = await openStorage(`file:${at("d", DATABASE)}`);
    expect(await ask(alone, question)).toEqual(await ask(home.storage, question));
    await alone.close();
  }, 60_000);

  it("is loaded from its database alone, too", async () => {
    const home = await full(engine);
    await dump(home.storage, at("d"), { clock });
    const other = await empty(engine);
    await loadDump(other.storage, at("d", DATABASE));
    await dump(other.storage, at("e"), { clock });
    expect(bytesIn("e")).toEqual(bytesIn("d"));
  }, 60_000);

  it("takes nobody's place: a database that holds a row refuses it, and so does a folder that is there", async () => {
    const home = await full(engine);
    await dump(home.storage, at("d"), { clock });
    const other = await empty(engine);
    await edit(other);
    await expect(loadDump(other.storage, at("d"))).rejects.toThrow(
      "The database holds data already (a row of topic). A dump goes into an empty one",
    );
    await expect(dump(home.storage, at("d"), { clock })).rejects.toThrow(
      "add --force to replace it",
    );
    await dump(other.storage, at("d"), { clock, force: true });
    expect(readdirSync(folder)).toEqual(["d"]);
    expect(readFileSync(at("d", "topic.jsonl"), "utf8")).toBe(
      '{"id":"added","name":"Added “by hand”\\n\u2028"}\n',
    );
  }, 60_000);

  it("leaves nothing of itself when a row breaks a rule", async () => {
    const home = await full(engine);
    const manifest = await dump(home.storage, at("d"), { clock });
    // Whole by its fingerprints, and yet wrong: a report on an event that is not there.
    rewrite(manifest, "report.jsonl", (text) => text.replace(/"eventId":"[^"]+"/, '"eventId":"x"'));
    const other = await empty(engine);
    await expect(loadDump(other.storage, at("d"))).rejects.toThrow("foreign-key");
    rewrite(manifest, "report.jsonl", (text) => text.replace('"claimant"', '"klaimant"'));
    await expect(loadDump(other.storage, at("d"))).rejects.toThrow(/Line 1 of .* has “klaimant”/);
    for (const name of COPIED) {
      expect(await other.storage.read((tx) => tx.db.$count(tx.tables[name]))).toBe(0);
    }
  }, 60_000);
});

/** Changes a file of the dump and its manifest, so that they agree again. */
function rewrite(manifest: Manifest, name: string, change: (text: string) => string): void {
  const text = change(readFileSync(at("d", name), "utf8"));
  writeFileSync(at("d", name), text);
  reseal(manifest, name, Buffer.from(text));
}

function reseal(manifest: Manifest, name: string, bytes: Buffer): void {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const files = manifest.files.map((entry) =>
    entry.name === name ? { ...entry, bytes: bytes.length, sha256 } : entry,
  );
  writeFileSync(at("d", MANIFEST), textOf({ ...manifest, files }));
}

describe("a dump that will not do", () => {
  let manifest: Manifest;
  let other: World;
  beforeEach(async () => {
    const home = await full("sqlite");
    manifest = await dump(home.storage, at("d"), { clock });
    other = await empty("sqlite");
  });
  const loading = (name = "d") => loadDump(other.storage, at(name));

  it("is refused when it is cut off, changed by a bit, or lacks a file", async () => {
    const file = at("d", "report.jsonl");
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 1);
    await expect(loading()).rejects.toThrow(/damaged: report.jsonl has \d+ bytes instead of/);
    const flipped = Buffer.from(whole);
    flipped[1000] = (flipped[1000] ?? 0) ^ 1;
    writeFileSync(file, flipped);
    await expect(loading()).rejects.toThrow("report.jsonl has other contents");
    rmSync(file);
    await expect(loading()).rejects.toThrow("report.jsonl is missing");
    writeFileSync(file, whole);
    await loading();
  });

  it("is refused when its manifest is not as it was written, or there is none", async () => {
    const file = at("d", MANIFEST);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("CC-BY-4.0", "CC0-1.0"));
    await expect(loading()).rejects.toThrow("its manifest is not as it was written");
    writeFileSync(file, text.slice(0, -20));
    await expect(loading()).rejects.toThrow("its manifest cannot be read");
    rmSync(file);
    await expect(loading()).rejects.toThrow("it has no manifest.json");
    await expect(loading("nowhere")).rejects.toThrow("There is no ");
  });

  it("is refused when a newer program made it", async () => {
    const newer = { ...manifest, schema: [...manifest.schema, "0999_later"] as [string] };
    writeFileSync(at("d", MANIFEST), textOf(newer));
    await expect(loading()).rejects.toThrow(
      "newer version of this program (it has the tables of “0999_later”)",
    );
    writeFileSync(at("d", MANIFEST), textOf({ ...manifest, formatVersion: 2 }));
    await expect(loading()).rejects.toThrow("newer version of this program. Load it");
  });

  it("is loaded when an older program made it, unless it lacks what every row has since", async () => {
    const schema = manifest.schema.slice(0, 1) as [string];
    const files = manifest.files.filter(({ name }) => name !== "past_row.jsonl");
    rmSync(at("d", "past_row.jsonl"));
    const older = { ...manifest, schema, files };
    const places = readFileSync(at("d", "place.jsonl"));
    rewrite(older, "place.jsonl", (text) => text.replaceAll(/,"note":(null|"[^"]*")/g, ""));
    await loading();
    expect(await other.storage.read((tx) => tx.db.$count(tx.tables.report))).toBeGreaterThan(100);
    // Its changes came without hashes, and get them.
    other = await empty("sqlite");
    writeFileSync(at("d", "place.jsonl"), places);
    const changes = readFileSync(at("d", "change.jsonl"));
    rewrite(older, "change.jsonl", (text) =>
      text.replaceAll(/,"(lastReport|reportsHash|prevHash|hash)":(null|\d+|"\w+")/g, ""),
    );
    await loading();
    expect(await other.storage.read((tx) => verify(tx))).toMatchObject({ changes: 1, fault: null });
    other = await empty("sqlite");
    writeFileSync(at("d", "change.jsonl"), changes);
    rewrite(older, "leader.jsonl", (text) => text.replaceAll(/,"alsoKnownAs":\[[^\]]*\]/g, ""));
    await expect(loading()).rejects.toThrow(
      /Line 1 of .*leader.jsonl lacks “alsoKnownAs”, which every leader has since/,
    );
  });

  it("is refused as a database alone when it is cut off, overwritten, edited, or no dump", async () => {
    const file = at("d", DATABASE);
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 8192);
    await expect(loading(`d/${DATABASE}`)).rejects.toThrow("damaged");
    const overwritten = Buffer.from(whole);
    overwritten.fill(0x55, 4096 * 20, 4096 * 21);
    writeFileSync(file, overwritten);
    await expect(loading(`d/${DATABASE}`)).rejects.toThrow("damaged");
    writeFileSync(file, whole);
    const storage = await openStorage(`file:${file}`);
    await storage.write(({ db, tables }) => db.update(tables.forum).set({ name: "X" }));
    await storage.close();
    await expect(loading(`d/${DATABASE}`)).rejects.toThrow(
      "its rows are not those that were dumped",
    );
    await expect(loadDump(other.storage, other.url.slice("file:".length))).rejects.toThrow(
      "none that `entente dump` made",
    );
    writeFileSync(at("text"), "no database, by any means");
    await expect(loading("text")).rejects.toThrow("is not a database");
  });
});

describe("the commands", () => {
  it("dump, and load what was dumped, with one sentence each", async () => {
    const home = await full("sqlite");
    const other = await empty("sqlite");
    const dumped = await runCommand(home.url, "dump", at("d"));
    expect(dumped).toMatchObject({ code: 0, err: "" });
    expect(dumped.out).toMatch(/d holds \d+ rows, revision 1\.\n$/);
    expect(await runCommand(home.url, "load", at("d"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("holds data already"),
    });
    expect(await runCommand(other.url, "load", at("d"))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The database holds \d+ rows, revision 1\.\n$/),
    });
    // A start finds its data set there, and loads no other over it.
    expect(await runCommand(other.url, "load")).toMatchObject({
      out: expect.stringContaining("nothing changed"),
    });
  }, 60_000);
});
