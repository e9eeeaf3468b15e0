import { useCallback, useEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import { useKey } from "./keys.ts";
import { say } from "./say.ts";
import { dismiss, hold, type Notice } from "./toast.ts";
import "./toast.css";

/** The bar at the foot of the page: what was done, and the way back. F6 leads to it and Z takes back, while it is there. */
export default function Toast({ notice }: { notice: Notice }) {
  const { text, undo, lasting } = notice;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer over it only keeps it there
    <div
      className="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <p>{text}</p>
      {undo && <Undo undo={undo} lasting={lasting} />}
      {lasting && (
        <button type="button" className="toast-undo" aria-label="Hide this" onClick={dismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

function Undo({ undo, lasting }: { undo: () => void; lasting: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  /** Where the focus came from. */
  const before = useRef<HTMLElement | null>(null);
  const press = useCallback(() => {
    const held = document.activeElement === button.current;
    undo();
    dismiss();
    if (!lasting) say("Undone.");
    if (!held) return;
    const back = before.current?.isConnected ? before.current : null;
    (back ?? document.getElementById("plot") ?? document.getElementById("main"))?.focus();
  }, [undo, lasting]);
  useKey("z", press);
  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.defaultPrevented) return;
      event.preventDefault();
      button.current?.focus();
    };
    addEventListener("keydown", reach);
    return () => removeEventListener("keydown", reach);
  }, []);
  return (
    <button
      type="button"
      className="toast-undo"
      aria-keyshortcuts="Z F6"
      ref={button}
      onFocus={(event) => {
        if (event.relatedTarget instanceof HTMLElement) before.current = event.relatedTarget;
      }}
      onClick={press}
    >
      <Icon name="undo" /> Undo
    </button>
  );
}
