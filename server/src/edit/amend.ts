// What has no status to report, such as a name, a term in office or a membership, is corrected and made here. The way is that of every edit:
//
//   role ─ sent before? ─ there at all? ─ input ─ source ─ version ─ anything to change? ─┬─ rows, version, change, outcome ─ commit ─ notify
//                                                                                        └─ whatever is wrong comes back as data
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Write } from "../graphql/room.ts";
import { Refusal } from "../refusal.ts";
import type { Publication, SourceRow } from "../source/source.ts";
import type { Day } from "../when/day.ts";
import { refused } from "./answer.ts";
import { carriedOut } from "./carry.ts";
import { knowledge } from "./claim.ts";
import { differenceOf, type Fields, namesIn, partsIn } from "./fields.ts";
import {
  type EditInput,
  needSource,
  problemsOfInput,
  readCommon,
  readKnownOn,
  type SaidInput,
} from "./input.ts";
import { notThere } from "./named.ts";
import type { Part, Wish } from "./part.ts";
import type { Request } from "./plan.ts";
import { dayOut, keep, sourceOf } from "./publication.ts";
import { replay, sentBefore, settled } from "./sent.ts";
import { stale } from "./stale.ts";
import { sourcedAmong, type Thing } from "./thing.ts";
import { put } from "./write.ts";

/** What an input says a correction is about. */
export interface About {
  /** The slug of the thing; null when the input names none. */
  id: string | null;
  /** The field that names it, and what it names: the thing itself, or a part of it, such as `term`. */
  field: string;
  noun?: string;
}

/** What a correction is read against: what is kept, and from when the world could know what it says. */
export interface At {
  id: string;
  fields: Fields;
  knownOn: Day;
}

/** What is particular to a correction. */
export interface Amendment<Input extends EditInput> {
  /** The mutation's name, as the history shows it. */
  action: string;
  /** Another name of the payload for its entity. */
  alias?: string;
  thing: Thing;
  /** Whether it needs no source beside those it names: a source is one, and each step of a story has its own. */
  isOwnSource?: true;
  part?: Part;
  about(reading: Reading, input: Input): Promise<About> | About;
  /** Reads the input against what is kept. The note, the source and the day of knowledge are read already. */
  read(input: Input, reading: Reading, at: At): Promise<Wish> | Wish;
}

/** What is particular to making something of which no report speaks. */
export interface Establishment<Input extends SaidInput> {
  /** The mutation's name, as the history shows it. */
  action: string;
  /** Another name of the payload for its entity. */
  alias?: string;
  thing: Thing;
  /** Whether it needs no source beside those it names. */
  isOwnSource?: true;
  /** Reads the input: all that is to be kept, under which slug. The rest is read already. */
  read(input: Input, reading: Reading, at: Pick<At, "knownOn">): Promise<Wish & { id: string }>;
}

/** The mutation that corrects what is kept of a thing. Refuses whoever is not an editor; everything else that is expected is in the payload. */
export function amend<Input extends EditInput>(plan: Amendment<Input>): Write<{ input: Input }> {
  const { thing, action, isOwnSource = false } = plan;
  return carriedOut(plan.alias, (request: Request<Input>) =>
    once(plan, request, async () => {
      const { input, reading } = request;
      const { id, field, noun } = await plan.about(reading, input);
      const kept = id === null ? null : await thing.read(reading.tx, id);
      if (id === null || kept === null)
        return refused(await notThere(reading, thing, id, field, noun ?? thing.noun));
      const source = isOwnSource ? null : await sourceOf(request);
      const { problems, knownOn } = readRest(request, source);
      const wish = await plan.read(input, reading, { id, fields: kept.fields, knownOn });
      const names = namesIn(differenceOf(kept.fields, wish.fields));
      problems.unshift(...wish.problems);
      if (source === null && wish.problems.length === 0) problems.push(...unsourced(thing, names));
      if (problems.length > 0) return refused(...problems);
      if (source instanceof Refusal) return refused(source);
      if (kept.version !== input.expectedVersion)
        return refused(await stale(request, thing, { id, ...kept }));
      if (names.length === 0) return refused(unchanged(thing));
      const given = source && (await keep(reading.tx, source));
      const fields = restingOn(wish.fields, wish.resting ?? [], given);
      return put(action, request, thing, { id, before: kept, fields }, given);
    }),
  );
}

/** The mutation that makes something of which no report speaks. It needs a source, unless it is one. Refuses like `amend`. */
export function establish<Input extends SaidInput>(
  plan: Establishment<Input>,
): Write<{ input: Input }> {
  const { thing, action, isOwnSource = false } = plan;
  return carriedOut(plan.alias, (request: Request<Input>) =>
    once(plan, request, async () => {
      const { input, reading } = request;
      const source = await sourceOf(request);
      const { problems, knownOn } = readRest(request, source, { needsSource: !isOwnSource });
      const wish = await plan.read(input, reading, { knownOn });
      problems.unshift(...wish.problems);
      if (problems.length > 0) return refused(...problems);
      if (source instanceof Refusal) return refused(source);
      const given = source && (await keep(reading.tx, source));
      const fields = restingOn(wish.fields, wish.resting ?? [], given);
      return put(action, request, thing, { id: wish.id, before: null, fields }, given);
    }),
  );
}

/** Carries a request out unless it was before; then it is answered from what came of it. */
async function once<Input extends SaidInput>(
  { action, thing, part }: { action: string; thing: Thing; part?: Part },
  request: Request<Input>,
  carry: () => Promise<Row>,
): Promise<Row> {
  const { reading } = request;
  const earlier = await sentBefore(action, request);
  if (earlier instanceof Refusal) return refused(earlier);
  const payload = earlier ? await replay(thing.rows, reading, earlier) : await carry();
  if (payload.errors.length > 0) return payload;
  if (!earlier) await settled(action, request, payload);
  if (!part) return payload;
  const [id = null] = partsIn(JSON.parse(payload.change.after), part.kind).keys();
  const [row = null] = id === null ? [] : await part.rows(reading, [id]);
  return { ...payload, [part.alias]: row };
}

/** What every input has: what is wrong with it, and from when the world could know. */
function readRest(
  { input, reading: { today } }: Request<SaidInput>,
  source: SourceRow | Publication | Refusal | null,
  { needsSource = false } = {},
): { problems: Refusal[]; knownOn: Day } {
  const { problems, wrong } = problemsOfInput();
  const given = readKnownOn(input, today, wrong);
  readCommon(input, wrong, { needsSource });
  const isSound = source !== null && !(source instanceof Refusal) && problems.length === 0;
  const out = isSound ? { publishedDay: dayOut(source) } : null;
  return { problems, knownOn: knowledge(given, out, null, today).knownOn };
}

/** What to say when a fact would change that only a source can change. */
function unsourced(thing: Thing, names: readonly string[]): Refusal[] {
  const sourced = sourcedAmong(thing, names);
  if (sourced.length === 0) return [];
  const { problems, wrong } = problemsOfInput();
  needSource(wrong, `This changes \`${sourced[0]}\`, which is more than a spelling.`);
  return problems;
}

function unchanged({ noun }: Thing): Refusal {
  const message = `Nothing would change: this ${noun} says all of that already. Give what is to be different, or leave it.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input"] });
}

function restingOn(fields: Fields, names: readonly string[], source: SourceRow | null): Fields {
  if (source === null) return fields;
  const lists = names.map((name): [string, string[]] => {
    const held = ((fields[name] ?? []) as string[]).filter((id) => id !== source.id);
    return [name, [...held, source.id]];
  });
  return { ...fields, ...Object.fromEntries(lists) };
}
