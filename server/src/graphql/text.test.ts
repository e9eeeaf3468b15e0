import { describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { cursorOf, INT, TEXT } from "./page.ts";
import { checkText } from "./text.ts";

describe("text that comes in", () => {
  it("may hold anything but U+0000, and is told where it does", () => {
    expect(() =>
      checkText({ filter: { countries: ["IR", "\ud800 👍 ' \u0001"] }, first: 3, asOf: null }),
    ).not.toThrow();
    const given = { filter: { or: [{ text: "a" }, { text: "b\0" }] } };
    expect(() => checkText(given)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", inputPath: ["filter", "or", "1", "text"] }),
    );
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
