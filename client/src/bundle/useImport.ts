import { useCallback, useEffect, useRef, useState } from "react";
import { isUntouched } from "../desk/draft.ts";
import { dropDraft, keepDraft, readDraft } from "../desk/drafts.ts";
import type { Problem } from "../desk/outcome.ts";
import { todayOf } from "../desk/said.ts";
import { type Failure, failureOf } from "../page/failure.ts";
import { saved } from "../page/renew.ts";
import { say } from "../page/say.ts";
import { toast } from "../page/toast.ts";
import { askViewer, useEditor } from "../page/viewer.ts";
import type { Answer } from "./answer.ts";
import { BLANK, check, kindIn, MOST_KEPT, type Values, wordsOf } from "./draft.ts";
import { keepMade } from "./lately.ts";
import { type Progress, upload } from "./upload.ts";

const NAME = "import";
const ABOUT = "Import";

/** What went wrong with sending: no answer came, the session has ended, or the server said why not. */
export interface Trouble {
  of: "unsent" | "signedOut" | "refused" | "stopped";
  failure: Failure | null;
  /** Whether it was to be imported, and not only tried out. */
  isImport: boolean;
}

/** The life of one import: the form, what trying it out said, and what came of it. */
export function useImport() {
  const today = todayOf(Date.now());
  const [values, setValues] = useState(BLANK);
  const [earlier, setEarlier] = useState(() => readDraft(NAME));
  const [isAsked, setAsked] = useState(false);
  const [running, setRunning] = useState<"trying" | "importing" | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [tried, setTried] = useState<Answer | null>(null);
  const [done, setDone] = useState<Answer | null>(null);
  const latest = useRef(values);
  const stop = useRef<AbortController | null>(null);
  // The same as long as the same is sent: what got through without an answer is not done twice.
  const key = useRef<string | null>(null);

  const isTooLarge = values.text.length > MOST_KEPT;
  const found: Problem[] = isAsked ? check(values, today) : [];

  // Whoever signs in again, here or in another tab, goes on where they were.
  const editor = useEditor();
  useEffect(() => {
    if (editor) setTrouble((before) => (before?.of === "signedOut" ? null : before));
  }, [editor]);
  useEffect(
    () => () => {
      stop.current?.abort();
      if (readDraft(NAME)) say("Your draft is kept.");
    },
    [],
  );

  const keep = useCallback((next: Values) => {
    if (isUntouched(next, BLANK) || next.text.length > MOST_KEPT) return dropDraft(NAME);
    const attempt = key.current && {
      action: "importBundle",
      input: { idempotencyKey: key.current },
    };
    const draft = { at: Date.now(), base: 0, name: ABOUT, values: next, waiting: false };
    keepDraft(NAME, { ...draft, attempt: attempt || null });
  }, []);

  const change = useCallback(
    (patch: Partial<Values>) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      key.current = null;
      setValues(next);
      setTried(null);
      setDone(null);
      setTrouble(null);
      keep(next);
    },
    [keep],
  );

  const run = useCallback(
    async (what: "trying" | "importing", before: Answer | null) => {
      if (stop.current) return;
      setAsked(true);
      setTrouble(null);
      const held = latest.current;
      if (check(held, today).length > 0) return;
      const isImport = what === "importing";
      if (isImport) {
        key.current ??= crypto.randomUUID();
        keep(held);
      }
      const own = new AbortController();
      stop.current = own;
      setRunning(what);
      setProgress(null);
      const words = wordsOf(held, today, before, isImport ? key.current : null);
      try {
        const sent = { kind: kindIn(held), text: held.text, words };
        const answer = await upload(sent, setProgress, own.signal);
        // What was good when it was tried out may be bad by now: then nothing was written, and it is shown anew.
        if (!isImport || (answer.change === null && answer.bad > 0)) {
          if (isImport) key.current = null;
          setTried(answer);
        } else {
          dropDraft(NAME);
          key.current = null;
          setDone(answer);
          keepMade(answer);
          saved();
        }
      } catch (error) {
        if (own.signal.aborted) setTrouble({ of: "stopped", failure: null, isImport });
        else setTrouble(troubleOf(error, isImport));
      } finally {
        stop.current = null;
        setRunning(null);
      }
    },
    [today, keep],
  );

  return {
    ...{ values, change, problems: found, isTooLarge, today },
    ...{ running, progress, trouble, tried, done },
    earlier,
    goOn() {
      if (!earlier) return;
      latest.current = { ...BLANK, ...(earlier.values as Values) };
      key.current = earlier.attempt?.input.idempotencyKey ?? null;
      setValues(latest.current);
      setEarlier(null);
    },
    throwAway() {
      dropDraft(NAME);
      setEarlier(null);
    },
    tryOut: () => run("trying", null),
    importIt: () => run("importing", tried),
    stop: () => stop.current?.abort(),
    /** Throws the draft away, or begins anew; for a while a toast gives it back. */
    clear() {
      const held = latest.current;
      change(BLANK);
      setAsked(false);
      if (!done && !isUntouched(held, BLANK))
        toast("Nothing was imported. The form is empty.", () => change(held));
    },
  };
}

function troubleOf(error: unknown, isImport: boolean): Trouble {
  const failure = failureOf(error);
  const { code, status } = failure;
  if (code === "UNAUTHENTICATED" || code === "FORBIDDEN") {
    void askViewer();
    return { of: "signedOut", failure, isImport };
  }
  const isUnsent = status === null || status === 429 || status >= 502;
  return { of: isUnsent ? "unsent" : "refused", failure, isImport };
}

/** What `useImport` gives. */
export type Importing = ReturnType<typeof useImport>;
