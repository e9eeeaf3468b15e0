import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { stills } from "./vite.still.ts";

const server = process.env.ENTENTE_SERVER ?? "http://127.0.0.1:4000";

/** Paths that the server answers itself; everything else is the client's. */
const served = [
  "/graphql",
  "/auth",
  "/health",
  "/events.",
  "/agreements.",
  "/changes",
  "/graphiql",
  "/import",
];

export default defineConfig({
  plugins: [react(), stills()],
  // The modern build of packages that have one: rxjs is 2 KB smaller without its helpers for old browsers.
  resolve: { conditions: ["es2015", ...defaultClientConditions] },
  build: {
    outDir: "dist",
    target: "es2022",
    // The content security policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Each group takes only what it names, so that no page loads another's.
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|scheduler)[@\\/]/,
            },
            // The record of changes: for the few who look for it, at its address alone. With how dates are read that somebody writes.
            { name: "desk-history", test: /src[\\/](history[\\/]|when[\\/]written\b)/ },
            // The ways to the desk on a page, where somebody is signed in.
            { name: "desk-ways", test: /src[\\/]page[\\/](Opening|viewer|who)\b/ },
            // What forms of the desk and of sign-in share.
            { name: "desk-fields", test: /src[\\/]desk[\\/](Field\.tsx|desk\.css)/ },
            // Sign-in, accounts and users: for those who come to edit.
            { name: "desk-access", test: /src[\\/]access[\\/]/ },
            // Importing files, for editors who have one.
            { name: "desk-import", test: /src[\\/]bundle[\\/]/ },
            // What only editors load, once they open it.
            { name: "desk", test: /src[\\/]desk[\\/]/ },
            {
              name: "graph",
              test: /node_modules[\\/](\.pnpm[\\/])?(@apollo|rxjs|graphql|@wry|optimism)/,
            },
            // The pages that read from the graph: packed together they are a quarter smaller than apart.
            {
              name: "rooms",
              test: /src[\\/](country|forum|leader|source|story|inspect|report|page[\\/](HistoryLink|Reading|More|NextPage|useRead|usePages|useSheet)|event[\\/](AddToCalendar|Kicker|Neighbours|entry|numbers)|(agreement|event)[\\/](\w+(Page|List|Lines|Body|Facts|Line)|History|Pipeline|Ratification|tracks))\b/,
            },
            // What the first paint of every page needs, and no more.
            {
              name: "page",
              test: /src[\\/](when[\\/]day|page[\\/](Busy|Caught|desk|Icon|Link|Trouble|ask|failure|keys|media|preferences|route|say|signed|states|title|toast))\b/,
            },
            // Small things that open when they are pressed: packed together they are a sixth smaller than apart.
            {
              name: "pressed",
              test: /src[\\/](\w+)[\\/](GoTo|ExportItems|save|ShareItems|KeysDialog|Toast|Empty|nearest|Said|TableNote|told|windowWith)\b/,
            },
            // What every drawing of facts begins with, a long one, a phone's and a strip.
            {
              name: "drawing",
              test: /src[\\/]timeline[\\/](bars|columns|flag|frame|glyphs|horizon|look|names|shapes|twins|when)\b/,
            },
            // What follows the record, once a page stands.
            {
              name: "live",
              test: /src[\\/]page[\\/](Newer|FreshButton|follow|gather|same|wait)\b/,
            },
            // What every page needs to speak of facts; what comes later stays apart.
            {
              name: "words",
              test: /src[\\/](when|page(?![\\/](Newer|FreshButton|follow|gather|same|wait|Toast)\b)|event[\\/](words|EventMark|EventStatusGlyph)|agreement[\\/](status|words|StatusGlyph|StatusSwatch))\b/,
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
