// One of many editors: looks at something, writes, and begins again from what stands when somebody was faster.

/** What can be edited. */
export interface Thing {
  __typename: "Agreement" | "Event" | "Leader";
  id: string;
  slug: string;
  version: number;
  /** The last change that any of them made here; perhaps one that is undone by now. */
  lastChange?: string;
}

/** What editors were told, all of them together. */
export interface Told {
  requests: number;
  /** How long each write took. */
  milliseconds: number[];
  accepted: { id: string; action: string; revision: number }[];
  stale: number;
  replays: number;
  dryRuns: number;
  /** Refusals that an editor can expect, by code. */
  refused: Map<string, number>;
  /** What nobody should be told. */
  wrong: string[];
}

/** What comes of a write. */
interface Payload {
  replayed: boolean;
  change: { id: string; revision: number; version: number } | null;
  errors: { code: string; message: string; currentVersion?: number }[];
}

const LOOK = `query ($id: ID!) {
  node(id: $id) {
    ... on Agreement { version status parties { key } rivalClaims { report { id } } }
    ... on Event { version now: status rivalClaims { report { id } } }
    ... on Leader { version alsoKnownAs }
  }
}`;

/** What an editor may be told when others wrote in between, or when the machine of statuses forbids it. */
const EXPECTED = ["ILLEGAL_TRANSITION", "IN_THE_WAY", "INVALID_INPUT"];
const TRIES = 8;

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const chance = (part: number) => Math.random() < part;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A holder of a token. */
export class Colleague {
  readonly #address: string;
  readonly #token: string;
  readonly #number: number;
  readonly #told: Told;
  #sent = 0;

  constructor(address: string, token: string, number: number, told: Told) {
    this.#address = address;
    this.#token = token;
    this.#number = number;
    this.#told = told;
  }

  /** The data of an answer. Throws what else was answered. */
  // biome-ignore lint/suspicious/noExplicitAny: each caller knows what it asked for.
  async ask(query: string, variables: object = {}): Promise<any> {
    this.#told.requests += 1;
    const answer = await fetch(`${this.#address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.#token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await answer.text();
    const { data, errors } = JSON.parse(text);
    if (answer.status !== 200 || errors)
      throw new Error(`${answer.status} ${errors?.[0]?.message ?? text}`);
    return data;
  }

  /** Writes until the moment comes. */
  async work(things: Thing[], until: number): Promise<void> {
    while (performance.now() < until) {
      try {
        await this.#edit(pick(things));
      } catch (error) {
        this.#told.wrong.push((error as Error).message);
      }
    }
  }

  async #edit(thing: Thing): Promise<void> {
    const { node } = await this.ask(LOOK, { id: thing.id });
    const [action, wish] = this.#wish(thing, node);
    let expectedVersion = node.version;
    for (let tries = 0; tries < TRIES; tries++) {
      this.#sent += 1;
      const idempotencyKey = `${this.#number}-${this.#sent}`;
      const note = `Editor ${this.#number}, ${this.#sent}.`;
      const input = { ...wish, note, expectedVersion, idempotencyKey };
      if (chance(0.1)) await this.#imagine(action, input);
      // Sometimes both at once, as a client does that gave up waiting too early.
      const isTwice = chance(0.1);
      const answers = await Promise.all([
        this.#send(action, input),
        ...(isTwice ? [this.#send(action, input)] : []),
      ]);
      const error = answers[0]?.errors[0];
      if (!error) return this.#carriedOut(action, thing, input, answers);
      if (error.code === "STALE_VERSION") {
        this.#told.stale += 1;
        expectedVersion = error.currentVersion ?? expectedVersion;
        continue;
      }
      const { refused, wrong } = this.#told;
      if (!EXPECTED.includes(error.code)) wrong.push(`${action}: ${error.code} ${error.message}`);
      refused.set(`${action} ${error.code}`, (refused.get(`${action} ${error.code}`) ?? 0) + 1);
      return;
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: the node is of the type that is named.
  #wish({ __typename: type, id, lastChange }: Thing, node: any): [string, object] {
    const day = `2025-0${1 + Math.floor(Math.random() * 9)}-1${Math.floor(Math.random() * 10)}`;
    const source = { publisher: "Crowd", publishedOn: "2025-12-01" };
    if (lastChange && chance(0.15)) return ["undoChange", { changeId: lastChange }];
    if (type === "Leader")
      return [
        "updateLeader",
        { leaderId: id, alsoKnownAs: [`Name ${this.#number}-${this.#sent}`] },
      ];
    if (node.rivalClaims.length > 0 && chance(0.2))
      return [
        "preferReport",
        { reportId: pick(node.rivalClaims as { report: { id: string } }[]).report.id },
      ];
    const claimant = `Claimant ${this.#number}`;
    if (type === "Event")
      return ["reportEventStatus", { eventId: id, status: node.now, when: day, claimant, source }];
    if (chance(0.5))
      return [
        "reportAgreementStatus",
        { agreementId: id, status: node.status, when: day, claimant, source },
      ];
    const parties = [pick(node.parties as { key: string }[]).key];
    return [
      "reportPartyStep",
      { agreementId: id, step: "RECOMMENDED", parties, body: "Committee", when: day, source },
    ];
  }

  async #send(action: string, input: object): Promise<Payload> {
    const begun = performance.now();
    const data = await this.ask(
      `mutation ($input: ${capital(action)}Input!) { ${action}(input: $input) {
        replayed change { id revision version } errors { ... on UserError { code message } ... on StaleVersionError { currentVersion } }
      } }`,
      { input },
    );
    this.#told.milliseconds.push(performance.now() - begun);
    return data[action];
  }

  async #imagine(action: string, input: object): Promise<void> {
    const { replayed } = await this.#send(action, { ...input, dryRun: true });
    this.#told.dryRuns += 1;
    if (replayed) this.#told.wrong.push(`${action}: a dry run was answered as a repetition.`);
  }

  async #carriedOut(
    action: string,
    thing: Thing,
    input: { expectedVersion: number },
    answers: Payload[],
  ): Promise<void> {
    const all = chance(0.2) ? [...answers, await this.#send(action, input)] : answers;
    const made = all[0]?.change;
    if (!made) throw new Error(`${action}: neither a change nor an error`);
    const { id, revision, version } = made;
    const { expectedVersion } = input;
    // Without this, a write over a colleague's would look like one that followed it: versions grow either way.
    if (version !== expectedVersion + 1)
      this.#told.wrong.push(
        `${action}: began from version ${expectedVersion}, and version ${version} came of it: what a colleague wrote in between was not seen.`,
      );
    thing.lastChange = id;
    this.#told.accepted.push({ id: thing.id, action, revision });
    this.#told.replays += all.length - 1;
    const isOne = all.every(({ change }) => change?.revision === revision);
    if (!isOne || all.filter(({ replayed }) => replayed).length !== all.length - 1)
      this.#told.wrong.push(`${action}: one key, and ${JSON.stringify(all)}`);
  }
}
