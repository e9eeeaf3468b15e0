import config from "../playwright.config.ts";

/** The journeys' browser and server, for what is measured rather than tested. */
export default {
  ...config,
  testDir: ".",
  testMatch: "paint.ts",
  outputDir: "../test-results",
  globalSetup: "../e2e/start.ts",
  workers: 1,
};
