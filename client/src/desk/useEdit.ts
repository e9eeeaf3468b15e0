import { useCallback, useEffect, useRef, useState } from "react";
import { say } from "../page/say.ts";
import { toast } from "../page/toast.ts";
import { askViewer, useEditor } from "../page/viewer.ts";
import { attemptOf, type Draft, isUntouched } from "./draft.ts";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";
import type { Outcome, Problem } from "./outcome.ts";
import { onSettled, save, send } from "./send.ts";

/** How long typing must rest before a save is tried out, ms. */
const REST_MS = 450;

type Saved = Extract<Outcome, { of: "saved" }>["payload"];
type Stale = Extract<Outcome, { of: "stale" }>;

interface Given<Values> {
  /** The draft's name, such as `status.ru-ir-2025`. */
  name: string;
  /** What it is about, for people. */
  about: string;
  blank: Values;
  /** The version that is on the page; 0 for something new. */
  version: number;
  /** What is wrong with the fields as far as it shows here. */
  check: (values: Values) => Problem[];
  /** The mutation and its input, without version and key, of fields in order. */
  say: (values: Values) => { action: string; input: Record<string, unknown> };
  onSaved: (payload: Saved) => void;
}

export interface Editing<Values> {
  values: Values;
  change: (patch: Partial<Values>) => void;
  /** What is wrong, once somebody tried to save, or as a try-out says. */
  problems: Problem[];
  /** Those that the record has against it. */
  told: Problem[];
  /** What a save would come to; null while that is not known. */
  preview: Saved | null;
  /** A draft from before that may be gone on with; null when there is none, or it has been decided. */
  earlier: Draft<Values> | null;
  goOn: () => void;
  throwAway: () => void;
  state: "editing" | "saving" | "waiting" | "signedOut";
  stale: Stale | null;
  /** Saves; at another version than the form began from, where somebody was faster. */
  submit: (at?: number, how?: { action: string; input: Record<string, unknown> }) => void;
  /** Goes on editing from a version that stands by now. */
  rebase: (version: number) => void;
  /** The version that the form begins from. */
  base: number;
  /** Whether anything was changed. */
  touched: boolean;
  /** Throws the draft away; for a while a toast gives it back. */
  discard: () => void;
}

/** The life of one form: its fields, the draft that is kept of them, what is wrong, what a save would do, and what came of it. */
export function useEdit<Values extends object>(given: Given<Values>): Editing<Values> {
  const { name, about, blank, version, check, say: wordsOf } = given;
  const [values, setValues] = useState(blank);
  const [base, setBase] = useState(version);
  const [asked, setAsked] = useState(false);
  const [wrong, setWrong] = useState<Problem[]>([]);
  const [preview, setPreview] = useState<Saved | null>(null);
  const [state, setState] = useState<Editing<Values>["state"]>("editing");
  const [stale, setStale] = useState<Stale | null>(null);
  const [earlier, setEarlier] = useState(() => readDraft(name) as Draft<Values> | null);
  const latest = useRef({ given, values, base });
  latest.current = { given, values, base };

  const found = check(values);
  const problems = [...(asked ? found : []), ...wrong];
  const touched = !isUntouched(values, blank);

  // Whoever signs in again, here or in another tab, goes on where they were.
  const editor = useEditor();
  useEffect(() => {
    if (editor) setState((before) => (before === "signedOut" ? "editing" : before));
  }, [editor]);

  const heard = useCallback((outcome: Outcome) => {
    setState(
      outcome.of === "unsent" ? "waiting" : outcome.of === "signedOut" ? "signedOut" : "editing",
    );
    if (outcome.of === "saved") latest.current.given.onSaved(outcome.payload);
    else if (outcome.of === "stale") setStale(outcome);
    else if (outcome.of === "wrong") setWrong(outcome.problems);
    else if (outcome.of === "signedOut") void askViewer();
  }, []);
  useEffect(() => onSettled(name, heard), [name, heard]);
  // Closed before it was saved or thrown away: nothing is lost.
  useEffect(
    () => () => {
      if (readDraft(name)) say("Your draft is kept.");
    },
    [name],
  );

  const change = useCallback(
    (patch: Partial<Values>) => {
      const next = { ...latest.current.values, ...patch };
      latest.current.values = next;
      setValues(next);
      setWrong([]);
      setState((before) => (before === "saving" ? before : "editing"));
      const { given: now } = latest.current;
      if (isUntouched(next, now.blank)) return dropDraft(name);
      const attempt = readDraft(name)?.attempt ?? null;
      const draft = { base: latest.current.base, name: about, values: next, attempt };
      keepDraft(name, { ...draft, at: Date.now(), waiting: false });
    },
    [name, about],
  );

  // What is in order is tried out: the answer says what readers would see, or what the record has against it.
  const isTried = found.length === 0 && stale === null && state === "editing" && earlier === null;
  const trial = isTried ? JSON.stringify(wordsOf(values)) : null;
  useEffect(() => {
    setPreview(null);
    if (trial === null) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const { action, input } = JSON.parse(trial);
      const whole = { ...input, ...(base > 0 && { expectedVersion: base }) };
      const outcome = await send({ action, input: whole }, true, stop.signal);
      if (stop.signal.aborted) return;
      if (outcome.of === "saved") setPreview(outcome.payload);
      else if (outcome.of === "wrong") setWrong(outcome.problems);
      else if (outcome.of === "stale") setStale(outcome);
      else if (outcome.of === "signedOut") {
        setState("signedOut");
        void askViewer();
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [trial, base]);

  const submit = useCallback(
    async (at?: number, how?: { action: string; input: Record<string, unknown> }) => {
      const { given: now, values: held, base: from } = latest.current;
      setAsked(true);
      if (!how && now.check(held).length > 0) return;
      setWrong([]);
      setState("saving");
      const { action, input } = how ?? now.say(held);
      const start = at ?? from;
      const whole = { ...input, ...(start > 0 && { expectedVersion: start }) };
      const kept = readDraft(name);
      const attempt = attemptOf(kept?.attempt ?? null, action, whole, () => crypto.randomUUID());
      const draft = { base: start, name: now.about, values: held, attempt };
      keepDraft(name, { ...draft, at: kept?.at ?? Date.now(), waiting: false });
      heard(await save(name, attempt));
    },
    [name, heard],
  );

  return {
    values,
    change,
    problems,
    told: wrong,
    preview,
    earlier,
    goOn: () => {
      if (!earlier) return;
      latest.current.values = { ...blank, ...earlier.values };
      setValues(latest.current.values);
      // From the version it began from: if somebody was faster meanwhile, that is to be seen.
      setBase(earlier.base);
      setEarlier(null);
      if (earlier.waiting) setState("waiting");
    },
    throwAway: () => {
      dropDraft(name);
      setEarlier(null);
    },
    state,
    stale,
    submit,
    rebase: (next) => {
      setBase(next);
      setStale(null);
    },
    base,
    touched,
    discard: () => {
      const draft = readDraft(name);
      dropDraft(name);
      if (draft) toast("Draft thrown away.", () => keepDraft(name, draft));
    },
  };
}
