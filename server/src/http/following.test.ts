import { afterAll, beforeAll, expect, test } from "vitest";
import { events } from "../../test/following.ts";
import { portOf } from "../../test/talking.ts";
import { type World, world } from "../../test/world.ts";
import { ANONYMOUS, type Viewer } from "../graphql/context.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

let here: World;
let app: Awaited<ReturnType<typeof buildApp>>;
let role: Viewer["role"] = "EDITOR";

beforeAll(async () => {
  here = await world("sqlite");
  const viewerOf = async (): Promise<Viewer> => ({ ...ANONYMOUS, role, name: "x", via: "TOKEN" });
  const config = { logLevel: "silent" as const };
  app = await buildApp({ schema, storage: here.storage, config, viewerOf });
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await here.close();
});

const following = async (authorization?: string) => {
  const { data } = (
    await app.inject({
      method: "POST",
      url: "/graphql",
      headers: authorization ? { authorization } : {},
      payload: { query: "{ viewer { following } }" },
    })
  ).json();
  return data.viewer.following;
};

test("who may report is told how many streams follow the record; nobody else is", async () => {
  expect(await following("Bearer x")).toBe(0);
  const ends = [new AbortController(), new AbortController()];
  for (const { signal } of ends)
    await events(`http://127.0.0.1:${portOf(app)}/changes`, {}, signal).next();
  expect(await following("Bearer x")).toBe(2);
  role = "VIEWER";
  expect(await following("Bearer x")).toBe(null);
  expect(await following()).toBe(null);
  role = "ADMIN";
  ends[0]?.abort();
  await expect.poll(() => following("Bearer x")).toBe(1);
  ends[1]?.abort();
  await expect.poll(() => following("Bearer x")).toBe(0);
});
