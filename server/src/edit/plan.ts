// What is particular to an action, and what edits are about.
import type { Reading } from "../graphql/context.ts";
import type { NewReport } from "../ledger/ledger.ts";
import type { Refusal } from "../refusal.ts";
import type { SourceRow } from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import type { EditInput, SaidInput } from "./input.ts";

/** What edits are about: how one kind of entity is found, counted and folded anew. */
export interface Kind {
  type: "Agreement" | "Event";
  subject: NewReport["subject"];
  /** Entry i for slug i, as known today; null where there is none, or nothing is known of it. */
  bySlug(reading: Reading, slugs: (string | null)[]): Promise<(Subject | null)[]>;
  /** Entry i for slug i, whether or not anything is known of it. */
  stored(
    tx: Tx,
    ids: readonly (string | null)[],
  ): Promise<({ id: string; version: number } | null)[]>;
  bump(tx: Tx, id: string): Promise<number>;
  refold(tx: Tx, id: string): Promise<unknown>;
  /** What a change shows of it. */
  fieldsOf(entity: Subject): Record<string, unknown>;
}

/** An entity whose changes are counted, as known today. */
export interface Subject {
  id: string;
  version: number;
  status: string;
}

/** What an edit is about. */
export interface Found<Entity extends Subject> {
  kind: Kind;
  entity: Entity;
  /** Whether nothing is known of it now, as the change that made it was undone. */
  isWithdrawn?: boolean;
  /** Whether nothing need be known of it afterwards. */
  mayWithdraw?: boolean;
}

/** What is particular to an action. `Wish` is the input in the forms that the ledger keeps. */
export interface Plan<Input extends EditInput, At extends Found<Subject>, Wish> {
  /** The mutation's name, as the history shows it. */
  action: string;
  /** Another name of the payload for its entity. */
  alias?: string;
  /** What the edit is about; a refusal when it is not there. */
  find(reading: Reading, input: Input): Promise<At | Refusal>;
  /** Reads the input; the wish is null when anything is wrong with it. */
  read(input: Input, reading: Reading, at: At): { wish: Wish | null; problems: Refusal[] };
  /** Why the machine, or what stands, does not allow it. */
  refuse(at: At, wish: Wish): Refusal | null;
  /** Why the machine does not allow it, by the input alone: asked where something else is wrong with that, so that both can be told. */
  closed?(at: At, input: Input): Refusal | null;
  /** Why what came of it is not fit to stand: asked once all is written, which a refusal takes back. */
  judge?(at: At, after: At["entity"], wish: Wish): Refusal | null;
  /** The report that says it. The source is null only where an action can do without. */
  report(at: At, wish: Wish, source: SourceRow | null, from: From): Said;
}

/** Who edits, and what is known today. */
export interface From {
  by: string;
  reading: Reading;
}

/** What is particular to making something new. */
export interface Creation<Input extends SaidInput, Wish> {
  /** The mutation's name, as the history shows it. */
  action: string;
  alias?: string;
  kind: Kind;
  /** Reads the input against what is there; the wish is null when anything is wrong with it. */
  read(input: Input, reading: Reading): Promise<{ wish: Wish | null; problems: Refusal[] }>;
  /** Writes its rows, at version 1, and answers its slug. */
  insert(tx: Tx, wish: Wish, said: Said): Promise<string>;
  /** What is first said of it. */
  report(wish: Wish, source: SourceRow | null, from: From): Said;
}

/** What a new report says; the rest is worked out from who records it and when. */
export type Said = Omit<
  NewReport,
  "id" | "subject" | "subjectId" | "sourceIds" | "recordedAt" | "recordedBy"
>;

/** One request: what is asked, by whom, and when. */
export interface Request<Input> {
  input: Input;
  by: string;
  at: string;
  reading: Reading;
  /** The revision of the change that it undoes, where it undoes one. */
  undoes?: number;
}
