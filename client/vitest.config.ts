import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    // To load every module anew for each file took half of a run, and none of them keeps anything.
    isolate: false,
    testTimeout: 20_000,
  },
});
