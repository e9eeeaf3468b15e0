/** The documentation in the product: what a page holds, from Markdown, worked queries and data. Reads files once; knows no HTTP. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped, idOf, render, type Written } from "./markdown.ts";
import { readQuery, type WorkedQuery } from "./query.ts";

export type { WorkedQuery } from "./query.ts";
export { table } from "./tables.ts";

/** The pages, in the order of the list at their side: the name in the address, and the file under `docs`. */
const PAGES = [
  ["", "api/start.md"],
  ["queries", "api/queries.md"],
  ["reading", "api/reading.md"],
  ["time", "api/time.md"],
  ["live", "api/live.md"],
  ["files", "api/files.md"],
  ["limits", "api/limits.md"],
  ["access", "api/access.md"],
  ["writing", "api/writing.md"],
  ["importing", "api/importing.md"],
  ["history", "api/history.md"],
  ["status", "status-machines.md"],
] as const;

/** One page of the documentation. */
export interface DocsPage extends Written {
  /** `/docs`, `/docs/limits`. */
  path: string;
}

/** Everything that the documentation is made of. */
export interface Docs {
  pages: DocsPage[];
  queries: WorkedQuery[];
  /** Drawings by their name, such as `status-event.svg`. */
  drawings: Map<string, string>;
  /** Files to begin an import from, by their name, such as `events.csv`. */
  templates: Map<string, string>;
}

/**
 * Reads the documentation from the repository's folder `docs`. `fill` gives the tables that are made from data, by name.
 * @throws Error when a file is missing, or a page asks for a table that is not there.
 */
export function readDocs(folder: string, fill: Record<string, string>): Docs {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const named = (room: string, ending: string) =>
    readdirSync(join(folder, room))
      .filter((name) => name.endsWith(ending))
      .sort();
  return {
    pages: PAGES.map(([name, file]) => ({
      path: name === "" ? "/docs" : `/docs/${name}`,
      ...render(text(file), fill, linkOf),
    })),
    queries: named("queries", ".graphql").map((file) =>
      readQuery(file.replace(/\.graphql$/, ""), text(join("queries", file))),
    ),
    drawings: new Map(named("", ".svg").map((name) => [name, text(name)])),
    templates: new Map(named("templates", "").map((name) => [name, text(join("templates", name))])),
  };
}

/** Files of the repository, as the site's own addresses; any other stays. */
function linkOf(href: string): string {
  const [to = "", part] = href.split("#");
  const file = to.replace(/^\.\.\//, "");
  const page = PAGES.find(([, path]) => path === file || path === `api/${file}`);
  if (!page && file.startsWith("templates/")) return `/docs/${file}`;
  if (!page) return file.endsWith(".svg") ? `/docs/${file.replace(/^.*\//, "")}` : href;
  return `/docs${page[0] === "" ? "" : `/${page[0]}`}${part ? `#${part}` : ""}`;
}

/** The list of pages, with what is on the one that is open. */
export function navOf(pages: readonly DocsPage[], open: DocsPage): string {
  const items = pages.map((page) => {
    const isOpen = page.path === open.path;
    const parts = isOpen ? page.headings.filter(({ depth }) => depth === 2) : [];
    const list = parts.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join("");
    const link = `<a href="${page.path}"${isOpen ? ' aria-current="page"' : ""}>${page.title}</a>`;
    return `<li>${link}${list ? `<ul>${list}</ul>` : ""}</li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

/** Where GraphiQL opens with a query. */
export function tryPath(query: string): string {
  return `/graphql?query=${encodeURIComponent(query)}`;
}

/** A worked query as it stands on its page: the question, the query, and what this server answers now. */
export function workedHtml({ question, hint, text }: WorkedQuery, answer: string): string {
  return [
    `<h2 id="${idOf(question)}">${escaped(question)}</h2>`,
    hint && `<p>${escaped(hint).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`,
    `<pre tabindex="0" data-language="graphql"><code>${escaped(bodyOf(text))}</code></pre>`,
    `<p><a class="button" href="${escaped(tryPath(text))}">Run it in GraphiQL</a></p>`,
    `<details><summary>What this server answers</summary><pre tabindex="0" data-language="json"><code>${escaped(answer)}</code></pre></details>`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** A query without the comments that the page says in its own way. */
function bodyOf(text: string): string {
  const lines = text.trimEnd().split("\n");
  return lines.slice(lines.findIndex((line) => !line.startsWith("#"))).join("\n");
}
