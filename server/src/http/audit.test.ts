import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { buildSchema } from "graphql";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type World, world } from "../../test/world.ts";
import { buildApp } from "./app.ts";

let app: FastifyInstance;
let home: World;
let url = "";

beforeAll(async () => {
  home = await world("sqlite");
  app = await buildApp({
    schema: buildSchema("type Query { hello: String }"),
    storage: home.storage,
    config: { logLevel: "silent" },
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
});

afterAll(async () => {
  await app.close();
  await home.close();
});

describe("GraphQL over HTTP", () => {
  // The address is known only once the server listens; the audits ask for it when they run.
  const audits = serverAudits({ url: () => url, fetchFn: fetch });

  it("is asked after in all the ways there are", () => {
    expect(new Set(audits.map((audit) => audit.id)).size).toBe(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    "%s: %s",
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect("reason" in result ? result.reason : "").toBe("");
      expect(result.status).toBe("ok");
    },
  );
});
