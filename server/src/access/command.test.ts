import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskOn } from "../../test/typed.ts";
import { type World, world } from "../../test/world.ts";
import { tokenCommands, userCommands } from "./command.ts";
import { insertUser } from "./people.ts";

describe("tokens from a terminal", () => {
  let home: World;
  let now = "2026-01-05T08:00:00.000Z";
  beforeAll(async () => {
    home = await world("sqlite");
  });
  afterAll(() => home.close());

  const desk = () => deskOn(home, () => new Date(now));
  /** What a command prints. */
  const typed = (name: string, ...words: string[]) =>
    tokenCommands[name]?.run(words, desk()) ?? Promise.reject(new Error(`no command ${name}`));
  const tokens = () => home.storage.read((tx) => tx.db.$count(tx.tables.token));

  test("there are none at first, and how to make one is said", async () => {
    expect(await typed("token list")).toContain("token create --role editor");
  });

  test.each([
    [["--name", "Vera"], "The role must be viewer, editor or admin."],
    [["--role", "tsar", "--name", "Vera"], "not “tsar”"],
    [["--role", "editor"], "needs a name"],
    [["--role", "editor", "--name", " "], "needs a name"],
    [["--role", "editor", "--name", "Vera\nadmin"], "in one line"],
    [["--role", "editor", "--name", "Vera", "--days", "0"], "from 1 to 36500, not “0”"],
    [["--role", "editor", "--name", "Vera", "--days", "1e3"], "from 1 to 36500"],
    [["--role", "editor", "--name", "Vera", "--days", "99999999999"], "from 1 to 36500"],
    [["--role", "editor", "--name", "Vera", "Ivanova"], "“Ivanova” is one word too many"],
    [["--rolle", "editor"], "Unknown option '--rolle'."],
  ])("none is made of %j", async (words, sentence) => {
    await expect(typed("token create", ...words)).rejects.toThrow(sentence);
    expect(await tokens()).toBe(0);
  });

  test("one is printed once and never listed; the list says when each ends", async () => {
    const vera = await typed("token create", "--role", "EDITOR", "--name", "Vera");
    now = "2026-01-05T09:00:00.000Z";
    await typed("token create", "--role=viewer", "--name=Omid", "--days=2");
    expect(vera).toMatch(/^ent_[0-9A-Za-z]{36}$/);
    const list = await typed("token list");
    expect(list).not.toContain(vera);
    expect(list.split("\n").map((line) => line.slice(18))).toEqual([
      expect.stringMatching(/^viewer {2}ent_\w{4}… {2}2026-01-05 {2}until 2026-01-07 {2}Omid$/),
      `editor  ${vera.slice(0, 8)}…  2026-01-05  does not end  Vera`,
    ]);
    now = "2026-01-08T08:00:00.000Z";
    expect(await typed("token list")).toContain("ended 2026-01-07  Omid");
  });

  test("none takes the name of a user, whose hand it would be in the history; nor a user that of a token", async () => {
    await home.storage.write((tx) =>
      insertUser(tx, {
        ...{ id: "u1", email: "leila@example.org", role: "EDITOR", name: "Leila Asadi" },
        at: "2026-01-05T08:00:00.000Z",
      }),
    );
    const before = await tokens();
    await expect(
      typed("token create", "--role", "editor", "--name", " leila ASADI"),
    ).rejects.toThrow("“leila ASADI” is a user here");
    expect(await tokens()).toBe(before);
    await expect(
      userCommands["user add"]?.run(
        ["--email", "omid@example.org", "--role", "editor", "--name", "omid"],
        desk(),
      ),
    ).rejects.toThrow("or a token, is called “omid” already");
  });

  test("one is revoked once, and stays revoked since then", async () => {
    const list = await typed("token list");
    const id = list.slice(0, list.indexOf(" "));
    expect(await typed("token revoke", id)).toBe(`Token ${id} is revoked.`);
    now = "2026-02-01T08:00:00.000Z";
    await typed("token revoke", id);
    expect(await typed("token list")).toContain("revoked 2026-01-08");
    await expect(typed("token revoke", "nobody")).rejects.toThrow("no token with the id “nobody”");
    await expect(typed("token revoke")).rejects.toThrow("is missing");
  });
});
