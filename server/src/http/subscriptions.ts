/** The protocol of subscriptions: graphql-ws, with this server's errors and limits. */
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { type Context as Connection, makeServer, type Server } from "graphql-ws";
import type { Context } from "../graphql/context.ts";
import { formatError, isBug, thrown } from "../graphql/format-error.ts";
import { type Limits, most } from "../limits.ts";
import type { Purses } from "./rate.ts";
import type { Shown } from "./shown.ts";
import { error, subscribing } from "./subscribing.ts";

/** What is kept of a connection: one id for all that is logged of it, where it comes from, and the session it was opened in, if any. */
export type Kept = { requestId: string; address: string; session: Shown | null };

type Held = Connection<Record<string, unknown>, Kept>;

/** What subscriptions need. */
export interface SubscriptionParts {
  schema: GraphQLSchema;
  limits: Limits;
  /** The context of a subscription; `shown` is null when nothing came. */
  contextOf: (requestId: string, shown: Shown | null) => Promise<Context>;
  /** Whose budget a subscription is charged to; left out when nobody counts. */
  purseOf?: Purses | undefined;
  log: FastifyBaseLogger;
}

/** Makes the protocol's server. Nothing but subscriptions goes over it: queries and mutations have HTTP, and its caches. */
export function subscriptions(parts: SubscriptionParts): Server<Kept> {
  const { limits, contextOf, log } = parts;
  const allowed = most(limits, "subscriptions", false);

  /** Errors as their caller may read them; logged when they are ours. */
  const told = ({ extra: { requestId } }: Held, caught: readonly GraphQLError[]) =>
    caught.map((each) => {
      if (isBug(each)) log.error({ reqId: requestId, err: thrown(each) }, "a subscription failed");
      const { extensions, ...formatted } = formatError(each.toJSON(), each);
      return { ...formatted, extensions: { ...extensions, requestId } };
    });

  return makeServer<Record<string, unknown>, Kept>({
    connectionInitWaitTimeout: most(limits, "greetingMs", false),
    async onSubscribe(connection, _id, payload) {
      if (Object.keys(connection.subscriptions).length > allowed) {
        const { instead } = limits.subscriptions;
        const message = `One socket may hold ${allowed} subscriptions. ${instead}`;
        return [error("RATE_LIMITED", message)];
      }
      const { requestId, address, session } = connection.extra;
      const shown = tokenIn(connection) ?? session;
      const context = await contextOf(requestId, shown);
      const purse = parts.purseOf?.({ ip: address, shown }, context.viewer) ?? null;
      return subscribing({ ...parts, purse }, context, payload);
    },
    onNext: (connection, _id, _payload, _args, { data, errors }) =>
      errors && { ...(data !== undefined && { data }), errors: told(connection, errors) },
    onError: (connection, _id, _payload, errors) => told(connection, errors),
  });
}

/** The token that came with `connection_init`, written as in the HTTP header. */
function tokenIn({ connectionParams }: Held): Shown | null {
  const given = connectionParams?.authorization ?? connectionParams?.Authorization;
  return typeof given === "string" ? { by: "TOKEN", text: given } : null;
}
