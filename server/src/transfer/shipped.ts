// The data set that ships with the program, as the files in server/data hold it: one per table, days and dates as text.
import { readFile } from "node:fs/promises";
import type { Stored } from "../storage/pick.ts";
import type { REF_TYPES } from "../story/values.ts";

/** Next to both `src` and `dist`. */
const FOLDER = new URL("../../data/", import.meta.url);

/** A country or forum, or a node of any type, by its slug. */
interface Named<Type> {
  type: Type;
  id: string;
}

type Party = Named<"country" | "forum">;
type Ref = Named<(typeof REF_TYPES)[number]>;
type Sourced = { sourceIds: string[] };
/** EDTF, and whether it is a date that is set rather than a window that is hoped for. */
type Dated = { edtf: string | null; fixed: boolean };
type DateColumn = "edtf" | "fixed" | "earliest" | "latest" | "precision" | "qualifier";
type Spell = "fromDay" | "toDay";

/** Everything that ships. */
export interface Shipped {
  meta: {
    title: string;
    horizon: string;
    foundingDocument: string;
    foundingSourceId: string;
    licence: string;
    attribution: string;
    version: string;
  };
  country: Stored<"country">[];
  place: Stored<"place">[];
  leader: Omit<Stored<"leader">, "diedDay">[];
  office: Stored<"office">[];
  term: (Omit<Stored<"term">, Spell> & Sourced)[];
  forum: Stored<"forum">[];
  membership: (Omit<Stored<"membership">, Spell> & Sourced)[];
  session: (Omit<Stored<"session">, DateColumn | "knownOn"> &
    Dated &
    Sourced & { knownOn: string })[];
  source: Omit<Stored<"source">, "publishedDay">[];
  topic: Stored<"topic">[];
  agreement: (Omit<Stored<"agreement">, "version"> & {
    topics: string[];
    parties: (Party & { role: string; mustRatify: boolean; note: string | null })[];
  })[];
  event: (Omit<Stored<"event">, "summaryKnownOn" | "firstKnown" | "version"> & {
    summaryKnownOn: string | null;
    topics: string[];
    participants: Omit<Stored<"eventParticipant">, "eventId" | "position">[];
    agreements: Omit<Stored<"eventAgreement">, "eventId">[];
  })[];
  /** In the order in which the world learned of them. */
  report: (Omit<
    Stored<"report">,
    | DateColumn
    | "seq"
    | "eventId"
    | "agreementId"
    | "targetId"
    | "knownOn"
    | "recordedAt"
    | "recordedBy"
  > &
    Dated &
    Sourced & { subjectId: string; knownOn: string; parties: Party[] })[];
  fact: (Stored<"fact"> & Sourced & { refs: Ref[] })[];
  story: (Omit<Stored<"story">, "position"> & { steps: ShippedStep[] })[];
}

/** One step of a story. */
export type ShippedStep = Omit<Stored<"storyStep">, "storyId" | "position" | "knownOn"> &
  Sourced & { knownOn: string | null; about: Ref[] };

const FILES = [
  "meta",
  "country",
  "place",
  "leader",
  "office",
  "term",
  "forum",
  "membership",
  "session",
  "source",
  "topic",
  "agreement",
  "event",
  "report",
  "fact",
  "story",
] as const satisfies readonly (keyof Shipped)[];

/** Reads the whole set. Rejects when a file is missing or is not JSON: the program was installed without its data. */
export async function readShipped(): Promise<Shipped> {
  const tables = await Promise.all(
    FILES.map(async (name) => [name, JSON.parse(await readFile(fileOf(name), "utf8"))]),
  );
  return Object.fromEntries(tables) as Shipped;
}

/** What the set says of itself, without reading it all. */
export async function readMeta(): Promise<Shipped["meta"]> {
  return JSON.parse(await readFile(fileOf("meta"), "utf8")) as Shipped["meta"];
}

function fileOf(name: string): URL {
  return new URL(`${name}.json`, FOLDER);
}
