// What is done about whoever tries passwords.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joined, PASSWORD, Visitor } from "../../test/visitor.ts";
import { type World, world } from "../../test/world.ts";
import { limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

describe("trying to come in", () => {
  let home: World;
  let app: FastifyInstance;
  let address: string;
  let later = 0;
  beforeAll(async () => {
    home = await world("sqlite");
    const limits = limitsWith({ signInsOfAddress: 16 });
    const clock = () => new Date(Date.now() + later);
    const config = { logLevel: "error", trustProxy: 1 } as const;
    app = await buildApp({ schema, storage: home.storage, config, limits, clock });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
    await joined(home.storage, address, { name: "Vera", role: "ADMIN" });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const attempt = async (ip: string, email: string, password = "not the password") => {
    const { status, body, headers } = await new Visitor(address).post(
      "/auth/sign-in/email",
      { email, password },
      { "x-forwarded-for": ip },
    );
    const code = body.errors?.[0].extensions.code ?? null;
    return { status, code, wait: Number(headers.get("retry-after")) };
  };
  const STOPPED = { status: 429, code: "RATE_LIMITED" };

  it.each(["vera@example.org", "nobody@example.org"])(
    "stops the eleventh wrong password of %s, wherever it comes from",
    async (email) => {
      for (let turn = 0; turn < 10; turn++) {
        expect(await attempt(`10.${email.length}.0.${turn}`, email)).toMatchObject({ status: 401 });
      }
      const stopped = await attempt("10.9.9.9", ` ${email.toUpperCase()}`, PASSWORD);
      expect(stopped).toMatchObject(STOPPED);
      expect(stopped.wait).toBeGreaterThan(60);
      expect(stopped.wait).toBeLessThanOrEqual(90);
    },
  );

  it("lets one more in once as long has passed as Retry-After said", async () => {
    later = 95_000;
    expect(await attempt("10.9.9.9", "vera@example.org", PASSWORD)).toMatchObject({ status: 200 });
    // Whoever has come in starts anew.
    expect(await attempt("10.9.9.9", "vera@example.org")).toMatchObject({ status: 401 });
  });

  it("stops an address that tries many accounts, and no other", async () => {
    for (let turn = 0; turn < 16; turn++) {
      expect(await attempt("10.1.1.1", `${turn}@example.org`)).toMatchObject({ status: 401 });
    }
    expect(await attempt("10.1.1.1", "17@example.org")).toMatchObject(STOPPED);
    const link = { token: "x".repeat(43) };
    const more = { "x-forwarded-for": "10.1.1.1" };
    const { status } = await new Visitor(address).post("/auth/join/look", link, more);
    expect(status).toBe(429);
    expect(await attempt("10.1.1.2", "17@example.org")).toMatchObject({ status: 401 });
  });
});
