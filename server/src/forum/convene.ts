// A session of a forum is called, moved, held: a session is part of what is kept of its forum.
import {
  amend,
  checkWhen,
  type EditInput,
  givenName,
  givenWords,
  LONGEST_NOTE,
  type Part,
  partsIn,
  partWished,
  problemsOfInput,
  readWhen,
  slugIn,
  slugOfWords,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import type { Confidence } from "../ledger/ledger.ts";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { type Day, isoOf } from "../when/day.ts";
import { type SessionFields, whenIn } from "./kept.ts";
import { sessionsById } from "./store.ts";
import { FORUM } from "./thing.ts";

/** What can be said of a session, as the contract has it. */
interface Said {
  name?: string | null;
  ordinal?: number | null;
  status?: SessionFields["status"] | null;
  when?: string | null;
  place?: string | null;
  mode?: SessionFields["mode"];
  theme?: string | null;
  confidence?: Confidence | null;
  remark?: string | null;
}

/** The input of `createSession`, as the contract has it. */
export interface CreateSessionInput extends EditInput, Said {
  forumId: string;
  name: string;
  status: SessionFields["status"];
}

/** The input of `updateSession`, as the contract has it. */
export interface UpdateSessionInput extends EditInput, Said {
  sessionId: string;
}

const part: Part = {
  alias: "session",
  kind: "sessions",
  rows: ({ tx }, ids) => sessionsById(tx, ids, null),
};
const common = { alias: "forum", thing: FORUM, part } as const;

/** Carries out the mutation `createSession`. */
export const createSession = amend<CreateSessionInput>({
  ...common,
  action: "createSession",
  about: (_, { forumId }) => ({ id: slugIn(forumId, "Forum"), field: "forumId" }),
  async read(input, reading, { fields, knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const blank: SessionFields = {
      ...{ name: "", ordinal: null, status: input.status, when: null, fixed: false, place: null },
      ...{ mode: null, theme: null, confidence: "CERTAIN", dateConfidence: "CERTAIN" },
      ...{ remark: null, knownOn: isoOf(knownOn), sources: [] },
    };
    const session = await readSession(input, blank, reading, wrong);
    return partWished(
      fields,
      { kind: "sessions", id: await freeId(reading.tx, session.name) },
      session,
      problems,
    );
  },
});

/** Carries out the mutation `updateSession`. */
export const updateSession = amend<UpdateSessionInput>({
  ...common,
  action: "updateSession",
  async about({ tx }: Reading, { sessionId }) {
    const [row] = await pick(tx, "session", [slugIn(sessionId, "Session")]);
    return { id: row?.forumId ?? null, field: "sessionId", noun: "session" };
  },
  async read(input, reading, { fields, knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const id = slugIn(input.sessionId, "Session") ?? "";
    const held = partsIn(fields, "sessions").get(id) as unknown as SessionFields;
    const session = await readSession(input, held, reading, wrong);
    return partWished(
      fields,
      { kind: "sessions", id },
      { ...session, knownOn: toldFrom(held, session, knownOn) },
      problems,
    );
  },
});

/**
 * From when a session can be told as it stands now. One that is still to come and is moved is news: as its earlier date is not kept, nothing is
 * told of it on days before the news. A correction of what is over says that it always was so, and what is held as planned was planned so.
 */
function toldFrom(held: SessionFields, session: SessionFields, knownOn: Day): string | null {
  const isMoved = (["when", "fixed", "place"] as const).some(
    (name) => held[name] !== session[name],
  );
  const isOtherwise = held.status !== session.status && session.status !== "HELD";
  if (held.status === "HELD" || !(isMoved || isOtherwise)) return held.knownOn;
  const day = isoOf(knownOn);
  return held.knownOn !== null && held.knownOn > day ? held.knownOn : day;
}

async function readSession(
  input: Said,
  held: SessionFields,
  { tx, today }: Reading,
  wrong: Wrong,
): Promise<SessionFields> {
  if (input.status === null) wrong("status", "Say where it stands, or leave it out.");
  if (input.confidence === null) wrong("confidence", "Say how sure it is, or leave it out.");
  const status = input.status ?? held.status;
  const given = input.when == null ? null : readWhen(input.when, "when", wrong);
  const edtf = input.when === undefined ? held.when : (given?.edtf ?? null);
  const fixed = edtf !== null && status !== "EXPECTED";
  if (input.when == null || given !== null)
    checkWhen(status, whenIn({ when: edtf, fixed }), today, wrong);
  const place = input.place === undefined ? held.place : input.place;
  const [found] = await pick(tx, "place", [place]);
  if (place !== null && !found) wrong("place", unknown("place", place));
  if (input.ordinal != null && (input.ordinal < 1 || input.ordinal > 10_000))
    wrong("ordinal", "Give its number in the series, from 1 on.");
  return {
    ...held,
    name: givenName(input.name, held.name, "name", wrong),
    ordinal: input.ordinal === undefined ? held.ordinal : input.ordinal,
    status,
    when: edtf,
    fixed,
    place,
    mode: input.mode === undefined ? held.mode : input.mode,
    theme: givenWords(input.theme, held.theme, "theme", wrong),
    confidence: input.confidence ?? held.confidence,
    dateConfidence: given === null ? held.dateConfidence : (input.confidence ?? "CERTAIN"),
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
  };
}

/** A slug that no session has. */
async function freeId(tx: Tx, name: string): Promise<string> {
  const base = slugOfWords(name) || "session";
  for (let nth = 1; ; nth++) {
    const slug = nth === 1 ? base : `${base}-${nth}`;
    const [taken] = await pick(tx, "session", [slug]);
    if (!taken) return slug;
  }
}
