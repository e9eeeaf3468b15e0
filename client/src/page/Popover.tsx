import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import "./popover.css";

interface Props {
  name: ReactNode;
  icon: IconName;
  /** Whether it is open, and how to say so. */
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Called when it is about to be opened: loads what will stand in it. */
  onNear?: () => void;
  children: ReactNode;
}

const GAP = 6;
/** As the style sheet has it, px. */
const WIDTH = 304;

/**
 * A button and what it opens, above everything else: Escape and a click elsewhere close it, and the focus returns. Arrow
 * keys go from one button or link in it to the next.
 */
export function Popover({ name, icon, open, onOpen, onNear, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const element = panel.current;
    if (!element || element.matches(":popover-open") === open) return;
    if (!open) return element.hidePopover();
    button.current?.focus();
    element.showPopover();
  }, [open]);
  useEffect(() => {
    const close = () => onOpen(false);
    if (open) addEventListener("resize", close);
    return () => removeEventListener("resize", close);
  }, [open, onOpen]);
  const place = () => {
    const at = button.current?.getBoundingClientRect();
    if (!at || !panel.current) return;
    panel.current.style.top = `${at.bottom + GAP}px`;
    const page = document.documentElement.clientWidth;
    // Under the button's end, and within the page where the button stands at its start.
    const most = Math.max(8, page - Math.min(WIDTH, page - 16) - 8);
    panel.current.style.right = `${Math.min(Math.max(8, page - at.right), most)}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        <Icon name={icon} /> <span className="word">{name}</span>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="popover"
        onKeyDown={(event) => {
          // The browser closes it; nothing behind it is to close with it.
          if (event.key === "Escape") event.stopPropagation();
          if (walk(event.key, panel.current)) event.preventDefault();
        }}
        onBeforeToggle={(event) => {
          if (event.newState === "open") place();
        }}
        onToggle={(event) => {
          onOpen(event.newState === "open");
          setShown(event.newState === "open");
        }}
      >
        {shown && (
          <Suspense>
            <FirstFocused>{children}</FirstFocused>
          </Suspense>
        )}
      </div>
    </>
  );
}

/** Puts the focus on the first thing in it to operate, once that has come and has not taken it itself. */
function FirstFocused({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current?.contains(document.activeElement))
      place.current?.querySelector<HTMLElement>("button, input, a")?.focus();
  }, []);
  return <div ref={place}>{children}</div>;
}

/** Moves among the buttons and links; says whether the key was one of its own. */
function walk(key: string, panel: HTMLElement | null): boolean {
  const buttons = [...(panel?.querySelectorAll<HTMLElement>("button, a") ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[key];
  if (to === undefined || at < 0) return false;
  buttons[(to + buttons.length) % buttons.length]?.focus();
  return true;
}
