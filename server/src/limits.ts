/** What one request may ask at most, and one address in a minute: the whole list, as data. Larger asks are refused before they cost anything. */
import { Refusal } from "./refusal.ts";

/** One limit. */
export interface Limit {
  /** What is counted, for people. */
  counts: string;
  /** The most that is allowed without a token. */
  anonymous: number;
  /** The most that is allowed with a valid token. */
  token: number;
  /** `extensions.code` of the refusal. */
  code: string;
  /** What to do instead. */
  instead: string;
}

const everybody = (most: number) => ({ anonymous: most, token: most });

/** Every limit by name. A token never has less. */
export const LIMITS = {
  bodyBytes: {
    counts: "Bytes of a request's body",
    ...everybody(100 * 1024),
    code: "PAYLOAD_TOO_LARGE",
    instead: "Ask in several requests.",
  },
  importBytes: {
    counts: "Bytes of a file that is sent to `/import`",
    ...everybody(1024 * 1024),
    code: "PAYLOAD_TOO_LARGE",
    instead: "Part it into several files, or import it on the server: `entente import FILE`.",
  },
  importRows: {
    counts: "Rows of a file that is imported by `/import` or `importBundle`; in a bundle, reports",
    ...everybody(2000),
    code: "BAD_USER_INPUT",
    instead:
      "Part it into several files, each with the header, or import it on the server: `entente import FILE`.",
  },
  headerBytes: {
    counts: "Bytes of a request's address and headers",
    ...everybody(16 * 1024),
    code: "HEADERS_TOO_LARGE",
    instead: "Send a long query by POST.",
  },
  tokens: {
    counts: "Lexical tokens of a document: names, numbers, brackets",
    anonymous: 1000,
    token: 2000,
    code: "TOO_COSTLY",
    instead: "Ask in several requests, or share what repeats in a fragment.",
  },
  depth: {
    counts: "Fields one inside the other",
    ...everybody(10),
    code: "TOO_COSTLY",
    instead: "Ask for the inner part in a request of its own, by slug or `node(id:)`.",
  },
  selections: {
    counts: "Fields of an operation, each fragment counted wherever it is spread",
    ...everybody(2000),
    code: "TOO_COSTLY",
    instead: "Ask in several requests.",
  },
  aliases: {
    counts: "Aliases of an operation, each fragment counted wherever it is spread",
    ...everybody(30),
    code: "TOO_COSTLY",
    instead: "Ask for a list with a filter, or for `nodes(ids:)`.",
  },
  rootFields: {
    counts: "Fields of a query's first level",
    ...everybody(20),
    code: "TOO_COSTLY",
    instead: "Ask for a list with a filter, or for `nodes(ids:)`.",
  },
  mutations: {
    counts: "Mutations of one request",
    ...everybody(4),
    code: "TOO_COSTLY",
    instead: "Send the rest in another request.",
  },
  directives: {
    counts: "Directives of an operation, each fragment counted wherever it is spread",
    ...everybody(50),
    code: "TOO_COSTLY",
    instead: "Put what is left out together into one fragment.",
  },
  pageSize: {
    counts: "Nodes of one page: `first` or `last`",
    ...everybody(100),
    code: "BAD_USER_INPUT",
    instead: "Ask for the rest with `after`.",
  },
  listEntries: {
    counts:
      "Entries of one list in the arguments, such as `countries` of a filter, or the ids of `nodes`",
    ...everybody(100),
    code: "BAD_USER_INPUT",
    instead: "Name fewer at once, or leave the list out and narrow by something else.",
  },
  columns: {
    counts:
      "Marks of one timeline, which come as columns; with `history`, one for each state of knowledge",
    ...everybody(10_000),
    code: "TOO_COSTLY",
    instead: "Narrow the window, the lanes or the filter.",
  },
  cost: {
    counts: "Cost of a request: the objects its answer can hold",
    anonymous: 5000,
    token: 20_000,
    code: "TOO_COSTLY",
    instead: "Ask for smaller pages.",
  },
  requestsPerMinute: {
    counts:
      "Requests of one address (of an IPv6 address, its /64) or token in a minute; each mutation counts as ten",
    anonymous: 3000,
    token: 12_000,
    code: "RATE_LIMITED",
    instead: "Wait as long as Retry-After says.",
  },
  pointsPerMinute: {
    counts:
      "Cost of one address's or token's requests in a minute, as far as they were not answered from memory",
    anonymous: 500_000,
    token: 5_000_000,
    code: "RATE_LIMITED",
    instead: "Wait as long as Retry-After says.",
  },
  signInsOfAccount: {
    counts:
      "Tries to sign in to one account in a quarter of an hour; one that succeeds does not count",
    ...everybody(10),
    code: "RATE_LIMITED",
    instead:
      "Wait as long as Retry-After says, or ask an admin for a link that sets another password.",
  },
  signInsOfAddress: {
    counts:
      "Tries to sign in or to join from one address (of an IPv6 address, its /64) in a quarter of an hour; one that succeeds does not count",
    ...everybody(40),
    code: "RATE_LIMITED",
    instead: "Wait as long as Retry-After says.",
  },
  streams: {
    counts: "Event streams and sockets open at once from one address (of an IPv6 address, its /64)",
    ...everybody(100),
    code: "RATE_LIMITED",
    instead: "Close some, or share one.",
  },
  streamsInAll: {
    counts: "Event streams and sockets open at once, from wherever",
    ...everybody(2000),
    code: "RATE_LIMITED",
    instead: "Try again later, or ask for what changed now and then.",
  },
  subscriptions: {
    counts: "Subscriptions over one socket",
    ...everybody(10),
    code: "RATE_LIMITED",
    instead: "Complete one first, or let one filter name more.",
  },
  executionMs: {
    counts: "Milliseconds that answering may take",
    ...everybody(5000),
    code: "EXECUTION_TIMEOUT",
    instead: "Ask for less at once.",
  },
  greetingMs: {
    counts:
      "Milliseconds in which a socket must say `connection_init`; one that does not is closed with 4408",
    ...everybody(5000),
    code: "REQUEST_TIMEOUT",
    instead: "Send `connection_init` first.",
  },
  replayReports: {
    counts: "Reports in a database whose receipts are replayed",
    ...everybody(50_000),
    code: "TOO_COSTLY",
    instead: "Load a dump into a database of your own and ask there.",
  },
  headersMs: {
    counts: "Milliseconds in which a request's headers must arrive",
    ...everybody(10_000),
    code: "REQUEST_TIMEOUT",
    instead: "Try again over a better connection.",
  },
  arrivalMs: {
    counts: "Milliseconds in which a whole request must arrive",
    ...everybody(15_000),
    code: "REQUEST_TIMEOUT",
    instead: "Try again over a better connection.",
  },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;

/** What a server holds its readers to: the limits above, or others. */
export type Limits = Readonly<Record<LimitName, Limit>>;

/** The most that is allowed of something. */
export function most(limits: Limits, name: LimitName, hasToken: boolean): number {
  return hasToken ? limits[name].token : limits[name].anonymous;
}

/** The limits, some of them set to other numbers for everybody. */
export function limitsWith(set: Partial<Record<LimitName, number>>): Limits {
  const changed = Object.entries(set).map(([name, value]) => [
    name,
    { ...LIMITS[name as LimitName], ...everybody(value) },
  ]);
  return { ...LIMITS, ...Object.fromEntries(changed) };
}

/** What to say when answering took longer than `ms`. */
export function tookTooLong(ms: number): Refusal {
  return new Refusal(
    "EXECUTION_TIMEOUT",
    `Answering took longer than the ${ms} ms it may. ${LIMITS.executionMs.instead} A write may or may not have been kept: send it again with the same idempotency key.`,
  );
}

/** Errors that are collected before validation gives up. */
export const MOST_ERRORS = 10;
/** Milliseconds that requests under way are given to finish once the server is told to stop. */
export const DRAIN_MS = 700;
/** Bytes that answers kept in memory may take together. */
export const ANSWER_BYTES = 64 * 1024 * 1024;
/** Characters of an operation's name that are written to the log. */
export const MOST_NAME = 100;
/** Milliseconds between signs of life on an open stream. Whoever has not taken one by the next is cut off. */
export const HEARTBEAT_MS = 15_000;
/** Milliseconds that sockets are given to say goodbye once the server is told to stop. */
export const GOODBYE_MS = 300;
