// The description of the files: valid by another program's judgement, and true of what the files hold.
import { validate } from "@readme/openapi-parser";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { FILES } from "../feeds/feeds.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

let home: World;
let app: FastifyInstance;
// biome-ignore lint/suspicious/noExplicitAny: the parser judges its shape.
let description: any;

beforeAll(async () => {
  home = await shippedWorld("sqlite");
  app = await buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "silent", publicUrl: "https://entente.example" },
    clock: () => new Date(NOW),
  });
  description = (await app.inject("/openapi.json")).json();
});
afterAll(async () => {
  await app.close();
  await home.close();
});

describe("/openapi.json", () => {
  it("is valid OpenAPI 3.1", async () => {
    expect(description.openapi).toBe("3.1.0");
    expect(await validate(structuredClone(description))).toMatchObject({ valid: true });
    const broken = structuredClone(description);
    delete broken.paths["/events.json"].get.responses;
    broken.paths["/events.json"].get.parameters[0].in = "nowhere";
    expect((await validate(broken)).valid).toBe(false);
  });

  it("has every file, and no other", () => {
    expect(Object.keys(description.paths)).toEqual(FILES.map(({ path }) => path));
    expect(description.servers).toEqual([{ url: "https://entente.example" }]);
  });

  it.each(["events", "agreements", "leaders", "countries"])(
    "is true of every item of /%s.json, now and as of a day",
    async (view) => {
      const ajv = new Ajv2020.default({ strict: false, allErrors: true });
      addFormats.default(ajv);
      ajv.addSchema({ $id: "https://entente.example/", ...description });
      const at = `/paths/~1${view}.json/get/responses/200/content/application~1json/schema`;
      const holds = ajv.getSchema(`https://entente.example/#${at}`);
      for (const asOf of ["", "?asOf=2024-12-05"]) {
        const answer = (await app.inject(`/${view}.json${asOf}`)).json();
        expect(answer.items.length).toBeGreaterThan(10);
        holds?.(answer);
        expect(holds?.errors).toBeNull();
        // Nothing stands in an item that is not described.
        const name = description.components.schemas;
        const item = Object.keys(name).find((each) =>
          view.startsWith(each.toLowerCase().slice(0, 5)),
        );
        expect(Object.keys(answer.items[0]).sort()).toEqual(
          Object.keys(name[item ?? ""].properties).sort(),
        );
        expect(holds?.({ ...answer, items: [{ ...answer.items[0], slug: 7 }] })).toBe(false);
      }
    },
  );

  it("lists for each parameter what is taken: each word of it answers 200", async () => {
    for (const [path, { get }] of Object.entries<Operation>(description.paths)) {
      for (const { name, schema: shape } of get.parameters) {
        for (const word of shape.items?.enum ?? []) {
          expect((await app.inject(`${path}?${name}=${word}&first=1`)).statusCode).toBe(200);
        }
        if (shape.maximum) {
          expect((await app.inject(`${path}?first=${shape.maximum + 1}`)).statusCode).toBe(400);
        }
      }
    }
  }, 60_000);

  it("may be kept, by its tag", async () => {
    const { headers } = await app.inject("/openapi.json");
    const again = await app.inject({
      url: "/openapi.json",
      headers: { "if-none-match": String(headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

interface Operation {
  get: {
    parameters: { name: string; schema: { items?: { enum?: string[] }; maximum?: number } }[];
  };
}
