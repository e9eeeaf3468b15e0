/** The built client: its assets for ever, its page always fresh, and nothing else. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Asset, sendAsset } from "./assets.ts";
import { sendError } from "./errors.ts";
import { wantsPage } from "./graphiql.ts";
import { missing, type Pages } from "./page.ts";

/** Everything the page loads comes from this server. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Addresses that the client's own router knows. Others get the page too, with status 404. */
const ROUTES = [
  /^\/$/,
  /^\/explore\/?$/,
  /^\/(stories|agreements|forums|countries|leaders)\/?$/,
  /^\/(stories|agreements|forums|countries|leaders|events|sources)\/[^/]+\/?$/,
  /^\/(sign-in|account)\/?$/,
  /^\/join\/[^/]+\/?$/,
  /^\/history(\/[a-z]+\/[^/]+)?\/?$/,
  /^\/desk(\/(new(\/[a-z]+)?|import|users))?\/?$/,
];

/** Assets carry a hash of their content in their name: what was fetched once never changes. */
async function serveAssets(app: FastifyInstance, files: Map<string, Asset>): Promise<void> {
  await app.register(async (scope) => {
    scope.get("/assets/*", (request, reply) => {
      const asset = files.get(pathOf(request));
      if (!asset) return sendError(reply, "NOT_FOUND", "There is no such asset.");
      reply.header("cache-control", "public, max-age=31536000, immutable");
      return sendAsset(request, reply, asset);
    });
  });
}

/**
 * Serves the client from its files, each page with what it tells of its subject. Unknown addresses answer 404: with the client's page to
 * whoever looks at pages, with an error in the one shape to programs.
 */
export async function serveClient(
  app: FastifyInstance,
  files: Map<string, Asset>,
  pages: Pages,
): Promise<void> {
  await serveAssets(app, files);
  app.get("/*", async (request, reply) => {
    const path = pathOf(request);
    const file = path.endsWith(".html") ? undefined : files.get(path);
    if (file) {
      reply.header("cache-control", "no-cache");
      return sendAsset(request, reply, file);
    }
    const isRoute = ROUTES.some((route) => route.test(path));
    // A name with a dot is a file that is not there: a page in its place would only confuse whatever loads it.
    const isFile = !isRoute && /\.[^/]*$/.test(path);
    const [, room = "", name = ""] = path.split("/").map(decoded);
    const built = isFile ? undefined : builtFor(files, isRoute ? room || "front" : "index");
    if (isRoute && !built) {
      return sendError(
        reply,
        "NOT_FOUND",
        "The client is not built. Run `npm run build`, then start again.",
      );
    }
    if (built) {
      reply.header("content-security-policy", PAGE_POLICY).header("cache-control", "no-cache");
      const page = isRoute ? await pages(request, reply, built, room, name) : null;
      // Nobody keeps it for good: a merge can be undone.
      if (page?.movedTo !== undefined)
        return reply.redirect(`${page.movedTo}${queryOf(request)}`, 308);
      if (page?.isThere) return sendAsset(request, reply, page.asset);
      // 304 would turn a 404 into a success.
      if (wantsPage(request)) {
        return reply
          .code(404)
          .type(built.type)
          .send((page?.asset ?? missing(built)).body);
      }
    }
    return sendError(reply, "NOT_FOUND", `There is nothing at ${path}.`);
  });
}

/** The page that the build made for a first part of paths, or else the one for all. They differ in what shows before scripts run. */
function builtFor(files: Map<string, Asset>, name: string): Asset | undefined {
  return files.get(`/${name}.html`) ?? files.get("/index.html");
}

/** A part of a path as it was meant; as it was sent, when it means nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The path of a request, without its query, as it was sent. */
function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "/";
}

/** The query of a request with its question mark, as it was sent; empty without one. */
function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf("?");
  return at < 0 ? "" : request.url.slice(at);
}
