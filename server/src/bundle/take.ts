// One line is carried out: what it names is looked up, and it goes the way of every single write.
import {
  AGREEMENT,
  type AgreementStatus,
  type CreateAgreementInput,
  ENTERING,
  insertAgreement,
  type PartyInput,
  REPORTING_AGREEMENT,
  STEPPING,
} from "../agreement/agreement.ts";
import {
  type Among,
  type Creation,
  type EditInput,
  type Found,
  type Kind,
  makeAmong,
  type Plan,
  type Request,
  reportAmong,
  type SaidInput,
  type SourceInput,
  type Subject,
  Unfit,
  wrongAmong,
  wrongMaking,
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
import type { Entry, Fault, Problem, Spot } from "./entry.ts";
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
  // Where the slug is wrong, nothing says what it is about.
  const isNameless = (entry.faults ?? []).some(({ path }) => path[0] === table);
  const taken: Taken = {
    ...{ line, path, type: entry.subject, slug: isNameless ? null : slug },
    title: stored?.title ?? entry.thing.title ?? null,
    ...{ outcome: "BAD", statusBefore: entity?.status ?? null, statusAfter: null, problems: [] },
  };
  const lacking = stored ? [] : lackingIn(entry);
  if (stored && !isNameless) named.problems.push(...differing(entry, stored, row));
  if (lacking.length > 0 && !isNameless)
    named.problems.push(...(await missing(common, entry.subject, given, lacking)));
  if (isUnsourced(common, entry)) named.problems.unshift({ path: SOURCE, message: NEED_SOURCE });
  const bring: Bring = {
    ...{ slug, isKnown: entity != null && !isNameless, withdrawn: stored ? slug : null },
    standing: entity?.status ?? null,
  };
  const way = entry.subject === "EVENT" ? wayOfEvent : wayOfAgreement;
  const { carry, look } = await way(common, entry as never, bring, named);
  let among: Among = { problems: [] };
  if (named.problems.length === 0 && (entry.faults ?? []).length === 0)
    try {
      among = await carry();
    } catch (error) {
      if (!(error instanceof Unfit) && !isRefusal(error)) throw error;
      among = { problems: [error instanceof Unfit ? error.refusal : error] };
    }
  if (among.problems) {
    // What was met first kept the rest from being looked at.
    const all = [...(await look()), ...among.problems];
    const wrong = withoutFaults(entry, [...named.problems, ...told(all, named)])
      // What lacks is told of once, as a whole, and not at all where nothing says what it is about.
      .filter(({ path }) => (given === null && !isNameless) || !isOneOf(lacking, path))
      .map(({ path, message }) => ({ column: columnOf(path), message }));
    return { ...taken, problems: onceEach([...(entry.faults ?? []), ...wrong]) };
  }
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
    const isTold = named.problems.some(
      (each) =>
        each.path.length > 0 &&
        each.path.every((step, place) => place >= path.length || String(step) === path[place]),
    );
    return isTold ? [] : [{ path, message }];
  });
}

/** What is not about a field that is wrong already, and so was looked at without it. */
function withoutFaults({ faults = [] }: Entry, problems: { path: Path; message: string }[]) {
  const fieldOf = (path: Path) =>
    path
      .slice(0, String(path[0]) === "reports" ? 3 : 1)
      .map(String)
      .join(".");
  const faulty = new Set(faults.map(({ path }) => fieldOf(path)));
  return problems.filter(({ path }) => !faulty.has(fieldOf(path)) || isOfList(path, faults));
}

/** Whether it is about an entry of a list in which only words were wrong. */
function isOfList(path: Path, faults: readonly { path: Path }[]): boolean {
  const [list, place] = path;
  return (
    list !== "reports" &&
    place !== undefined &&
    faults.every(({ path: [first, nth] }) => first !== list || nth !== undefined)
  );
}

function isOneOf(names: readonly string[], path: Path): boolean {
  return path.length === 1 && names.some((name) => name === path[0]);
}

function onceEach(problems: readonly Problem[]): Problem[] {
  const told = problems.map(({ column, message }) => ({ column, message }));
  return [...new Map(told.map((each) => [`${each.column} ${each.message}`, each])).values()];
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

/** What is not said of something that is not here yet, and must be. */
function lackingIn({ thing, subject, faults = [] }: Entry): string[] {
  const said = thing as Record<string, unknown>;
  const isFaulty = (name: string) => faults.some(({ path }) => path[0] === name);
  return NEEDED[subject].filter((name) => said[name] === undefined && !isFaulty(name));
}

async function missing(
  { reading: { tx } }: Common,
  subject: Entry["subject"],
  given: string | null,
  lacking: readonly string[],
): Promise<{ path: Path; message: string }[]> {
  const noun = subject === "EVENT" ? "event" : "agreement";
  if (given === null)
    return lacking.map((name) => ({
      path: [name],
      message: `This is missing, and needed for an ${noun} that is not here yet.`,
    }));
  const table = tx.tables[noun];
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
  /** The status in which it stands. */
  standing: string | null;
}

function saidOf(
  common: Common,
  { claimant, knownOn, source, note }: EventSaid | AgreementSaid,
  named: Names,
) {
  const own =
    source === undefined
      ? { source: common.input.source ?? null, sourceId: common.input.sourceId ?? null }
      : typeof source === "string"
        ? { sourceId: globalId("Source", source) }
        : { source: source as SourceInput };
  return {
    ...own,
    claimant: claimant ?? null,
    knownOn: knownOn === undefined ? null : dayIn(knownOn, named),
    note: note ?? common.input.note,
  };
}

function dayIn(text: string, named: Names) {
  try {
    return dayOf(text);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    named.problems.push({ path: ["reports", 0, "knownOn"], message: error.message });
    return null;
  }
}

/** How a line is carried out, and how all that is wrong with it is looked for, where something is. */
interface Way {
  carry(): Promise<Among>;
  look(): Promise<Refusal[]>;
}

async function wayOfEvent(
  common: Common,
  { thing, said }: { thing: EventThing; said: EventSaid },
  { slug, isKnown, withdrawn }: Bring,
  named: Names,
): Promise<Way> {
  const { input: _, ...rest } = common;
  // Where the word is wrong, one of which nothing else depends.
  const status = said.status ?? "POSTPONED";
  const shared = { ...saidOf(common, said, named), status, when: said.when ?? null };
  if (isKnown) {
    const input = { ...shared, eventId: globalId("Event", slug), expectedVersion: 0 };
    return reporting(REPORTING_EVENT, { ...rest, input });
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
  const { title = "", kind = "OTHER", level = "OFFICIALS", summary } = thing;
  const input: RecordEventInput = {
    ...{ ...shared, title, kind, level, place, participants, agreements, topics },
    summary: summary ?? null,
  };
  const insert: typeof RECORDING.insert = (tx, wish, saying) => insertEvent(tx, wish, saying, slug);
  return making({ ...RECORDING, insert }, { ...rest, input }, withdrawn);
}

async function wayOfAgreement(
  common: Common,
  {
    thing,
    said,
    faults = [],
  }: { thing: AgreementThing; said: AgreementSaid; faults?: readonly Fault[] },
  { slug, isKnown, withdrawn, standing }: Bring,
  named: Names,
): Promise<Way> {
  const { input: _, ...rest } = common;
  const { status, step, when } = said;
  const lacks = (field: "status" | "step" | "when", message: string) =>
    named.problems.push({ path: ["reports", 0, field], message });
  const isRead = faults.every(({ path: [, , field] }) => field !== "status" && field !== "step");
  if (isRead && (status === undefined) === (step === undefined))
    lacks("status", "Give a status or a step, and not both.");
  if (when === undefined) lacks("when", "Give the day, month or year, such as 2025-05-21.");
  const shared = { ...saidOf(common, said, named), when: when ?? "" };
  const about = { agreementId: globalId("Agreement", slug), expectedVersion: 0 };
  const acting: string[] = [];
  for (const [place, who] of ((status === undefined && said.parties) || []).entries())
    acting.push((await named.key(who, ["country", "forum"], ["reports", 0, "parties", place])).key);
  if (step !== undefined && status === undefined && isKnown) {
    const input = { ...shared, ...about, step, parties: acting, body: said.body ?? null };
    return ofReport(reporting(STEPPING, { ...rest, input }));
  }
  if (step !== undefined && !isKnown)
    lacks("step", "Begin an agreement with a status; its steps come after.");
  if (isKnown) {
    // Where the word is wrong, that where it stands, which any date may be said of.
    const input = { ...shared, ...about, status: status ?? (standing as AgreementStatus) };
    return reporting(REPORTING_AGREEMENT, { ...rest, input });
  }
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
  const { title = "", kind = "AGREEMENT", binding = "NONE", requiresRatification = false } = thing;
  const { shortTitle, aliases, subject } = thing;
  const input: CreateAgreementInput = {
    ...{ ...shared, status: status ?? "SIGNED" },
    ...{ title, kind, binding, requiresRatification, parties, topics },
    ...{ shortTitle: shortTitle ?? null, aliases: aliases ?? null, subject: subject ?? null },
  };
  const insert: typeof ENTERING.insert = (tx, wish) => insertAgreement(tx, wish, slug);
  return making({ ...ENTERING, insert }, { ...rest, input }, withdrawn);
}

function reporting<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
  request: Request<Input>,
): Way {
  return {
    carry: () => reportAmong(plan, request),
    look: () => wrongAmong(plan, request),
  };
}

function making<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
  request: Request<Input>,
  withdrawn: string | null,
): Way {
  return {
    carry: () => makeAmong(plan, request, withdrawn),
    look: () => wrongMaking(plan, request),
  };
}

/** A way whose refusals name the parties of a step, not those of the agreement. */
function ofReport({ carry, look }: Way): Way {
  const placed = (refusals: Refusal[]) =>
    refusals.map((each) => {
      const [first, ...rest] = each.inputPath.filter((step) => step !== "input");
      if (first !== "parties") return each;
      const path = ["reports", "0", "parties", ...rest];
      return new Refusal(each.code, each.message, { facts: each.facts, path });
    });
  return {
    carry: async () => {
      const among = await carry();
      return among.problems ? { problems: placed(among.problems) } : among;
    },
    look: async () => placed(await look()),
  };
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
