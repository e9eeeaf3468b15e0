import { type Day, dayOf, isoOf, shortDate } from "../timeline/day.ts";

interface Props {
  /** `Then` or `Now`. */
  name: string;
  day: Day;
  /** Days that may be chosen: from the first to the last. */
  first: Day;
  last: Day;
  onDay: (day: Day) => void;
}

/** One of the two days, in words; a date input takes their place as soon as somebody reaches for it. */
export function DayBox({ name, day, first, last, onDay }: Props) {
  return (
    <label className="day-box" data-name={name}>
      <span className="quiet">{name}</span>
      <span>{shortDate(day)}</span>
      <input
        type="date"
        aria-label={name}
        min={isoOf(first)}
        max={isoOf(last)}
        value={isoOf(day)}
        onChange={({ target: { value } }) => {
          if (!/^\d{4}-\d\d-\d\d$/.test(value)) return;
          const chosen = dayOf(value);
          if (chosen >= first && chosen <= last) onDay(chosen);
        }}
      />
    </label>
  );
}
