import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { runCommand } from "../../test/program.ts";
import type { World } from "../../test/world.ts";
import { LIMITS } from "../limits.ts";
import { Progress } from "./progress.ts";

let home: World;
let folder: string;
beforeAll(async () => {
  home = await shippedWorld("sqlite");
  folder = await mkdtemp(join(tmpdir(), "entente-import-"));
}, 60_000);
afterAll(async () => {
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

const entente = (...words: string[]) => runCommand(home.url, "import", ...words);
const file = async (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const changes = () => home.storage.read(({ db, tables }) => db.$count(tables.change));
const HEAD = "event,title,kind,level,status,when,participants,publisher,published_on";
const row = (nth: number, who = "xi-jinping") =>
  `talk-${nth},Talk ${nth},TALKS,OFFICIALS,HELD,2020-01-02,PARTICIPANT ${who} | PARTICIPANT RU,TASS,2020-01-03`;

test("a dry run prints the difference and writes nothing; then it comes in, and a second time changes nothing", async () => {
  const events = new URL("../../../docs/templates/events.csv", import.meta.url);
  const path = await file("events.csv", await readFile(events));
  const before = await changes();
  const dry = await entente(path, "--dry-run");
  expect([dry.code, dry.err]).toEqual([0, ""]);
  expect(dry.out).toBe(
    [
      "+ line 2: xi-visit-tehran-2026 (Xi Jinping to visit Tehran), EXPECTED",
      "~ line 3: xi-visit-tehran-2026 (Xi Jinping to visit Tehran), EXPECTED to SCHEDULED",
      "+ line 4: xi-and-putin-speak-by-telephone-2026 (Xi and Putin speak by telephone), HELD",
      "A dry run: 2 new, 1 changed, 0 unchanged, 0 bad. Nothing was written.",
      "",
    ].join("\n"),
  );
  expect(await changes()).toBe(before);
  expect((await entente(path)).out).toContain(
    "2 new, 1 changed, 0 unchanged, 0 bad. Recorded as change",
  );
  expect(await changes()).toBe(before + 1);
  expect((await entente(path)).out).toBe("0 new, 0 changed, 3 unchanged, 0 bad.\n");
  expect(await changes()).toBe(before + 1);
}, 60_000);

test("bad rows keep the good ones out, with exit code 1, unless the good ones are asked for", async () => {
  const path = await file("some.txt", [HEAD, row(1), row(2, "xi-jinpng")].join("\r\n"));
  const before = await changes();
  const refused = await entente(path, "--format", "csv");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("! line 3, participants: There is no leader");
  expect(refused.err).toContain("1 bad. Nothing was imported.");
  expect(await changes()).toBe(before);
  const good = await entente(path, "--format", "csv", "--good-rows", "--note", "What is good.");
  expect([good.code, good.err]).toEqual([0, ""]);
  expect(await changes()).toBe(before + 1);
}, 60_000);

test.each([
  [
    "latin.csv",
    Buffer.from(`${HEAD}\n,T\xfcrkiye`, "latin1"),
    "(from line 2 on): it looks like Windows-1252",
  ],
  ["wide.csv", Buffer.from("\ufeffevent,status", "utf16le"), "UTF-16"],
  ["book.csv", Buffer.from("PK\u0003\u0004"), "workbook"],
  ["book.xlsx", "", "--format csv or --format json"],
])(
  "refuses %s with advice",
  async (name, bytes, why) => {
    const { code, err } = await entente(await file(name, bytes));
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
  },
  60_000,
);

test("takes more rows than a request may have", async () => {
  const count = LIMITS.importRows.token + 1;
  const path = await file("many.csv", `event,status${"\nx,NONE".repeat(count)}`);
  const { code, err } = await entente(path);
  expect([code, err]).toEqual([1, expect.stringContaining(`0 unchanged, ${count} bad.`)]);
}, 60_000);

test("refuses a file that is not there", async () => {
  const { code, err } = await entente(join(folder, "none.csv"));
  expect([code, err]).toEqual([1, expect.stringContaining("There is no file")]);
}, 60_000);

test("a bar shows how far a long file is read, in a terminal only", async () => {
  const shown = async (isTTY: boolean) => {
    const written: string[] = [];
    const to = { isTTY, write: (text: string) => written.push(text) > 0 };
    const progress = new Progress(400_000, to as never);
    const part = new Uint8Array(200_000);
    for await (const _ of progress.following(
      (async function* () {
        yield part;
        yield part;
      })(),
    ));
    progress.end();
    return written;
  };
  expect((await shown(true)).map((text) => text.slice(-5))).toEqual([
    " 50 %",
    "100 %",
    expect.anything(),
  ]);
  expect(await shown(false)).toEqual([]);
});
