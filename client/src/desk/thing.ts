// A type of thing of the record: how it is asked for, corrected and made. Pure.
import type { Correctable } from "../page/correctable.ts";
import { capital, type FieldOf } from "./field.ts";

/** How one type of thing is asked for, corrected and made. */
export interface Thing {
  /** Its type in the contract. */
  type: string;
  noun: string;
  article: "a" | "an";
  pronoun?: "them";
  /** The field that asks for it by its key: a slug, a code, or an id. */
  ask: string;
  fields: readonly FieldOf[];
  /** The field of the answer that a part belongs to: its version counts. */
  owner?: string;
  /** What belongs to it and is corrected from its form. */
  parts?: readonly PartOf[];
  /** Whether it needs no source beside those it names. */
  isOwnSource?: true;
  /** Whether reports are on it, or rest on it. */
  isReported?: true;
  /** Where its page is; null where it has none. */
  room: string | null;
  /** The field of the thing by which a new one is called. */
  called: string;
}

/** A list of what belongs to a thing. */
export interface PartOf {
  of: Name;
  heading: string;
  /** The list, without what is asked of each. */
  ask: string;
  /** Where the list is no field of the thing: asked for beside it. */
  beside?: true;
}

export type Name = Correctable;

/** The fields of a thing that is new, or of one that is there. */
export function fieldsOf(thing: Thing, isNew: boolean): readonly FieldOf[] {
  return thing.fields.filter(({ only }) => isNew || only !== "new");
}

/** The mutation that corrects a thing of this name, or makes it: `updateLeader`. */
export function actionOf(name: Name, isNew: boolean): string {
  return `${isNew ? "create" : "update"}${capital(name)}`;
}
