import { useEffect, useRef } from "react";
import { type Day, dayOf, isoOf } from "./day.ts";

/** Asks for a date to go to. Escape or leaving it closes it; `onClose` is told whether focus is to go back. */
export default function GoTo({
  day,
  onGo,
  onClose,
}: {
  /** The day in the middle of the plot. */
  day: Day;
  onGo: (day: Day) => void;
  onClose: (back: boolean) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return (
    <form
      className="timeline-goto"
      aria-label="Go to date"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("day");
        if (/^\d{4}-\d\d-\d\d$/.test(String(text))) onGo(dayOf(String(text)));
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose(false);
      }}
    >
      <label>
        Go to date
        <input type="date" name="day" required defaultValue={isoOf(day)} />
      </label>
      <button type="submit">Go</button>
    </form>
  );
}
