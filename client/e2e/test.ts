// The test of every journey: against the shared server, with the rest of the world out of reach, and nothing wrong left unseen.
import { test as base, expect } from "@playwright/test";

export { expect };

/** What went wrong behind a page's back. */
export interface Unseen {
  /** Addresses elsewhere that the page asked for. All are refused. */
  foreign: string[];
  /** Uncaught errors, errors in the console, and breaches of the content security policy. */
  errors: string[];
  /** Says which errors a test brings about itself, such as an answer of 404. */
  allow(errors: RegExp): void;
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
      const allowed: RegExp[] = [];
      const unseen: Unseen = { foreign: [], errors: [], allow: (errors) => allowed.push(errors) };
      await context.route(
        (url) => /^https?:$/.test(url.protocol) && url.hostname !== "127.0.0.1",
        (route) => {
          unseen.foreign.push(route.request().url());
          return route.abort();
        },
      );
      context.on("weberror", (error) => unseen.errors.push(String(error.error())));
      context.on("console", (message) => {
        const text = `${message.text()} (${message.location().url})`;
        const isBreach = /content security policy/i.test(text);
        if (message.type() === "error" || isBreach) unseen.errors.push(text);
      });
      await use(unseen);
      const errors = unseen.errors.filter((text) => !allowed.some((error) => error.test(text)));
      expect({ foreign: unseen.foreign, errors }).toEqual({ foreign: [], errors: [] });
    },
    { auto: true },
  ],
});
