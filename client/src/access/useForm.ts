import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Problem } from "../desk/outcome.ts";
import { Refused } from "./door.ts";

interface Given<Values, Done> {
  blank: Values;
  /** What is wrong as far as it shows here. */
  check: (values: Values) => Problem[];
  /** Does it. Throws `Refused` where it is not done. */
  send: (values: Values) => Promise<Done>;
  onDone: (done: Done) => void;
}

export interface Filling<Values> {
  values: Values;
  change: (patch: Partial<Values>) => void;
  problems: Problem[];
  busy: boolean;
  submit: (event: FormEvent) => void;
  form: RefObject<HTMLFormElement | null>;
}

/** The life of a short form: what is in it, what is wrong with it once somebody tried, and its sending. What is wrong first takes the focus. */
export function useForm<Values extends object, Done>(given: Given<Values, Done>): Filling<Values> {
  const { blank, check, send, onDone } = given;
  const [values, setValues] = useState(blank);
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const tries = useRef({ all: 0, led: 0 });
  const found = asked ? check(values) : [];
  useEffect(() => {
    if (busy || tries.current.led === tries.current.all) return;
    tries.current.led = tries.current.all;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    first?.focus();
  });
  return {
    values,
    change: (patch) => {
      setValues((before) => ({ ...before, ...patch }));
      setTold([]);
    },
    problems: [...found, ...told],
    busy,
    submit: async (event) => {
      event.preventDefault();
      if (busy) return;
      setAsked(true);
      setTold([]);
      tries.current.all += 1;
      if (check(values).length > 0) return;
      setBusy(true);
      try {
        const done = await send(values);
        setAsked(false);
        setValues(blank);
        tries.current.led = tries.current.all;
        onDone(done);
      } catch (error) {
        const message = "It could not be done just now. Try again.";
        setTold([error instanceof Refused ? error.problem : { field: "", message }]);
      } finally {
        setBusy(false);
      }
    },
    form,
  };
}
