/** What the server counts of itself, for Prometheus. No label takes a value from outside, so the number of series stays what it is. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Where an answer of the API came from: executed now, given before, or known to the reader already. */
export type From = "executed" | "memory" | "unchanged";

/** One request, once it is answered. */
export interface Served {
  method: string;
  /** Pattern of the route, not the address; undefined when none matched. */
  route: string | undefined;
  status: number;
  seconds: number;
  /** Undefined when it was not one to the API. */
  from: From | undefined;
  /** Points of the operation; undefined when there was none that could be counted. */
  cost: number | undefined;
}

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);

/** Seconds: a 304 takes less than the first, a page of 500 events a few of the middle ones, nothing longer than the last. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Points: what anybody may spend on one request is 5,000, with a token 20,000. */
const POINTS = [1, 10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000];

/** The counters of one application. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests;
  readonly #durations;
  readonly #answers;
  readonly #costs;
  readonly #statements;
  readonly #subscribers = new Map<string, () => number>();

  constructor() {
    const registers = [this.#registry];
    this.#requests = new Counter({
      name: "entente_http_requests_total",
      help: "Requests answered, by method, pattern of the route and status.",
      labelNames: ["method", "route", "status"],
      registers,
    });
    this.#durations = new Histogram({
      name: "entente_http_request_duration_seconds",
      help: "Time from a request's head to the end of its answer, by pattern of the route.",
      labelNames: ["route"],
      buckets: SECONDS,
      registers,
    });
    this.#answers = new Counter({
      name: "entente_graphql_answers_total",
      help: "Answers of /graphql by where they came from: executed, memory (a hit), unchanged (304).",
      labelNames: ["from"],
      registers,
    });
    this.#costs = new Histogram({
      name: "entente_graphql_query_cost_points",
      help: "Cost of operations that were executed or answered from memory, in points.",
      buckets: POINTS,
      registers,
    });
    this.#statements = new Counter({
      name: "entente_sql_statements_total",
      help: "SQL statements that requests ran.",
      registers,
    });
    const open = this.#subscribers;
    new Gauge({
      name: "entente_subscribers",
      help: "Streams of changes that are open, by transport.",
      labelNames: ["transport"],
      registers,
      collect() {
        for (const [transport, count] of open) this.set({ transport }, count());
      },
    });
    for (const from of ["executed", "memory", "unchanged"]) this.#answers.inc({ from }, 0);
  }

  /** Counts a request. */
  served({ method, route = "none", status, seconds, from, cost }: Served): void {
    const known = METHODS.has(method) ? method : "other";
    this.#requests.inc({ method: known, route, status });
    this.#durations.observe({ route }, seconds);
    if (from) this.#answers.inc({ from });
    if (cost !== undefined) this.#costs.observe(cost);
  }

  /** Counts a statement. */
  ran(): void {
    this.#statements.inc();
  }

  /** Asks `count`, whenever it is read, how many streams of this transport are open. */
  watchSubscribers(transport: string, count: () => number): void {
    this.#subscribers.set(transport, count);
  }

  /** Asks `read`, whenever it is read, for the value of a gauge. */
  watch(name: string, help: string, read: () => number): void {
    const registers = [this.#registry];
    const collect = function (this: Gauge) {
      this.set(read());
    };
    new Gauge({ name, help, registers, collect });
  }

  /** Media type of `text`. */
  get type(): string {
    return this.#registry.contentType;
  }

  /** All of it, in the text format of Prometheus: the application's own and the process's. */
  async text(): Promise<string> {
    return Registry.merge([this.#registry, processes()]).metrics();
  }
}

let shared: Registry | undefined;

/** Memory, CPU, event loop and garbage collection: the process's, however many applications are in it. */
function processes(): Registry {
  if (!shared) {
    shared = new Registry();
    collectDefaultMetrics({ register: shared });
  }
  return shared;
}
