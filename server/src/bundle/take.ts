// One line is carried out: what it names is looked up, and it goes the way of every single write.
import {
  AGREEMENT,
  type CreateAgreementInput,
  ENTERING,
  insertAgreement,
  type PartyInput,
  REPORTING_AGREEMENT,
  STEPPING,
} from "../agreement/agreement.ts";
import {
  type Among,
  type Kind,
  makeAmong,
  type Request,
  reportAmong,
  type SaidInput,
  type SourceInput,
  Unfit,
} from "../edit/edit.ts";
import {
  EVENT,
  insertEvent,
  type ParticipantInput,
  RECORDING,
  REPORTING_EVENT,
  type RecordEventInput,
} from "../event/event.ts";
import { globalId } from "../graphql/id.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import { pick } from "../storage/pick.ts";
import { dayOf } from "../when/day.ts";
import type { Directory, Kind as Named } from "./directory.ts";
import type { Entry, Problem, Spot } from "./entry.ts";
import { folded, nearest } from "./near.ts";
import type { AgreementSaid, AgreementThing, EventSaid, EventThing } from "./shape.ts";
import { slugForAgreement, slugForEvent } from "./store.ts";

/** What a whole file has alike: what its lines rest on and say where they do not. */
export type Common = Request<Pick<SaidInput, "note" | "source" | "sourceId">> & {
  directory: Directory;
  /** The slugs of things that came without one, of which more is said. */
  slugs: WeakMap<object, string>;
};

/** What came of a line. */
export interface Taken extends Spot {
  outcome: "NEW" | "CHANGED" | "UNCHANGED" | "BAD";
  type: "EVENT" | "AGREEMENT" | null;
  slug: string | null;
  title: string | null;
  statusBefore: string | null;
  statusAfter: string | null;
  problems: Problem[];
}

type Path = readonly (string | number)[];

/** Carries a line out. What is wrong with it comes back, and then it wrote nothing of its subject. */
export async function take(common: Common, entry: Entry): Promise<Taken> {
  const { line, path, columnOf } = entry;
  const kind: Kind = entry.subject === "EVENT" ? EVENT : AGREEMENT;
  const { reading } = common;
  const { tx } = reading;
  const named = new Names(common.directory);
  const given = slugIn(entry);
  const itsSlug = given ?? common.slugs.get(entry.thing) ?? (await slugFor(common, entry));
  const table = entry.subject === "EVENT" ? "event" : "agreement";
  const [row] = await pick(tx, table, [itsSlug]);
  // What became part of another is reported on as that, whichever slug and title it is told by.
  const slug = row?.mergedInto ?? itsSlug;
  const [stored] = slug === itsSlug ? [row] : await pick(tx, table, [slug]);
  const [entity] = await kind.bySlug(reading, [slug]);
  const taken: Taken = {
    ...{ line, path, type: entry.subject, slug, title: stored?.title ?? entry.thing.title ?? null },
    ...{ outcome: "BAD", statusBefore: entity?.status ?? null, statusAfter: null, problems: [] },
  };
  const wrong = (problems: readonly Problem[]): Taken => ({ ...taken, problems: [...problems] });

  const lacking = stored
    ? differing(entry, stored, row)
    : await missing(common, entry, given, kind.type.toLowerCase());
  if (lacking.length > 0)
    return wrong(lacking.map((each) => ({ ...each, column: columnOf(each.path) })));
  let among: Among;
  try {
    const bring = { slug, isKnown: entity != null, withdrawn: stored ? slug : null };
    among =
      entry.subject === "EVENT"
        ? await takeEvent(common, entry, bring, named)
        : await takeAgreement(common, entry, bring, named);
  } catch (error) {
    if (!(error instanceof Unfit) && !isRefusal(error)) throw error;
    const refusal = error instanceof Unfit ? error.refusal : error;
    among = { problems: [refusal] };
  }
  if (isUnsourced(common, entry)) named.problems.unshift({ path: SOURCE, message: NEED_SOURCE });
  const refused = [...named.problems, ...told(among.problems ?? [], named)];
  if (refused.length > 0 || among.problems)
    return wrong(refused.map(({ path, message }) => ({ column: columnOf(path), message })));
  common.slugs.set(entry.thing, slug);
  if (!stored && entry.subject === "AGREEMENT") common.directory.forget("agreement");
  const outcome = among.reportId === null ? "UNCHANGED" : entity ? "CHANGED" : "NEW";
  return { ...taken, outcome, statusAfter: among.after?.status ?? null };
}

/** What a name in a file stands for, noted where it stands for nothing. */
class Names {
  readonly problems: { path: Path; message: string }[] = [];
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** The key of what a text names; the text itself where that is nothing. */
  async key(
    text: string,
    kinds: readonly Named[],
    path: Path,
  ): Promise<{ kind: Named; key: string }> {
    const meant = await this.#directory.meant(text, kinds);
    if (meant.message === undefined) return meant;
    this.problems.push({ path, message: meant.message });
    return { kind: kinds[0] as Named, key: text };
  }
}

/** What single writes refuse, at the place of the field in a bundle; what is told of a name already is not told again. */
function told(problems: readonly Refusal[], named: Names): { path: Path; message: string }[] {
  return problems.flatMap(({ inputPath, message }) => {
    const path = placeOf(inputPath.filter((step) => step !== "input"));
    const isTold = named.problems.some((each) =>
      each.path.every((step, place) => String(step) === path[place]),
    );
    return isTold ? [] : [{ path, message }];
  });
}

const SOURCE = ["reports", 0, "source"];
const NEED_SOURCE =
  "Every fact needs a source: give its publisher, the slug of a recorded source, or one source for the whole import.";

function isUnsourced({ input: { source, sourceId } }: Common, { said }: Entry): boolean {
  return said.source === undefined && source == null && sourceId == null;
}

const OF_REPORT = ["status", "step", "when", "knownOn", "claimant", "note", "source", "body"];

function placeOf(path: readonly string[]): string[] {
  const [first = "", ...rest] = path;
  if (first === "sourceId") return ["reports", "0", "source"];
  return OF_REPORT.includes(first) ? ["reports", "0", first, ...rest] : [...path];
}

function slugIn(entry: Entry): string | null {
  return (entry.subject === "EVENT" ? entry.thing.event : entry.thing.agreement) ?? null;
}

function slugFor({ reading: { tx } }: Common, entry: Entry): Promise<string> {
  return entry.subject === "EVENT"
    ? slugForEvent(tx, entry.thing)
    : slugForAgreement(tx, entry.thing);
}

interface Titled {
  id: string;
  title: string;
  kind: string;
}

/** An import reports on what is here; it corrects nothing of it. */
function differing({ thing }: Entry, stored: Titled, told: Titled | null | undefined) {
  const way =
    "An import adds reports and corrects nothing: leave the cell empty, write what is here, or give another slug.";
  const problems: { path: Path; message: string }[] = [];
  const titles = [stored.title, told?.title ?? stored.title].map(folded);
  if (thing.title !== undefined && !titles.includes(folded(thing.title)))
    problems.push({
      path: ["title"],
      message: `“${stored.id}” is here as “${stored.title}”. ${way}`,
    });
  if (thing.kind !== undefined && ![stored.kind, told?.kind].includes(thing.kind))
    problems.push({ path: ["kind"], message: `“${stored.id}” is here as ${stored.kind}. ${way}` });
  return problems;
}

const NEEDED = {
  EVENT: ["title", "kind", "level", "participants"],
  AGREEMENT: ["title", "kind", "binding", "requiresRatification", "parties"],
} as const;

/** What something that is not here yet must have. */
async function missing(
  { reading: { tx } }: Common,
  entry: Entry,
  given: string | null,
  noun: string,
): Promise<{ path: Path; message: string }[]> {
  const thing = entry.thing as Record<string, unknown>;
  const lacking = NEEDED[entry.subject].filter((name) => thing[name] === undefined);
  if (lacking.length === 0) return [];
  if (given === null)
    return lacking.map((name) => ({
      path: [name],
      message: `This is missing, and needed for an ${noun} that is not here yet.`,
    }));
  const table = tx.tables[entry.subject === "EVENT" ? "event" : "agreement"];
  const ids = (await tx.db.select({ id: table.id }).from(table)).map(({ id }) => id);
  const near = nearest(given, ids);
  const hint = near.length === 0 ? "" : ` Did you mean ${near.join(", or ")}?`;
  return [
    {
      path: [noun],
      message: `There is no ${noun} “${given}” yet; to make it, also give ${lacking.join(", ")}.${hint}`,
    },
  ];
}

interface Bring {
  slug: string;
  isKnown: boolean;
  withdrawn: string | null;
}

function saidOf(common: Common, { claimant, knownOn, source, note }: EventSaid | AgreementSaid) {
  const own =
    source === undefined
      ? { source: common.input.source ?? null, sourceId: common.input.sourceId ?? null }
      : typeof source === "string"
        ? { sourceId: globalId("Source", source) }
        : { source: source as SourceInput };
  return {
    ...own,
    claimant: claimant ?? null,
    knownOn: knownOn === undefined ? null : dayIn(knownOn),
    note: note ?? common.input.note,
  };
}

function dayIn(text: string) {
  try {
    return dayOf(text);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal(error.code, error.message, { path: ["knownOn"] });
  }
}

async function takeEvent(
  common: Common,
  { thing, said }: { thing: EventThing; said: EventSaid },
  { slug, isKnown, withdrawn }: Bring,
  named: Names,
): Promise<Among> {
  const { input: _, ...rest } = common;
  const shared = { ...saidOf(common, said), status: said.status, when: said.when ?? null };
  if (isKnown) {
    const input = { ...shared, eventId: globalId("Event", slug), expectedVersion: 0 };
    return reportAmong(REPORTING_EVENT, { ...rest, input });
  }
  const participants: ParticipantInput[] = [];
  for (const [place, { role, who }] of (thing.participants ?? []).entries()) {
    const { kind, key } = await named.key(
      who,
      ["leader", "country", "forum"],
      ["participants", place],
    );
    participants.push({ role, [kind]: key });
  }
  const agreements: RecordEventInput["agreements"] = [];
  for (const [place, { relation, agreement }] of (thing.agreements ?? []).entries()) {
    const { key } = await named.key(agreement, ["agreement"], ["agreements", place]);
    agreements.push({ relation, agreement: key });
  }
  const topics = await topicsOf(thing, named);
  const place =
    thing.place === undefined ? null : (await named.key(thing.place, ["place"], ["place"])).key;
  if (named.problems.length > 0) return { problems: [] };
  const { title = "", kind = "OTHER", level = "OFFICIALS", summary } = thing;
  const input: RecordEventInput = {
    ...{ ...shared, title, kind, level, place, participants, agreements, topics },
    summary: summary ?? null,
  };
  const insert: typeof RECORDING.insert = (tx, wish, saying) => insertEvent(tx, wish, saying, slug);
  return makeAmong({ ...RECORDING, insert }, { ...rest, input }, withdrawn);
}

async function takeAgreement(
  common: Common,
  { thing, said }: { thing: AgreementThing; said: AgreementSaid },
  { slug, isKnown, withdrawn }: Bring,
  named: Names,
): Promise<Among> {
  const { input: _, ...rest } = common;
  const { status, step, when } = said;
  const wrong = (field: string, message: string): Among => ({
    problems: [new Refusal("INVALID_INPUT", message, { path: [field] })],
  });
  if ((status === undefined) === (step === undefined))
    return wrong("status", "Give a status or a step, and not both.");
  if (when === undefined) return wrong("when", "Give the day, month or year, such as 2025-05-21.");
  const shared = { ...saidOf(common, said), when };
  const about = { agreementId: globalId("Agreement", slug), expectedVersion: 0 };
  if (step !== undefined) {
    if (!isKnown) return wrong("step", "Begin an agreement with a status; its steps come after.");
    const parties: string[] = [];
    for (const [place, who] of (said.parties ?? []).entries())
      parties.push(
        (await named.key(who, ["country", "forum"], ["reports", 0, "parties", place])).key,
      );
    if (named.problems.length > 0) return { problems: [] };
    const input = { ...shared, ...about, step, parties, body: said.body ?? null };
    return reportAmong(STEPPING, { ...rest, input });
  }
  if (status === undefined) return wrong("status", "Give a status.");
  if (isKnown)
    return reportAmong(REPORTING_AGREEMENT, { ...rest, input: { ...shared, ...about, status } });
  const parties: PartyInput[] = [];
  for (const [place, { who, role, mustRatify }] of (thing.parties ?? []).entries()) {
    const { kind, key } = await named.key(who, ["country", "forum"], ["parties", place]);
    parties.push({
      [kind]: key,
      role: role ?? null,
      mustRatify: mustRatify ?? (kind === "country" && thing.requiresRatification === true),
    });
  }
  const topics = await topicsOf(thing, named);
  if (named.problems.length > 0) return { problems: [] };
  const { title = "", kind = "AGREEMENT", binding = "NONE", requiresRatification = false } = thing;
  const { shortTitle, aliases, subject } = thing;
  const input: CreateAgreementInput = {
    ...{ ...shared, status, title, kind, binding, requiresRatification, parties, topics },
    ...{ shortTitle: shortTitle ?? null, aliases: aliases ?? null, subject: subject ?? null },
  };
  const insert: typeof ENTERING.insert = (tx, wish) => insertAgreement(tx, wish, slug);
  return makeAmong({ ...ENTERING, insert }, { ...rest, input }, withdrawn);
}

async function topicsOf(
  { topics = [] }: { topics?: string[] | undefined },
  named: Names,
): Promise<string[]> {
  const keys: string[] = [];
  for (const [place, topic] of topics.entries())
    keys.push((await named.key(topic, ["topic"], ["topics", place])).key);
  return keys;
}
