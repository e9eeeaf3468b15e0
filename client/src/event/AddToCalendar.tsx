import { say } from "../page/say.ts";
import { type CalendarEntry, calendarOf } from "./calendar.ts";

/** Saves one dated fact as a calendar file. Without a date there is nothing to save, and that is said in its place. */
export function AddToCalendar({ entry, slug }: { entry: CalendarEntry | null; slug: string }) {
  if (entry === null) return <span className="quiet no-date">No date to add yet</span>;
  const save = () => {
    const file = new Blob([calendarOf([entry])], { type: "text/calendar;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${slug}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say("Calendar file saved.");
  };
  return (
    <button type="button" className="button" onClick={save}>
      Add to calendar
    </button>
  );
}
