import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskOn } from "../../test/typed.ts";
import { PASSWORD } from "../../test/visitor.ts";
import { type World, world } from "../../test/world.ts";
import type { Tx } from "../storage/storage.ts";
import { authOver, firstLink, LINK_BYTES } from "./access.ts";
import { tokenCommands, userCommands } from "./command.ts";

describe("users from a terminal", () => {
  let home: World;
  const now = new Date();
  beforeAll(async () => {
    home = await world("sqlite");
  });
  afterAll(() => home.close());

  const desk = () => deskOn(home, () => now);
  const typed = (name: string, ...words: string[]) =>
    userCommands[name]?.run(words, desk()) ?? Promise.reject(new Error(`no command ${name}`));
  const typedToken = (name: string, ...words: string[]) => tokenCommands[name]?.run(words, desk());
  const auth = () => authOver({ storage: home.storage, clock: () => now });
  const LINK = /^https:\/\/entente\.example\/join\/([\w-]{43})$/;
  const tokenIn = (line: string) => LINK.exec(line)?.[1] ?? "";

  test("there are none at first, and how to invite one is said", async () => {
    expect(await typed("user list")).toContain("user add --email ADDRESS --role admin");
  });

  test.each([
    [["--email", "vera", "--role", "admin"], "not an e-mail address"],
    [["--email", "vera@example.org"], "must be viewer, editor or admin"],
    [["--email", "vera@example.org", "--role", "tsar"], "not “tsar”"],
    [["--email", "vera@example.org", "--role", "admin", "--name", ""], "A name needs 1 to 80"],
  ])("none is invited by %j", async (words, sentence) => {
    await expect(typed("user add", ...words)).rejects.toThrow(sentence);
    expect(await typed("user list")).toContain("There are no users");
  });

  test("one is invited by a link, and joins by it", async () => {
    const words = ["--email", "Vera@example.org", "--role", "ADMIN", "--name", "Vera"];
    const line = await typed("user add", ...words);
    expect(line).toMatch(LINK);
    expect(await typed("user list")).toBe("admin   vera@example.org  invited  Vera");
    const token = tokenIn(line);
    expect(await auth().look(token)).toMatchObject({ name: "Vera", role: "ADMIN" });
    await auth().join({ token, email: null, name: "Vera", password: PASSWORD });
    // Then nobody needs the first admin's link any more.
    const first = (tx: Tx) => firstLink(tx, now, new Uint8Array(LINK_BYTES));
    expect(await home.storage.write(first)).toBeNull();
    const today = now.toISOString().slice(0, 10);
    expect(await typed("user list")).toBe(`admin   vera@example.org  since ${today}  Vera`);
    await expect(typed("user add", ...words)).rejects.toThrow("is here already, as Vera");
  });

  test("the last admin is kept; another may go, and come back by a link", async () => {
    await expect(typed("user role", "vera@example.org", "editor")).rejects.toThrow("last admin");
    await expect(typed("user remove", "vera@example.org")).rejects.toThrow("last admin");
    await expect(typed("user role", "omid@example.org", "editor")).rejects.toThrow("`user list`");
    const line = await typed("user add", "--email", "omid@example.org", "--role", "viewer");
    const given = { token: tokenIn(line), email: null, name: "Omid", password: PASSWORD };
    await auth().join(given);
    expect(await typed("user role", "omid@example.org", "admin")).toBe(
      "omid@example.org is admin now.",
    );
    await typed("user remove", "omid@example.org");
    expect(await typed("user list")).toContain("admin   omid@example.org  out since");
    await expect(auth().signIn("omid@example.org", PASSWORD, null)).rejects.toThrow("is wrong");
    const link = await typed("user link", "omid@example.org");
    await auth().join({ ...given, token: tokenIn(link), password: "another one, much longer" });
    expect(await typed("user list")).not.toContain("out since");
  });

  test("nobody takes the name of a token that is nobody's: the history would not tell them apart", async () => {
    await typedToken("token create", "--role", "editor", "--name", "News desk");
    const words = ["--email", "desk@example.org", "--role", "viewer"];
    await expect(typed("user add", ...words, "--name", "news DESK")).rejects.toThrow(
      "“news DESK” already",
    );
    const token = tokenIn(await typed("user add", ...words));
    const given = { token, email: null, name: "News desk", password: PASSWORD };
    await expect(auth().join(given)).rejects.toThrow("“News desk” already");
    await typed("user remove", "desk@example.org");
  });

  test("whoever has not joined is removed altogether", async () => {
    const line = await typed("user add", "--email", "ali@example.org", "--role", "viewer");
    await typed("user remove", "ali@example.org");
    expect(await typed("user list")).not.toContain("ali@");
    await expect(auth().look(tokenIn(line))).rejects.toThrow("does not work");
  });
});
