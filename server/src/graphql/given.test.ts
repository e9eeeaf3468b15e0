import { describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import { editing } from "../../test/editing.ts";
import type { World } from "../../test/world.ts";
import { checkGiven } from "./given.ts";
import { cursorOf, INT, TEXT } from "./page.ts";

describe("text that comes in", () => {
  it("may hold anything but U+0000, and is told where it does", () => {
    expect(() =>
      checkGiven({ filter: { countries: ["IR", "\ud800 👍 ' \u0001"] }, first: 3, asOf: null }),
    ).not.toThrow();
    const given = { filter: { or: [{ text: "a" }, { text: "b\0" }] } };
    expect(() => checkGiven(given)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", inputPath: ["filter", "or", "1", "text"] }),
    );
  });
});

describe("a list that comes in", () => {
  it("may have a hundred entries, wherever it stands, and is told when it has more", () => {
    const given = (count: number) => ({ filter: { or: [{ countries: Array(count).fill("IR") }] } });
    expect(() => checkGiven(given(100))).not.toThrow();
    expect(() => checkGiven(given(101))).toThrow(
      expect.objectContaining({
        code: "INVALID_INPUT",
        inputPath: ["filter", "or", "0", "countries"],
        message: expect.stringMatching(
          /^`countries` names 101; at most 100 are allowed\. Name fewer/,
        ),
      }),
    );
    expect(() => checkGiven(Array(101).fill("a"), ["ids"])).toThrow(/^`ids` names 101/);
  });
});

describe.each(engines)("U+0000 on %s", (engine) => {
  it.each([
    `{ forum(slug: "a\\u0000") { slug } }`,
    `{ events(filter: { not: { text: "a\\u0000" } }) { totalCount } }`,
    `{ nodes(ids: ["${Buffer.from("Event:a\0").toString("base64url")}"]) { id } }`,
    `{ leaders(after: "${cursorOf(["a\0", "b"], { of: "Query.leaders", parts: [TEXT, TEXT] })}") { totalCount } }`,
    `{ forum(slug: "brics") { sessions(after: "${cursorOf([1, "b\0"], { of: "Forum.sessions", parts: [INT, TEXT] })}") { totalCount } } }`,
  ])("is refused in %s", async (query) => {
    const home: World = await shippedWorld(engine);
    await expect(ask(home.storage, query)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await home.close();
  });
});

it("a list that is too long is refused in a write as it is in a query, once somebody may write at all", async () => {
  const home = await shippedWorld("sqlite");
  const { send } = await editing(home);
  const write = `mutation ($topics: [String!]) { recordEvent(input: { title: "x", kind: VISIT, level: LEADERS, status: EXPECTED,
    participants: [], note: "x", topics: $topics }) { errors { __typename } } }`;
  const sent = async (count: number, role: "EDITOR" | null) => {
    const { errors } = await send(write, { topics: Array(count).fill("trade") }, role);
    return errors?.map(({ message }: { message: string }) => message).join();
  };
  expect(await sent(100, "EDITOR")).toBeUndefined();
  expect(await sent(101, "EDITOR")).toMatch(/^`topics` names 101; at most 100 are allowed\./);
  expect(await sent(101, null)).toContain("needs the role editor");
  await home.close();
});
