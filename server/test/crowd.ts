// Many editors at once on a server that is a process of its own, and the proof afterwards that nobody's write was lost and none was made twice.
import { createToken, RANDOM_BYTES } from "../src/access/access.ts";
import type { Storage } from "../src/storage/storage.ts";
import { Colleague, type Thing, type Told } from "./colleague.ts";

/** Gives out a token for each of so many editors. */
export async function tokensFor(storage: Storage, editors: number): Promise<string[]> {
  const now = new Date();
  return storage.write(async (tx) => {
    const tokens: string[] = [];
    for (let n = 1; n <= editors; n++) {
      const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
      const wish = { name: `editor ${n}`, role: "EDITOR", days: null } as const;
      tokens.push(await createToken(tx, wish, now, random));
    }
    return tokens;
  });
}

/** What is edited: so many of each kind. */
const THINGS = `query ($each: Int!) {
  agreements(first: $each) { nodes { __typename id slug version } }
  events(first: $each, filter: { statuses: [HELD] }) { nodes { __typename id slug version } }
  leaders(first: $each) { nodes { __typename id slug version } }
}`;

const CHANGES = `query ($after: String) {
  changes(first: 100, after: $after) {
    nodes { revision entityType entitySlug version }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What came of it. `faults` is empty when all holds. */
export interface Proof {
  told: Told;
  faults: string[];
}

/**
 * Lets the holders of the tokens write together for some seconds, on so many things of each kind, then looks whether all of it is there, once.
 * Several editors of whom none was ever too late are a fault too: then nothing was proved.
 */
export async function crowd(
  address: string,
  tokens: string[],
  { seconds, each }: { seconds: number; each: number },
): Promise<Proof> {
  const told: Told = {
    requests: 0,
    milliseconds: [],
    accepted: [],
    stale: 0,
    replays: 0,
    dryRuns: 0,
    refused: new Map(),
    wrong: [],
  };
  const editors = tokens.map((token, n) => new Colleague(address, token, n, told));
  const [first] = editors;
  if (!first) throw new Error("A crowd needs an editor");
  const look = async () => {
    const { agreements, events, leaders } = await first.ask(THINGS, { each });
    return [...agreements.nodes, ...events.nodes, ...leaders.nodes] as Thing[];
  };
  const before = await look();
  const known = await allChanges(first);
  const until = performance.now() + seconds * 1000;
  await Promise.all(editors.map((editor) => editor.work(before, until)));
  const after = new Map<string, number>();
  for (const { id } of before) {
    const { node } = await first.ask(
      `query ($id: ID!) { node(id: $id) { ... on Versioned { version } } }`,
      { id },
    );
    after.set(id, node.version);
  }
  const made = (await allChanges(first)).slice(known.length);
  const faults = [...new Set(told.wrong), ...faultsIn(told, before, after, made)];
  if (editors.length > 1 && told.stale === 0)
    faults.push("Nobody was ever too late: nothing is proved.");
  return { told, faults };
}

interface Made {
  revision: number;
  entityType: string;
  entitySlug: string;
  version: number;
}

async function allChanges(editor: Colleague): Promise<Made[]> {
  const all: Made[] = [];
  for (let after: string | null = null; ; ) {
    const { changes } = await editor.ask(CHANGES, { after });
    all.push(...changes.nodes);
    if (!changes.pageInfo.hasNextPage) return all;
    after = changes.pageInfo.endCursor;
  }
}

/** What does not fit together of what editors were told, the versions, and the log. */
function faultsIn(told: Told, before: Thing[], after: Map<string, number>, made: Made[]): string[] {
  const faults: string[] = [];
  const revisions = told.accepted.map(({ revision }) => revision).sort((a, b) => a - b);
  const logged = made.map(({ revision }) => revision).sort((a, b) => a - b);
  if (new Set(revisions).size !== revisions.length)
    faults.push("Two editors were told one revision.");
  if (logged.length !== revisions.length)
    faults.push(
      `${revisions.length} writes were accepted, and ${logged.length} changes are recorded.`,
    );
  for (const [place, revision] of revisions.entries()) {
    if (logged[place] === revision) continue;
    faults.push(
      `Revision ${revision} was accepted, and the log has ${logged[place]} in its place.`,
    );
    break;
  }
  for (const { id, slug, __typename, version } of before) {
    const own = told.accepted.filter((one) => one.id === id).length;
    const grown = (after.get(id) ?? Number.NaN) - version;
    if (grown !== own)
      faults.push(`${slug}: ${own} writes were accepted, its version grew by ${grown}.`);
    const versions = made
      .filter((one) => one.entitySlug === slug && one.entityType === __typename.toUpperCase())
      .map((one) => one.version);
    if (versions.some((each, n) => each !== version + 1 + n))
      faults.push(`${slug}: its changes made the versions ${versions.join(", ")}.`);
  }
  return faults;
}
