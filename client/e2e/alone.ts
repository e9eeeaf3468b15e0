// Servers of one's own: what is written there must not be seen by the tests that read.
import { type Running, startServer } from "./server.ts";
import { test } from "./test.ts";

/** Each test with a server of its own. */
export const apart = test.extend<{ server: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  baseURL: ({ server }, use) => use(server.url),
});

/** The tests of a file with one server, and an editor's token for it. */
export const alone = test.extend<object, { server: Running; token: string }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  token: [({ server }, use) => server.token("editor", "editor A").then(use), { scope: "worker" }],
  baseURL: ({ server }, use) => use(server.url),
});

/** `alone`, with pages on which that editor is signed in. */
export const editing = alone.extend({
  extraHTTPHeaders: ({ token }, use) => use({ authorization: `Bearer ${token}` }),
  page: async ({ page }, use) => {
    await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
    await use(page);
  },
});
