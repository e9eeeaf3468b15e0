// Whatever is asked, the answer is an answer: thousands of random requests over HTTP, never a failure of ours, never a word about our insides.

import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isCode } from "../src/graphql/codes.ts";
import { ANONYMOUS } from "../src/graphql/context.ts";
import { buildApp } from "../src/http/app.ts";
import { schema } from "../src/schema.ts";
import { engines, NOW, shippedWorld } from "./ask.ts";
import { chanceOf, Random, type Sent } from "./random.ts";
import type { World } from "./world.ts";

const SEED = Number(process.env.SEED ?? 20_241_205);
const COUNT = { sqlite: 2000, postgres: 500 };
/** Requests under way at a time. */
const LANES = 4;

/** What only somebody on our side should read: places in the code, statements, what the engines say. */
const INSIDE =
  /\n\s+at |node_modules|\.[jt]s:\d|\/src\/|SQLITE_|sqlite|postgres|syntax error at|\bFROM\b|Failed query/;

interface Answered extends Sent {
  status: number;
  body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
}

describe.each(engines)("random requests on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let url: string;
  const log: string[] = [];

  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "error", rateLimit: false },
      clock: () => new Date(NOW),
      logTo: { write: (line) => log.push(line) },
      viewerOf: async () => ({ ...ANONYMOUS, name: "Vera", role: "EDITOR" }),
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  async function send(sent: Sent, hasToken: boolean): Promise<Answered> {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(hasToken && { authorization: "Bearer x" }),
      },
      body: JSON.stringify(sent),
    });
    return { ...sent, status: response.status, body: (await response.json()) as Answered["body"] };
  }

  it(`${COUNT[engine]} of them are answered, or refused by a code of the list and without a word about our insides`, async () => {
    const random = new Random(schema, chanceOf(SEED));
    const answers: Answered[] = [];
    let made = 0;
    const lane = async () => {
      while (made < COUNT[engine]) {
        made += 1;
        answers.push(await send(random.request(), made % 3 === 0));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));

    const failed = answers.filter(({ status, body }) => {
      const errors = body.errors ?? [];
      const isSafe = ({ message, extensions }: (typeof errors)[number]) =>
        isCode(extensions.code) &&
        extensions.code !== "INTERNAL_SERVER_ERROR" &&
        !INSIDE.test(message);
      return status >= 500 || !errors.every(isSafe) || (errors.length === 0 && !body.data);
    });
    expect(failed.slice(0, 3), log.slice(0, 3).join("\n")).toEqual([]);
    // Neither all well-behaved nor all refused at the door: else nothing was tried. What admins alone may read is refused to everybody here.
    const whole = answers.filter(({ body }) => body.data && !body.errors).length;
    const codes = new Set(
      answers.flatMap(({ body }) => body.errors?.map(({ extensions }) => extensions.code) ?? []),
    );
    expect(answers).toHaveLength(COUNT[engine]);
    expect(whole / answers.length).toBeGreaterThan(0.2);
    expect([...codes]).toEqual(
      expect.arrayContaining([
        "BAD_USER_INPUT",
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
        "TOO_COSTLY",
      ]),
    );
  }, 300_000);
});
