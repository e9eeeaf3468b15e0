// Edits on their way: sent, kept while there is no connection, and sent again with the same key when it is back.

import { tell } from "../page/ask.ts";
import { failureOf } from "../page/failure.ts";
import { saved } from "../page/renew.ts";
import after from "./after.graphql?raw";
import { mutationOf } from "./asked.ts";
import type { Attempt } from "./draft.ts";
import { dropDraft, keepDraft, readDraft, waitingDrafts } from "./drafts.ts";
import edited from "./edited.graphql?raw";
import faster from "./faster.graphql?raw";
import happened from "./happened.graphql?raw";
import held from "./held.graphql?raw";
import { type Outcome, outcomeOf, outcomeOfFailure, type Payload } from "./outcome.ts";
import prefer from "./prefer.graphql?raw";
import preferEvent from "./preferevent.graphql?raw";
import record from "./record.graphql?raw";
import status from "./status.graphql?raw";
import step from "./step.graphql?raw";
import takeback from "./takeback.graphql?raw";
import takebackEvent from "./takebackevent.graphql?raw";
import visit from "./visit.graphql?raw";

/** The mutations by name, each with the parts that it refers to. */
const MUTATIONS: Record<string, string> = {
  reportAgreementStatus: status + after + edited + faster,
  reportPartyStep: step + after + edited + faster,
  retractReport: takeback + after + edited + faster,
  retractEventReport: takebackEvent + happened + edited + faster,
  preferReport: prefer + after + edited + faster,
  preferEventReport: preferEvent + happened + edited + faster,
  reportEventStatus: held + happened + edited + faster,
  recordEvent: record + happened + edited,
  planVisit: visit + happened + edited,
};

/** How long between two tries of what waits, ms. */
const AGAIN_MS = 10_000;

type Heard = (outcome: Outcome) => void;
const forms = new Map<string, Heard>();
let heardByNobody: ((name: string, outcome: Outcome) => void) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends an edit, or tries it out. Never rejects: whatever goes wrong is an outcome. */
export async function send({ action, input }: Attempt, dryRun = false, signal?: AbortSignal) {
  // A dry run is not kept under a key: what is tried out may still change.
  const { idempotencyKey, ...said } = input;
  const sent = dryRun ? { ...said, dryRun } : { ...said, idempotencyKey };
  try {
    const data = await tell<Record<string, Payload>, { input: object }>(
      MUTATIONS[action] ?? mutationOf(action) ?? "",
      { input: sent },
      signal,
    );
    const payload = data[action];
    if (!payload) throw new Error("The answer could not be read.");
    return outcomeOf(payload);
  } catch (error) {
    return outcomeOfFailure(failureOf(error));
  }
}

/** Saves a draft's attempt: the draft goes once it is carried out, and waits where no answer came. */
export async function save(name: string, attempt: Attempt): Promise<Outcome> {
  const draft = readDraft(name);
  if (draft) keepDraft(name, { ...draft, attempt });
  const outcome = await send(attempt);
  settle(name, outcome);
  return outcome;
}

function settle(name: string, outcome: Outcome): void {
  if (outcome.of === "saved") {
    dropDraft(name);
    saved();
    return;
  }
  const draft = readDraft(name);
  if (draft) keepDraft(name, { ...draft, waiting: outcome.of === "unsent" });
  if (outcome.of === "unsent") later();
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendWaiting(), AGAIN_MS);
}

/** Sends everything that waits, one after the other. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  for (const name of waitingDrafts()) {
    const attempt = readDraft(name)?.attempt;
    if (!attempt) continue;
    const outcome = await send(attempt);
    settle(name, outcome);
    const form = forms.get(name);
    if (form) form(outcome);
    else if (outcome.of !== "unsent") heardByNobody?.(name, outcome);
  }
}

/** Tells a form what came of its draft, which waited. Returns how to stop. */
export function onSettled(name: string, heard: Heard): () => void {
  forms.set(name, heard);
  return () => {
    if (forms.get(name) === heard) forms.delete(name);
  };
}

/** Sends what waits as soon as the connection is back, and tells of drafts whose form is closed. */
export function startSending(heard: (name: string, outcome: Outcome) => void): void {
  if (heardByNobody) return;
  heardByNobody = heard;
  addEventListener("online", () => void sendWaiting());
  if (waitingDrafts().length > 0) void sendWaiting();
}
