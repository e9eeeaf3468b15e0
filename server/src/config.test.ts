import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: `file:${resolve(import.meta.dirname, "../../data/entente.db")}`,
      sharedSeconds: 0,
      statuses: "compatible",
      rateLimit: true,
      trustProxy: false,
      logLevel: "warn",
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", HOST: "" })).toMatchObject({ port: 4000, host: "127.0.0.1" });
  });

  it("takes both engines", () => {
    expect(readConfig({ DATABASE_URL: "postgres://localhost/entente" }).databaseUrl).toBe(
      "postgres://localhost/entente",
    );
    expect(readConfig({ DATABASE_URL: "file:/tmp/a.db" }).databaseUrl).toBe("file:/tmp/a.db");
  });

  it.each<[Record<string, string>, string]>([
    [{ PORT: "abc" }, 'PORT must be a whole number from 0 to 65535; it is "abc".'],
    [{ PORT: "70000" }, 'PORT must be a whole number from 0 to 65535; it is "70000".'],
    [{ PORT: "40.5" }, 'PORT must be a whole number from 0 to 65535; it is "40.5".'],
    [{ ERROR_STATUSES: "new" }, 'ERROR_STATUSES must be one of compatible, draft; it is "new".'],
    [
      { SHARED_CACHE_SECONDS: "1d" },
      'SHARED_CACHE_SECONDS must be a whole number from 0 to 3600; it is "1d".',
    ],
    ...["entente.example", "ftp://a.example", "https://a.example/b", "https://me@a.example"].map(
      (given): [Record<string, string>, string] => [
        { PUBLIC_URL: given },
        `PUBLIC_URL must be the address of the site, without a path, such as https://entente.example; it is "${given}".`,
      ],
    ),
    [{ RATE_LIMIT: "no" }, 'RATE_LIMIT must be on or off; it is "no".'],
    ...["true", "0", "*", "10.0.0.0/33", "proxy.example", "127.0.0.1,"].map(
      (given): [Record<string, string>, string] => [
        { TRUST_PROXY: given },
        `TRUST_PROXY must be how many proxies stand in front, or their addresses: 1, or 127.0.0.1, 10.0.0.0/8; it is "${given}".`,
      ],
    ),
    [
      { AUTH_SECRET: "swordfish" },
      "AUTH_SECRET must have at least 32 characters, chosen by chance.",
    ],
    [
      { DATABASE_URL: "mysql://me:secret@host" },
      "DATABASE_URL must be file:PATH for SQLite or postgres://… for PostgreSQL.",
    ],
  ])("says in one sentence what is wrong with %o", (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
  });

  it("takes proxies by how many there are, or by address", () => {
    expect(readConfig({ TRUST_PROXY: "2" }).trustProxy).toBe(2);
    const some = "127.0.0.1, 10.0.0.0/8, fd00::/8";
    expect(readConfig({ TRUST_PROXY: some }).trustProxy).toBe(some);
  });

  it("takes the site's address, with or without a slash at its end", () => {
    expect(readConfig({ PUBLIC_URL: "https://Entente.example/" }).publicUrl).toBe(
      "https://entente.example",
    );
    expect(readConfig({ PUBLIC_URL: "http://localhost:8080" }).publicUrl).toBe(
      "http://localhost:8080",
    );
  });

  it("takes a provider whole, and calls it by its host unless told", () => {
    const env = {
      PUBLIC_URL: "https://entente.example",
      OIDC_ISSUER: "https://login.example/realms/desk/",
      OIDC_CLIENT_ID: "entente",
      OIDC_CLIENT_SECRET: "swordfish",
    };
    const oidc = {
      issuer: "https://login.example/realms/desk",
      clientId: "entente",
      clientSecret: "swordfish",
      name: "login.example",
    };
    expect(readConfig(env).oidc).toEqual(oidc);
    expect(readConfig({ ...env, OIDC_NAME: "Desk" }).oidc).toEqual({ ...oidc, name: "Desk" });
    expect(readConfig({}).oidc).toBeUndefined();
  });

  it("says what a log level may be", () => {
    expect(() => readConfig({ LOG_LEVEL: "loud" })).toThrow(/one of fatal, error, warn/);
  });
});
