import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./e2e/browser.ts";

// Looked for once: workers read this file too, and inherit what was found.
process.env.ENTENTE_FOUND ??= await findBrowser();
const executablePath = process.env.ENTENTE_FOUND;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./e2e/start.ts",
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  // On a shared machine a journey may meet a pause of seconds. It may begin once more, and is counted apart: see test/run.mjs.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Pacific/Kiritimati", // 14 hours ahead: a day that a time zone shifts shows at once
    launchOptions: { args: [...BROWSER_ARGS], ...(executablePath && { executablePath }) },
    trace: "off",
    screenshot: "only-on-failure",
  },
});
