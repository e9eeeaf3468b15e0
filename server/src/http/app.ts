/** The HTTP shell: one port for the API, its health, GraphiQL and the client. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import fastify, { type FastifyInstance, LogController } from "fastify";
import { type GraphQLSchema, graphql } from "graphql";
import { authOver, viewerOfSession, viewerOf as viewerOfToken } from "../access/access.ts";
import type { Config } from "../config.ts";
import { ANONYMOUS, type Context, type Viewer } from "../graphql/context.ts";
import { ANSWER_BYTES, DRAIN_MS, LIMITS, type Limits, most } from "../limits.ts";
import type { Storage } from "../storage/storage.ts";
import { Copies } from "../transfer/replay.ts";
import { Answers } from "./answers.ts";
import { readAssets } from "./assets.ts";
import { serveAuth } from "./auth.ts";
import { serveClient } from "./client.ts";
import { serveDocs } from "./docs.ts";
import { editions, versionOf } from "./edition.ts";
import { refuseExpectation, refuseRawly, sendError, shapeErrors } from "./errors.ts";
import { serveFeeds } from "./feeds.ts";
import { buildApollo, serveGraphql } from "./graphql.ts";
import { serveHealth } from "./health.ts";
import { serveImport } from "./importing.ts";
import { Metrics } from "./metrics.ts";
import { noteRequests, serveMetrics } from "./note.ts";
import { pagesOf } from "./page.ts";
import { purses } from "./rate.ts";
import { serveReceipts } from "./receipts.ts";
import { Seats } from "./seats.ts";
import type { Shown } from "./shown.ts";
import { serveSocket } from "./socket.ts";
import { serveStream } from "./stream.ts";
import { tries } from "./tries.ts";
import { trustIn } from "./trust.ts";

/** What an application is made of. */
export interface AppParts {
  schema: GraphQLSchema;
  storage: Storage;
  config: Pick<Config, "logLevel"> &
    Partial<
      Pick<
        Config,
        | "authSecret"
        | "oidc"
        | "publicUrl"
        | "rateLimit"
        | "sharedSeconds"
        | "statuses"
        | "trustProxy"
      >
    >;
  /** Who sends a request, by its `Authorization` header. Looked up among the tokens when left out. */
  viewerOf?: (authorization: string) => Promise<Viewer>;
  /** What requests are held to: those of every reader when left out. */
  limits?: Limits;
  /** The time. */
  clock?: () => Date;
  /** Folder of the built client. */
  clientFolder?: string;
  /** Milliseconds between signs of life on open streams; the server's own when left out. */
  heartbeatMs?: number;
  /** Where log lines go: standard error when left out, so that standard output stays for people. */
  logTo?: { write(line: string): void };
}

/** The built client beside the server, wherever both are. */
const CLIENT = join(import.meta.dirname, "../../../client/dist");

/** Request ids that a proxy in front may have given; others are ours. */
const GIVEN_ID = /^[\w.:-]{1,64}$/;

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
};

/** Builds the application. It listens to nothing yet: call `listen`, or `inject` in a test. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const limits = parts.limits ?? LIMITS;
  const trust = trustIn(parts.config.trustProxy ?? false);
  const clock = parts.clock ?? (() => new Date());
  const viewerOf =
    parts.viewerOf ?? ((header: string) => viewerOfToken(parts.storage, header, clock()));
  const app = fastify({
    logger: { level: parts.config.logLevel, stream: parts.logTo ?? process.stderr },
    // Its own lines would hold whole addresses, and so the variables of every GET.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: most(limits, "bodyBytes", false),
    requestTimeout: most(limits, "arrivalMs", false),
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: false },
    clientErrorHandler: refuseRawly,
    http: {
      // Node would refuse a request without a Host with no body; the hook below says what is wrong.
      requireHostHeader: false,
      headersTimeout: most(limits, "headersMs", false),
      // How often Node looks for those that are late.
      connectionsCheckingInterval: Math.min(1000, most(limits, "headersMs", false)),
      maxHeaderSize: most(limits, "headerBytes", false),
    },
    trustProxy: trust,
    requestIdHeader: false,
    genReqId: (request) => {
      const given = request.headers["x-request-id"];
      return typeof given === "string" && GIVEN_ID.test(given) ? given : randomUUID();
    },
    frameworkErrors: (error, _request, reply) => sendError(reply, "BAD_REQUEST", error.message),
  });
  // Only JSON is read, so a page of another site cannot post here without asking first.
  app.removeContentTypeParser("text/plain");
  shapeErrors(app);
  app.server.on("checkExpectation", refuseExpectation);

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS).header("x-request-id", request.id);
    const { host } = request.headers;
    if (host === undefined && request.raw.httpVersion === "1.1") {
      return sendError(reply, "BAD_REQUEST", "HTTP/1.1 needs a Host header.");
    }
    if (!URL.canParse(`http://${host ?? "localhost"}`)) {
      return sendError(reply, "BAD_REQUEST", "The Host header is malformed.");
    }
  });

  const metrics = new Metrics();
  noteRequests(app, metrics);
  const endCounting = parts.storage.onStatement(() => metrics.ran());
  app.addHook("onClose", async () => endCounting());

  const apollo = buildApollo({
    schema: parts.schema,
    log: app.log,
    statuses: parts.config.statuses ?? "compatible",
    limits,
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  // Requests under way may finish; those that do not by then would hold the whole stop up.
  app.addHook("preClose", async () => {
    setTimeout(() => app.server.closeAllConnections(), DRAIN_MS).unref();
  });

  const seats = new Seats(most(limits, "streams", false), most(limits, "streamsInAll", false));
  const files = readAssets(parts.clientFolder ?? CLIENT);
  const { publicUrl, authSecret, oidc } = parts.config;
  const auth = authOver({
    storage: parts.storage,
    clock,
    site: publicUrl,
    secret: authSecret,
    provider: oidc,
  });
  const house = { site: publicUrl, cookie: auth.cookie };
  const viewerBy = async (shown: Shown | null) => {
    if (shown === null) return ANONYMOUS;
    return shown.by === "TOKEN" ? viewerOf(shown.text) : viewerOfSession(auth, shown.text);
  };
  const contextOf = async (requestId: string, shown: Shown | null): Promise<Context> => ({
    storage: parts.storage,
    viewer: await viewerBy(shown),
    clock,
    requestId,
    pageSize: most(limits, "pageSize", false),
    importRows: most(limits, "importRows", false),
    following: () => seats.taken,
  });
  serveHealth(app, () => parts.storage.read(async () => undefined));
  serveMetrics(app, metrics);
  const answers = new Answers(ANSWER_BYTES);
  metrics.watch("entente_answers_kept_bytes", "Answers in memory, in bytes.", () => answers.bytes);
  const edition = editions({ storage: parts.storage, schema: parts.schema, clock });
  const purseOf = parts.config.rateLimit === false ? undefined : purses(limits, clock);
  const answering = {
    contextOf,
    house,
    edition,
    answers,
    executionMs: most(limits, "executionMs", false),
    purseOf,
    clock,
    sharedSeconds: parts.config.sharedSeconds ?? 0,
    limits,
  };
  const { schema, storage, heartbeatMs } = parts;
  serveGraphql(app, { ...answering, apollo, page: files.get("/graphiql.html") });
  serveAuth(app, { auth, house, purseOf, tries: tries(limits, clock) });
  await serveImport(app, { contextOf, house, purseOf, limits });
  serveFeeds(app, { ...answering, schema, publicUrl });
  const copies = new Copies(storage, most(limits, "replayReports", false));
  const schemaVersion = versionOf(schema);
  serveReceipts(app, { ...answering, apollo, storage, copies, schemaVersion, publicUrl });
  serveDocs(app, {
    template: files.get("/docs.html"),
    edition,
    ask: async (source) =>
      graphql({ schema: parts.schema, source, contextValue: await contextOf("docs", null) }),
  });
  serveStream(app, { schema, storage, contextOf, seats, metrics, heartbeatMs });
  serveSocket(app, {
    schema,
    limits,
    contextOf,
    purseOf,
    seats,
    trust,
    house,
    metrics,
    heartbeatMs,
  });
  await serveClient(app, files, pagesOf({ ...answering, schema, publicUrl }));
  return app;
}
