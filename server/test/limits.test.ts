// Every limit of the table, over HTTP and over a socket: what just keeps within it is answered, one more is refused with what to do.
// PRINT_LIMITS=1 prints what came of it.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { table } from "../src/docs/docs.ts";
import { LIMITS, type LimitName, most } from "../src/limits.ts";
import { shippedWorld } from "./ask.ts";
import { overHttp } from "./limits/http.ts";
import type { Answer, Proofs } from "./limits/proof.ts";
import { serve } from "./limits/served.ts";
import { overSocket } from "./limits/socket.ts";
import type { World } from "./world.ts";

const TRANSPORTS = { HTTP: overHttp, socket: overSocket };
type Transport = keyof typeof TRANSPORTS;

const names = Object.keys(LIMITS) as LimitName[];
/** Each limit, and once more with a token where that makes a difference. */
const rows = names.flatMap((name) => {
  const { anonymous, token } = LIMITS[name];
  const isTried = !name.endsWith("PerMinute") && token !== anonymous;
  return (isTried ? [false, true] : [false]).map((hasToken) => ({ name, hasToken }));
});

let home: World;
let app: FastifyInstance;
const proofs = {} as Record<Transport, Proofs>;
const told = new Map<string, string>();

beforeAll(async () => {
  home = await shippedWorld("sqlite");
  app = await serve(home, {}, { config: { logLevel: "error", rateLimit: false } });
  for (const transport of Object.keys(TRANSPORTS) as Transport[]) {
    proofs[transport] = await TRANSPORTS[transport](home, app);
  }
});
afterAll(async () => {
  await app.close();
  await home.close();
  if (process.env.PRINT_LIMITS) process.stdout.write(`${printed()}\n`);
});

/** How long a proof may take, ms: the one of columns makes ten thousand events. */
const PATIENCE_MS = 120_000;

describe.each(Object.keys(TRANSPORTS) as Transport[])("over %s", (transport) => {
  it.each(rows)(
    "$name, with a token: $hasToken",
    async ({ name, hasToken }) => {
      const proof = proofs[transport][name];
      const key = keyOf(transport, name, hasToken);
      if ("cannot" in proof) {
        told.set(key, `none: ${proof.cannot}`);
        expect(proof.cannot).not.toBe("");
        return;
      }
      const { at = most(LIMITS, name, hasToken), slack = 0 } = proof;
      const under = await proof.ask(at - slack, hasToken);
      const over = await proof.ask(at + Math.max(1, slack), hasToken);
      told.set(
        key,
        `${figure(at - slack)} → ${under.said} · ${figure(at + Math.max(1, slack))} → ${over.said}`,
      );

      const { code, instead } = LIMITS[name];
      expect(isHeard(under)).toBe(true);
      expect(under.said).not.toContain("closed");
      if (proof.refusal !== undefined) return expect(over.said).toContain(proof.refusal);
      expect(over.code).toBe(code);
      if (code !== "RATE_LIMITED" && code !== "REQUEST_TIMEOUT")
        expect(over.message).toContain(instead);
      // What was counted is what was sent, to the last.
      if (over.facts?.given !== undefined)
        expect(over.facts).toMatchObject({ given: at + 1, most: at });
    },
    PATIENCE_MS,
  );
});

it("no limit goes without a proof", () => {
  for (const { name } of rows) {
    const cannot = Object.values(proofs).filter((each) => "cannot" in each[name]);
    expect([name, cannot.length]).not.toEqual([name, Object.keys(TRANSPORTS).length]);
  }
  for (const each of Object.values(proofs))
    expect(Object.keys(each).sort()).toEqual(names.toSorted());
});

/** Whether something was let in. Whoever may not write is told so only then. */
function isHeard({ code }: Answer): boolean {
  return code === null || code === "UNAUTHENTICATED" || code === "FORBIDDEN";
}

const keyOf = (transport: Transport, name: LimitName, hasToken: boolean) =>
  `${transport} ${name} ${hasToken}`;
const figure = (count: number) => count.toLocaleString("en-GB");

function printed(): string {
  const transports = Object.keys(TRANSPORTS) as Transport[];
  return table(
    ["Limit", "At most", ...transports],
    rows.map(({ name, hasToken }) => [
      `${name}${hasToken ? " (token)" : ""}`,
      figure(most(LIMITS, name, hasToken)),
      ...transports.map((transport) => told.get(keyOf(transport, name, hasToken)) ?? "not asked"),
    ]),
  );
}
