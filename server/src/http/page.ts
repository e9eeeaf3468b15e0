/** The client's page of an address, with what it tells programs of its subject, as of its day. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { ANONYMOUS } from "../graphql/context.ts";
import { DOCUMENTS, nowhere, type Site, tell, tells, type Written, written } from "../head/head.ts";
import type { Limits } from "../limits.ts";
import { isRefusal } from "../refusal.ts";
import { isoOf, today } from "../when/day.ts";
import type { AnswerParts } from "./answer.ts";
import type { Asset } from "./assets.ts";
import { tagOf } from "./etag.ts";
import { asking, checked } from "./inside.ts";
import { originOf } from "./origin.ts";
import { deadlineIn, within } from "./time.ts";

/** Pages that are kept, some 10 KB each. */
const MOST_KEPT = 500;

/** Milliseconds that a page waits for what it tells. It can be read without, and asks for itself what it shows. */
const WAIT_MS = 1_000;

/** What the pages need. */
export interface PageParts
  extends Pick<AnswerParts, "contextOf" | "edition" | "purseOf" | "clock"> {
  schema: GraphQLSchema;
  limits: Limits;
  /** Where this site is to its readers; by each request's Host when left out. */
  publicUrl?: string | undefined;
}

/** A page, and whether there is what its address names. */
export interface Page {
  asset: Asset;
  isThere: boolean;
  /** The path of what its address names, where that became part of something under another name. */
  movedTo?: string;
}

/** Finds the page of a room and a name within it, empty for the room's list, from the build's page for it. */
export type Pages = (
  request: FastifyRequest,
  reply: FastifyReply,
  built: Asset,
  room: string,
  name: string,
) => Promise<Page>;

/** Makes the pages. One that cannot be told of in time, or within what its reader may ask, comes as it was built. */
export function pagesOf(parts: PageParts): Pages {
  const { schema, limits, clock } = parts;
  // Another schema than the whole, as tests of the shell have, has nothing to tell.
  const isWhole = schema.getQueryType()?.getFields().event !== undefined;
  const documents = new Map(isWhole ? DOCUMENTS.map((text) => [text, checked(schema, text)]) : []);
  const kept = new LRUCache<string, Promise<Page>>({ max: MOST_KEPT });

  const make = async (
    request: FastifyRequest,
    reply: FastifyReply,
    built: Asset,
    [room, name]: [string, string],
    site: Site,
  ): Promise<Page> => {
    const purse = parts.purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null;
    const context = {
      ...(await parts.contextOf(request.id, null)),
      deadline: deadlineIn(WAIT_MS),
    };
    const ask = asking({ schema, limits, documents, purse, reply, context });
    const told = await within(WAIT_MS, tell(room, name, site, ask));
    if (told === null) return { asset: missing(built), isThere: false };
    const page = { asset: filled(built, written(told, site)), isThere: true };
    return isOther(told.path, name) ? { ...page, movedTo: told.path } : page;
  };

  return async (request, reply, built, room, name) => {
    const plain = { asset: built, isThere: true };
    if (!isWhole || !tells(room, name)) return plain;
    const given = new URL(request.url, "http://localhost").searchParams;
    const site = {
      origin: parts.publicUrl ?? originOf(request),
      asOf: dayOf(given),
      today: isoOf(today(clock)),
      said: room === "explore" ? [...new Set(given.keys())].sort() : [],
    };
    try {
      const key = tagOf([await parts.edition(), built.hash, room, name, JSON.stringify(site)]);
      const before = kept.get(key);
      if (before) return await before;
      const making = make(request, reply, built, [room, name], site);
      kept.set(key, making);
      const forget = () => kept.peek(key) === making && kept.delete(key);
      // Anybody can think of names that are nowhere: those take no place from the others.
      making.then(({ isThere }) => isThere || forget(), forget);
      return await making;
    } catch (error) {
      if (!isRefusal(error)) request.log.warn({ err: error }, "a page was sent as it was built");
      // The page is there; it is only not told of.
      reply.removeHeader("retry-after");
      return plain;
    }
  };
}

/** Whether a path names something else than was asked for. Codes of countries come in any case. */
function isOther(path: string | null, name: string): path is string {
  if (path === null || name === "") return false;
  const own = decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
  return own.toLowerCase() !== name.toLowerCase();
}

/** The build's page for an address where nothing is. */
export function missing(built: Asset): Asset {
  return filled(built, nowhere());
}

/** The day of knowledge of an address, as the client reads it: that of a comparison is the later one. */
function dayOf(given: URLSearchParams): string | null {
  const day = given.get("compare") ?? given.get("known");
  return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** A built page with its title and description replaced, and the data before its end. */
function filled(built: Asset, { title, head, data }: Written): Asset {
  const html = built.body
    .toString()
    .replace(/\s*<meta\s+name="description"[^>]*>/, "")
    // Functions, since in a text `$&` would stand for something.
    .replace(/<title>[^<]*<\/title>/, (before) => `${title ?? before}\n    ${head}`)
    .replace("</body>", () => `${data}</body>`);
  const body = Buffer.from(html);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
  return { body, type: built.type, hash, encoded: new Map() };
}
