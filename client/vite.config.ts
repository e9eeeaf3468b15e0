import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.ENTENTE_SERVER ?? "http://127.0.0.1:4000";

/** Paths that the server answers itself; everything else is the client's. */
const served = ["/graphql", "/health", "/events.", "/agreements.", "/changes.", "/graphiql"];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    target: "es2022",
    // The content security policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|scheduler)[@\\/]/,
            },
            {
              name: "graph",
              test: /node_modules[\\/](\.pnpm[\\/])?(@apollo|rxjs|graphql|@wry|optimism)/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(served.map((path) => [path, { target: server, ws: true }])),
  },
});
