// The built client, as browsers and programs fetch it.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf, PAGE, smallApp } from "../../test/small.ts";
import { type World, world } from "../../test/world.ts";

let app: FastifyInstance;
let home: World;

beforeAll(async () => {
  home = await world("sqlite");
  app = await smallApp(home.storage);
});
afterAll(async () => {
  await app.close();
  await home.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url, headers });

describe("the client", () => {
  it("has a page that is always asked for anew, on every address it knows", async () => {
    for (const url of ["/", "/explore?lanes=RU", "/stories/ru-ir"]) {
      const response = await get(url, PAGE);
      expect(response.statusCode).toBe(200);
      expect(response.headers["cache-control"]).toBe("no-cache");
      expect(response.headers["content-security-policy"]).not.toMatch(/https?:|unsafe/);
    }
  });

  it("gives a room its own page where the build made one, and never by the file's name", async () => {
    expect((await get("/explore?known=2024-12-05", PAGE)).body).toContain("explore");
    expect((await get("/agreements/x", PAGE)).body).toContain("client");
    expect((await get("/explore.html", PAGE)).statusCode).toBe(404);
  });

  it("sends the copy that the build compressed, and gives it no address of its own", async () => {
    const packed = await get("/assets/late-3c4d.js", { "accept-encoding": "br" });
    expect([packed.headers["content-encoding"], packed.body]).toEqual(["br", "made by the build"]);
    expect((await get("/assets/late-3c4d.js.br", PAGE)).statusCode).toBe(404);
  });

  it("keeps assets for ever, and has no page in the place of a missing one", async () => {
    const response = await get("/assets/app-1a2b.js");
    expect(response.headers["cache-control"]).toContain("immutable");
    expect(response.headers["content-type"]).toContain("javascript");
    const missing = await get("/assets/app-0000.js", PAGE);
    expect([missing.statusCode, codesOf(missing)]).toEqual([404, ["NOT_FOUND"]]);
    expect(missing.headers["cache-control"]).toBe("no-store");
  });

  it("answers 304 to whoever has it, by a strong tag for each encoding", async () => {
    const url = "/assets/app-1a2b.js";
    const plain = await get(url);
    const squeezed = await get(url, { "accept-encoding": "br, gzip" });
    expect(squeezed.headers["content-encoding"]).toBe("br");
    expect(plain.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(squeezed.headers.etag).not.toBe(plain.headers.etag);
    const again = await get(url, { "if-none-match": `"other", ${plain.headers.etag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const other = await get(url, { "if-none-match": String(squeezed.headers.etag) });
    expect(other.statusCode).toBe(200);
  });

  it("says 404 for what is nowhere: a page to people, an error to programs", async () => {
    const people = await get("/nowhere", PAGE);
    expect([people.statusCode, people.body]).toEqual([404, expect.stringContaining("Not found")]);
    const program = await get("/nowhere", { accept: "application/json" });
    expect([program.statusCode, codesOf(program)]).toEqual([404, ["NOT_FOUND"]]);
    expect((await get("/robots.png", PAGE)).headers["content-type"]).toContain("json");
    expect((await app.inject({ method: "POST", url: "/nowhere" })).statusCode).toBe(404);
  });

  it("cannot be talked out of its folder", async () => {
    for (const url of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
    ]) {
      expect((await get(url)).statusCode).toBe(404);
    }
  });

  it("does not choke on an address that is not one", async () => {
    const response = await get("/%E0%A4%A");
    expect([response.statusCode, codesOf(response)]).toEqual([400, ["BAD_REQUEST"]]);
  });
});
