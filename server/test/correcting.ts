// Sends corrections as an editor does, and asks of each what all of them promise.
import { expect } from "vitest";
import { type Editing, editing } from "./editing.ts";
import type { World } from "./world.ts";

const CHANGE = `change { id action version note before after entityType entitySlug removed source { publisher }
  entity { slug title version } node { __typename id } }`;
const WRONG = "__typename ... on UserError { code message path }";
const STALE =
  "... on StaleVersionError { currentVersion changedBy current { slug title version } }";
// A source has no title of its own.
const STALE_SOURCE =
  "... on StaleSourceError { currentVersion changedBy current { slug publisher version } }";
const IN_THE_WAY = "... on InTheWayError { changes { action revision } nodes { id } }";

/** The document of a mutation that answers with these fields of what it is about. */
export function mutation(name: string, fields: string): string {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  // A part is made in something that is there, and may have changed.
  const isPart = /^create(Term|Membership|Session)$/.test(name);
  const staleOne = name === "updateSource" ? STALE_SOURCE : STALE;
  const stale = name.startsWith("create") && !isPart ? "" : staleOne;
  const inTheWay = name === "undoChange" ? IN_THE_WAY : "";
  return `mutation ($input: ${input}!) { ${name}(input: $input) {
    replayed entity { ${fields} } ${CHANGE} errors { ${WRONG} ${stale} ${inTheWay} } } }`;
}

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
type Answer = any;

/** A desk at which corrections are sent. */
export interface Correcting extends Editing {
  /** The payload of a mutation. */
  sent(name: string, input: object): Promise<Answer>;
  /** The data of a query. */
  ask(query: string, variables?: object): Promise<Answer>;
  /** The payload of undoing what a payload tells of. */
  undo(made: object, expectedVersion: number, rest?: object): Promise<Answer>;
  /** Expects that nobody but an editor may. */
  needsAnEditor(name: string, input: object): Promise<void>;
  /** Expects that a dry run answers as if carried out, and writes nothing. */
  rehearses(name: string, input: object): Promise<void>;
}

/** A desk for the mutations of these documents. */
export async function correcting(
  home: World,
  documents: Readonly<Record<string, string>>,
): Promise<Correcting> {
  const desk = await editing(home);
  const ask = async (query: string, variables: object = {}) => {
    const { data, errors } = await desk.send(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const sent = async (name: string, input: object) =>
    (await ask(documents[name] as string, { input }))[name];
  const { counts } = desk;
  return {
    ...desk,
    ask,
    sent,
    undo: (made, expectedVersion, rest = {}) =>
      sent("undoChange", {
        changeId: (made as Answer).change.id,
        expectedVersion,
        note: "A mistake.",
        ...rest,
      }),
    async needsAnEditor(name, input) {
      const before = await counts();
      for (const role of [null, "VIEWER"] as const) {
        const { data, errors } = await desk.send(documents[name] as string, { input }, role);
        expect([data, errors.length]).toEqual([null, 1]);
      }
      expect(await counts()).toEqual(before);
    },
    async rehearses(name, input) {
      const before = await counts();
      const dry = await sent(name, { ...input, dryRun: true });
      expect(dry).toMatchObject({ errors: [], change: { action: name } });
      expect(dry.entity).not.toBeNull();
      expect(await counts()).toEqual(before);
    },
  };
}
