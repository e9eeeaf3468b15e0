/** /docs: the documentation, rendered into the page that the client's build made for it. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { type DocsPage, navOf, readDocs, workedHtml } from "../docs/docs.ts";
import { escaped, idOf } from "../docs/markdown.ts";
import { type Asset, sendAsset } from "./assets.ts";
import { PAGE_POLICY } from "./client.ts";
import { sendError } from "./errors.ts";
import { docsTables } from "./tables.ts";

/** The repository's folder of documents, beside the server wherever it is started. */
const FOLDER = join(import.meta.dirname, "../../../docs");

/** So much of an answer is shown on its page. */
const SHOWN_LETTERS = 6_000;

/** What the routes need. */
export interface DocsParts {
  /** The page that the build made, with places for the title, the list and the text; undefined when the client is not built. */
  template: Asset | undefined;
  /** The answer to a query of an anonymous reader. */
  ask: (query: string) => Promise<unknown>;
  /** What answers depend on besides the query: while it is the same, so are they. */
  edition: () => Promise<string>;
}

/** Adds `/docs`, a page for each word of the list, and its drawings. */
export function serveDocs(app: FastifyInstance, { template, ask, edition }: DocsParts): void {
  const docs = readDocs(FOLDER, docsTables());
  const made = new Map<string, { edition: string; page: Promise<Asset> }>();

  const pageOf = (page: DocsPage, inner: string): Asset => {
    const name = page.path === "/docs" ? "Documentation" : page.title;
    const html = (template?.body.toString() ?? "")
      .replace("<!--title-->", () => `${escaped(name)} · Entente`)
      .replace("<!--nav-->", () => navOf(docs.pages, page))
      .replace("<!--text-->", () => page.html + inner);
    return assetOf(html, "text/html; charset=utf-8");
  };
  const worked = async (page: DocsPage) => {
    const parts: string[] = [];
    for (const query of docs.queries) {
      const answer = JSON.stringify(await ask(query.text), null, 2);
      parts.push(workedHtml(query, cut(answer)));
    }
    const headings = docs.queries.map(({ question }) => question);
    return pageOf(
      { ...page, headings: [...page.headings, ...headings.map(headingOf)] },
      parts.join("\n"),
    );
  };

  for (const page of docs.pages) {
    app.get(page.path, async (request, reply) => {
      if (!template)
        return sendError(
          reply,
          "NOT_FOUND",
          "The client is not built. Run `npm run build`, then start again.",
        );
      const isLive = page.path === "/docs/queries";
      const current = isLive ? await edition() : "";
      let kept = made.get(page.path);
      if (kept?.edition !== current) {
        kept = {
          edition: current,
          page: isLive ? worked(page) : Promise.resolve(pageOf(page, "")),
        };
        made.set(page.path, kept);
        // A failure is told to whoever asked, and tried again by the next.
        kept.page.catch(() => made.delete(page.path));
      }
      reply.header("content-security-policy", PAGE_POLICY).header("cache-control", "no-cache");
      return sendAsset(request, reply, await kept.page);
    });
  }
  for (const [name, text] of docs.templates) {
    const isCsv = name.endsWith(".csv");
    const type = isCsv ? "text/csv; charset=utf-8; header=present" : "application/json";
    const template = assetOf(text, type);
    app.get(`/docs/templates/${name}`, (request, reply) =>
      sendAsset(request, reply.header("cache-control", "no-cache"), template),
    );
  }
  for (const [name, text] of docs.drawings) {
    const drawing = assetOf(text, "image/svg+xml");
    app.get(`/docs/${name}`, (request, reply) =>
      sendAsset(request, reply.header("cache-control", "no-cache"), drawing),
    );
  }
}

function assetOf(text: string, type: string): Asset {
  const body = Buffer.from(text);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
  return { body, type, hash, encoded: new Map() };
}

/** The beginning of a long answer: enough to see its shape. */
function cut(answer: string): string {
  if (answer.length <= SHOWN_LETTERS) return answer;
  return `${answer.slice(0, answer.lastIndexOf("\n", SHOWN_LETTERS))}\n… and so on, ${answer.length} letters in all`;
}

const headingOf = (question: string) => ({ id: idOf(question), text: escaped(question), depth: 2 });
