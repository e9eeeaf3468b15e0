import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite would take GraphQL's .mjs build while Apollo, loaded by Node, takes the other: two GraphQLs, and neither knows the other's types.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
  },
  test: {
    globalSetup: ["test/setup.ts"],
    // To load every module anew for each file took a third of a run. A test keeps what it changes in a world of its own, and puts settings back.
    isolate: false,
    // Half of the time is spent waiting for databases: on two cores, one worker leaves one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "convert/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
