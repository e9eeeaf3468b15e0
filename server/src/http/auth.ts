// Sign-in, as the client asks for it. Everything is JSON, and every error in the one shape.
//
//   GET  /auth/get-session        who is in: { session: { expiresAt }, user: { name, email, role } }, or null
//   GET  /auth/ways               how one can sign in: { password: true, provider: { name } or null }
//   POST /auth/sign-in/email      { email, password }
//   POST /auth/sign-in/provider   { to? }: { url }, where the browser is to go; it comes back to the path `to`, or to /sign-in?error=…
//   GET  /auth/sessions           of whoever is in: { sessions: [{ createdAt, seenAt, expiresAt, here }] }, the last used first
//   POST /auth/sign-out           ends the session in the database too
//   POST /auth/sign-out-everywhere { stay }: ends every session of theirs; all but this one with stay. { ended }, how many
//   POST /auth/change-password    { currentPassword, newPassword }
//   POST /auth/join/look          { token }: whom a link is for
//   POST /auth/join               { token, name, password, email? }: uses the link up
//
// The cookie is HttpOnly and the session's token stands in no answer.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Auth, SignedIn } from "../access/access.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";
import { sendError } from "./errors.ts";
import { type Purses, seconds, takeRequest } from "./rate.ts";
import { foreignness, type House, shownIn } from "./shown.ts";
import type { Tries } from "./tries.ts";

/** What the routes need. */
export interface AuthRouteParts {
  auth: Auth;
  house: House;
  purseOf: Purses | undefined;
  tries: Tries;
}

/** Bytes of a body, which holds a few short texts. */
const BODY_BYTES = 8 * 1024;

/** Longer texts are refused before anything is worked out from them. */
const text = z.string().max(1_000);
const signIn = z.object({ email: text, password: text });
const change = z.object({ currentPassword: text, newPassword: text });
const look = z.object({ token: text });
/** A path of this site: nothing that a browser could take for another. */
const path = z
  .string()
  .max(1_000)
  .regex(/^\/(?![/\\])[^\s\\]*$/, "a path of this site, such as /desk");
const provider = z.object({ to: path.default("/") });
const join = z.object({ token: text, name: text, password: text, email: text.nullish() });

/** Adds the routes. */
export function serveAuth(app: FastifyInstance, parts: AuthRouteParts): void {
  const { auth, house, purseOf } = parts;
  const cookieOf = ({ headers: { cookie } }: FastifyRequest) =>
    shownIn({ cookie }, house)?.text ?? null;
  const options = { bodyLimit: BODY_BYTES };

  // Who is in is nobody else's business, and changes from one moment to the next.
  const guard = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header("cache-control", "no-store");
    const refused = takeRequest(
      purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null,
      reply,
    );
    if (refused) return refused;
    const foreign = request.method === "POST" ? foreignness(request.headers, house) : null;
    return foreign ? sendError(reply, "FORBIDDEN", foreign) : null;
  };

  /** A POST whose body has this shape. */
  const post = <Body>(
    path: string,
    shape: z.ZodType<Body>,
    act: (body: Body, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  ) =>
    app.post(`/auth/${path}`, options, async (request, reply) => {
      const refused = guard(request, reply);
      if (refused) return refused;
      const body = shape.safeParse(request.body ?? {});
      if (!body.success) throw misshapen(body.error);
      return reply.send(await act(body.data, request, reply));
    });

  app.get("/auth/get-session", async (request, reply) => {
    const refused = guard(request, reply);
    if (refused) return refused;
    const cookie = cookieOf(request);
    const session = cookie === null ? null : await auth.sessionOf(cookie);
    return reply.type("application/json; charset=utf-8").send(JSON.stringify(shown(session)));
  });

  /** Does what may be tried only so often; a try that comes to nothing counts. */
  const trying = async <T>(
    { ip }: FastifyRequest,
    reply: FastifyReply,
    email: string | null,
    act: () => Promise<T>,
  ): Promise<T> => {
    const waitMs = parts.tries.take(ip, email);
    if (waitMs !== null) {
      reply.header("retry-after", String(seconds(waitMs)));
      throw new Refusal(
        "RATE_LIMITED",
        `Too many tries. Wait ${seconds(waitMs)} s, as Retry-After says. If the password is lost, an admin can give you a link that sets another.`,
      );
    }
    const done = await act();
    parts.tries.forgive(ip, email);
    return done;
  };

  app.get("/auth/ways", (request, reply) => {
    const name = auth.provider?.name;
    return (
      guard(request, reply) ?? reply.send({ password: true, provider: name ? { name } : null })
    );
  });

  const providerOf = () => {
    if (auth.provider) return auth.provider;
    throw new Refusal("NOT_FOUND", "No provider is set up here. Sign in with a password.");
  };
  post("sign-in/provider", provider, async ({ to }, _request, reply) => {
    const { url, cookies } = await providerOf().begin(to);
    reply.header("set-cookie", cookies);
    return { url };
  });
  app.get("/auth/callback/oidc", async (request, reply) => {
    const refused = guard(request, reply);
    if (refused) return refused;
    const query = request.url.split("?").slice(1).join("?");
    const { url, cookies } = await providerOf().end(query, request.headers.cookie ?? "");
    return reply.header("set-cookie", cookies).redirect(url, 302);
  });

  post("sign-in/email", signIn, async ({ email, password }, request, reply) => {
    const enterBy = () => auth.signIn(email, password, cookieOf(request));
    return enter(reply, await trying(request, reply, email, enterBy));
  });
  post("join/look", look, ({ token }, request, reply) =>
    trying(request, reply, null, () => auth.look(token)),
  );
  post("join", join, async ({ email = null, ...given }, request, reply) =>
    enter(reply, await trying(request, reply, null, () => auth.join({ ...given, email }))),
  );
  post("change-password", change, async (given, request, reply) => {
    const cookie = cookieOf(request) ?? "";
    const { email = null } = (await auth.sessionOf(cookie)) ?? {};
    const changed = () => auth.changePassword(cookie, given.currentPassword, given.newPassword);
    return enter(reply, await trying(request, reply, email, changed));
  });
  post("sign-out", z.object({}), async (_given, request, reply) => {
    reply.header("set-cookie", await auth.signOut(cookieOf(request)));
    return { session: null, user: null };
  });
  app.get("/auth/sessions", async (request, reply) => {
    const refused = guard(request, reply);
    if (refused) return refused;
    const sessions = await auth.sessionsOf(cookieOf(request) ?? "");
    if (!sessions) throw new Refusal("UNAUTHENTICATED", "Your session has ended. Sign in again.");
    return reply.send({ sessions: sessions.map(({ id: _, ...told }) => told) });
  });
  post("sign-out-everywhere", z.object({ stay: z.boolean() }), async ({ stay }, request, reply) => {
    const { ended, cookies } = await auth.signOutEverywhere(cookieOf(request) ?? "", stay);
    reply.header("set-cookie", cookies);
    return { ended };
  });
}

/** What somebody who has just come in is answered, and what their browser is to keep. */
function enter(reply: FastifyReply, { session, cookies }: SignedIn) {
  reply.header("set-cookie", cookies);
  return shown(session);
}

function shown(session: SignedIn["session"] | null) {
  if (!session) return null;
  const { name, email, role, expiresAt } = session;
  return { session: { expiresAt }, user: { name, email, role } };
}

function misshapen(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String);
  const what = path.length > 0 ? `\`${path.join(".")}\`` : "the body";
  return new Refusal(
    "INVALID_INPUT",
    `Send JSON; ${what} is not as it should be: ${issue?.message}.`,
    {
      path,
    },
  );
}
