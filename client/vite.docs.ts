import { defineConfig } from "vite";

// The documentation's page is built by itself: it is the server's text in the client's colours, and shares no script with it.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: "docs.html" },
  },
});
