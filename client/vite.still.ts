// After the client's build: pages that show something before any script runs, and every text compressed as well as can be.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";

const ROOT = import.meta.dirname;
const DIST = join(ROOT, "dist");

/** Pages by the first part of their path; `index` is for every other, `front` for none. */
const PAGES = {
  index: "/elsewhere",
  front: "/",
  explore: "/explore",
  stories: "/stories",
  agreements: "/agreements",
  forums: "/forums",
  countries: "/countries",
  leaders: "/leaders",
};

/** What every page of facts is made of; files are named by how their names begin. */
const ROOM = ["words", "graph", "rooms", "operations", "tslib", "agreement", "event"];

/** What a page loads next: fetched beside the first scripts instead of after them. */
const NEXT: Partial<Record<string, string[]>> = {
  front: ["words", "Landing"],
  explore: ["words", "Explore", "PhoneTimeline"],
};

const quiet = { configFile: false, root: ROOT, logLevel: "warn", publicDir: false } as const;

/** Builds the script that runs before anything is painted. Answers its path. */
async function buildEarly(): Promise<string> {
  await build({
    ...quiet,
    build: {
      outDir: "dist",
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: join(ROOT, "src/early.ts"),
        output: { format: "iife", entryFileNames: "assets/early-[hash].js" },
      },
    },
  });
  const file = readdirSync(join(DIST, "assets")).find((name) => /^early-.*\.js$/.test(name));
  return `/assets/${file}`;
}

/** Builds what draws the first paint, and runs it for a path each. */
async function drawStills(): Promise<Record<string, string>> {
  const outDir = join(ROOT, "node_modules/.still");
  await build({
    ...quiet,
    plugins: [react()],
    build: { ssr: join(ROOT, "src/still.tsx"), outDir, emptyOutDir: true },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  // What draws reads where it is from the browser's own name for it.
  const at = (pathname: string) =>
    Object.assign(globalThis, { location: { pathname, search: "", hash: "" } });
  at("/");
  const { still } = await import(pathToFileURL(join(outDir, "still.js")).href);
  const drawn = Object.entries(PAGES).map(([name, path]) => {
    at(path);
    return [name, still()];
  });
  rmSync(outDir, { recursive: true });
  return Object.fromEntries(drawn);
}

/** Links that fetch a page's next scripts and styles early; what only a phone needs, only there. */
function linksTo(names: string[]): string {
  const links: string[] = [];
  for (const file of readdirSync(join(DIST, "assets"))) {
    if (!names.some((name) => file.startsWith(name) && /^[-.]/.test(file.slice(name.length))))
      continue;
    const media = file.startsWith("Phone") ? ' media="(max-width: 639px)"' : "";
    const href = `crossorigin href="/assets/${file}"`;
    if (file.endsWith(".js")) links.push(`<link rel="modulepreload" ${href}${media}>`);
    if (file.endsWith(".css")) links.push(`<link rel="stylesheet" ${href}>`);
  }
  return links.join("\n    ");
}

/** Texts as a browser takes them, made once here rather than by each server. */
function compressAll(): void {
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
  }
}

/** Vite's plugin of all that. */
export function stills(): Plugin {
  return {
    name: "stills",
    apply: "build",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace(/<script [^>]*early\.ts"><\/script>/, "<!--early-->"),
    },
    async closeBundle() {
      const page = readFileSync(join(DIST, "index.html"), "utf8").replace(
        "<!--early-->",
        `<script src="${await buildEarly()}"></script>`,
      );
      for (const [name, drawn] of Object.entries(await drawStills())) {
        const links = linksTo(NEXT[name] ?? ROOM);
        // What draws its heading already is called by it; every other page is named by the server, or by its own code.
        const [, heading] = /<h1[^>]*>([^<]+)<\/h1>/.exec(drawn) ?? [];
        writeFileSync(
          join(DIST, `${name}.html`),
          page
            .replace("<title>", () => (heading ? `<title>${heading} · ` : "<title>"))
            .replace("</head>", `  ${links}\n  </head>`)
            .replace('<div id="root">', `<div id="root"><div class="still">${drawn}</div>`),
        );
      }
      compressAll();
    },
  };
}
