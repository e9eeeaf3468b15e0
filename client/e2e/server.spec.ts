import { expect, test } from "@playwright/test";
import { startServer } from "./server.ts";

test("a server of one's own starts, is ready, and stops by itself when told to", async ({
  request,
}) => {
  const server = await startServer();
  const ready = await request.get(`${server.url}/health/ready`);
  expect(await ready.json()).toEqual({ status: "ready" });
  expect(await server.stop()).toBe(0);
});
