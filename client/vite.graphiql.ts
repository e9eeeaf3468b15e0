import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// GraphiQL is built by itself, so that its megabytes share no chunk with the client's first paint.
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: "graphiql.html",
      // "use no memo" speaks to another compiler; without this each such file would warn.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
  worker: { format: "es" },
});
