// The test of every journey: against the shared server, with the rest of the world out of reach, and nothing wrong left unseen.
import { test as base, expect } from "@playwright/test";

export { expect };

/** What went wrong behind a page's back. */
export interface Unseen {
  /** Addresses elsewhere that the page asked for. All are refused. */
  foreign: string[];
  /** Uncaught errors, and breaches of the content security policy. */
  errors: string[];
}

export const test = base.extend<{ unseen: Unseen }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
  baseURL: async ({}, use) => {
    const url = process.env.ENTENTE_URL;
    if (!url) throw new Error("No server was started for the journeys.");
    await use(url);
  },
  unseen: [
    async ({ context }, use) => {
      const unseen: Unseen = { foreign: [], errors: [] };
      await context.route(
        (url) => /^https?:$/.test(url.protocol) && url.hostname !== "127.0.0.1",
        (route) => {
          unseen.foreign.push(route.request().url());
          return route.abort();
        },
      );
      context.on("weberror", (error) => unseen.errors.push(String(error.error())));
      context.on("console", (message) => {
        if (/content security policy/i.test(message.text())) unseen.errors.push(message.text());
      });
      await use(unseen);
      expect(unseen).toEqual({ foreign: [], errors: [] });
    },
    { auto: true },
  ],
});
