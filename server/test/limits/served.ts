// Servers to try limits on: real ones, with their own limits or others.
import { once } from "node:events";
import { connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { ANONYMOUS, type Viewer } from "../../src/graphql/context.ts";
import { type AppParts, buildApp } from "../../src/http/app.ts";
import { type LimitName, limitsWith } from "../../src/limits.ts";
import { schema } from "../../src/schema.ts";
import { NOW } from "../ask.ts";
import { portOf } from "../talking.ts";
import type { World } from "../world.ts";
import { type Answer, answerIn } from "./proof.ts";

const VERA: Viewer = { ...ANONYMOUS, name: "Vera", role: "VIEWER" };

/** Opens a server on a world. Its clock stands still, so that no budget fills up again. */
export async function serve(
  { storage }: World,
  set: Partial<Record<LimitName, number>> = {},
  parts: Partial<AppParts> = {},
): Promise<FastifyInstance> {
  const app = await buildApp({
    schema,
    storage,
    limits: limitsWith(set),
    clock: () => new Date(NOW),
    viewerOf: async () => VERA,
    ...parts,
    config: { logLevel: "silent", ...parts.config },
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return app;
}

/** Serves for as long as something is asked. */
export async function serving<Value>(
  home: World,
  set: Partial<Record<LimitName, number>>,
  use: (app: FastifyInstance) => Promise<Value>,
  parts: Partial<AppParts> = {},
): Promise<Value> {
  const app = await serve(home, set, parts);
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

/** Posts to /graphql. */
export async function post(app: FastifyInstance, body: object, hasToken = false): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${portOf(app)}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(hasToken && { authorization: "Bearer x" }) },
    body: JSON.stringify(body),
  });
  return answerIn(String(response.status), (await response.json()) as object);
}

/** Sends bytes as they are, piece by piece, and takes what comes until the server hangs up. */
export async function raw(app: FastifyInstance, ...pieces: string[]): Promise<Answer> {
  const socket = connect(portOf(app), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
    // Whoever was let in to a socket would wait for ever.
    if (text.startsWith("HTTP/1.1 101")) socket.destroy();
  });
  await once(socket, "connect");
  for (const piece of pieces) await new Promise((sent) => socket.write(piece, sent));
  await once(socket, "close");
  const status = text.slice(9, 12);
  const body = text.slice(text.indexOf("\r\n\r\n") + 4);
  return answerIn(status, status === "101" ? {} : JSON.parse(body));
}
