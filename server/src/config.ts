/** The environment, read once. Everything that can be set from outside is here, and nothing else reads `process.env`. */
import { isIPv4, isIPv6 } from "node:net";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** In the repository's root, as far from `src` as from `dist`: the server and the command line agree, wherever each is started. */
const DATABASE = fileURLToPath(new URL("../../data/entente.db", import.meta.url));

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const STATUSES = ["compatible", "draft"] as const;

const SWITCH = ["on", "off"] as const;

/** Whether a text says which proxies to believe: a number of them from 1 to 9, or addresses and networks. Never all: then anybody could be anybody. */
function isTrust(text: string): boolean {
  if (/^\d+$/.test(text)) return /^[1-9]$/.test(text);
  return text.split(",").every((part) => {
    const [address = "", bits, ...rest] = part.trim().split("/");
    const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
    if (rest.length > 0 || most < 0) return false;
    return (
      bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most)
    );
  });
}

/** Whether a text is the address of a site: no path, no name, no password. */
function isSite(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, href, protocol } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** Whether a text is the address of a provider of OpenID Connect. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isNear = protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return (protocol === "https:" || isNear) && search === "" && hash === "";
}

const environment = z.object({
  PORT: z.coerce
    .number({ error: "PORT must be a whole number from 0 to 65535" })
    .int("PORT must be a whole number from 0 to 65535")
    .min(0, "PORT must be a whole number from 0 to 65535")
    .max(65535, "PORT must be a whole number from 0 to 65535")
    .default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+)$/,
      "DATABASE_URL must be file:PATH for SQLite or postgres://… for PostgreSQL",
    )
    .default(`file:${DATABASE}`),
  PUBLIC_URL: z
    .string()
    .refine(isSite, {
      error:
        "PUBLIC_URL must be the address of the site, without a path, such as https://entente.example",
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  SHARED_CACHE_SECONDS: z.coerce
    .number({ error: "SHARED_CACHE_SECONDS must be a whole number from 0 to 3600" })
    .int("SHARED_CACHE_SECONDS must be a whole number from 0 to 3600")
    .min(0, "SHARED_CACHE_SECONDS must be a whole number from 0 to 3600")
    .max(3600, "SHARED_CACHE_SECONDS must be a whole number from 0 to 3600")
    .default(0),
  ERROR_STATUSES: z
    .enum(STATUSES, { error: `ERROR_STATUSES must be one of ${STATUSES.join(", ")}` })
    .default("compatible"),
  RATE_LIMIT: z.enum(SWITCH, { error: "RATE_LIMIT must be on or off" }).default("on"),
  TRUST_PROXY: z
    .string()
    .refine(isTrust, {
      error:
        "TRUST_PROXY must be how many proxies stand in front, or their addresses: 1, or 127.0.0.1, 10.0.0.0/8",
    })
    .transform((text) => (/^\d+$/.test(text) ? Number(text) : text))
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      error:
        "OIDC_ISSUER must be the address of the provider, with https (http on this machine alone), such as https://login.example",
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "OIDC_NAME has at most 60 characters").optional(),
  AUTH_SECRET: z
    .string()
    .min(32, "AUTH_SECRET must have at least 32 characters, chosen by chance")
    .optional(),
  LOG_LEVEL: z
    .enum(LEVELS, { error: `LOG_LEVEL must be one of ${LEVELS.join(", ")}` })
    .default("warn"),
});

/** A provider of OpenID Connect. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

/** Settings of one running server. */
export interface Config {
  /** TCP port; 0 lets the system choose a free one. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** `file:PATH` or `postgres://…`. A relative path counts from the folder the program is started in; npm starts it in the repository's root. */
  databaseUrl: string;
  /** Where readers find this site, such as `https://entente.example`; undefined to go by the Host of each request. */
  publicUrl: string | undefined;
  /** Seconds that caches shared by many readers, such as a CDN, may answer without asking; 0 to be asked each time. */
  sharedSeconds: number;
  /** Which HTTP statuses mistakes in a query have: those that older clients rely on, or those of the draft of 2026. */
  statuses: (typeof STATUSES)[number];
  /** Whether requests are counted by address and token. Off is for a network where everybody is trusted, or behind something that counts. */
  rateLimit: boolean;
  /** How many proxies stand in front, or their addresses: only their word on whose request it is counts. False for none. */
  trustProxy: number | string | false;
  /** What cookies are signed with; undefined for one that is made once and kept in the database. */
  authSecret: string | undefined;
  /** Who vouches for people besides passwords; undefined when nobody does. */
  oidc: OidcConfig | undefined;
  /** Least severe level that is written. Logs go to standard error, one JSON object a line. */
  logLevel: (typeof LEVELS)[number];
}

/** A setting that cannot be used. The message says which, and what it may be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the settings from an environment. An empty variable counts as not set.
 * @throws ConfigError with one sentence per wrong value.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(set);
  if (!read.success) {
    const sentences = read.error.issues.map(({ message, path }) => {
      const name = String(path[0]);
      // A secret, or an address that may hold a password: it is not repeated.
      if (["DATABASE_URL", "AUTH_SECRET", "OIDC_CLIENT_SECRET"].includes(name))
        return `${message}.`;
      return `${message}; it is ${JSON.stringify(set[name])}.`;
    });
    throw new ConfigError(sentences.join(" "));
  }
  const { PORT, HOST, DATABASE_URL, SHARED_CACHE_SECONDS, ERROR_STATUSES, LOG_LEVEL } = read.data;
  const { PUBLIC_URL, RATE_LIMIT, TRUST_PROXY, AUTH_SECRET } = read.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL,
    sharedSeconds: SHARED_CACHE_SECONDS,
    statuses: ERROR_STATUSES,
    rateLimit: RATE_LIMIT === "on",
    trustProxy: TRUST_PROXY ?? false,
    authSecret: AUTH_SECRET,
    oidc: providerIn(read.data),
    logLevel: LOG_LEVEL,
  };
}

/** The provider that is set, whole or not at all. It sends people back to the site, so that must be told too. */
function providerIn(env: z.infer<typeof environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, PUBLIC_URL } = env;
  const needed = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  if (Object.values(needed).every((value) => value === undefined)) return undefined;
  const missing = Object.entries({ ...needed, PUBLIC_URL })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
  if (!issuer || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || missing.length > 0) {
    throw new ConfigError(`To sign in by a provider, set ${missing.join(" and ")} too.`);
  }
  return {
    issuer: issuer.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? new URL(issuer).hostname,
  };
}
