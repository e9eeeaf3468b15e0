import type { Day } from "../when/day.ts";
import { shortDay } from "../when/words.ts";
import { Common } from "./Common.tsx";
import { DateField } from "./DateField.tsx";
import { firstDayOf, type Said } from "./said.ts";
import type { Agreement } from "./statusForm.ts";
import type { Editing } from "./useEdit.ts";

interface Props {
  edit: Pick<Editing<Said>, "values" | "change" | "problems">;
  agreement: Agreement;
  /** What its date is the date of, such as `In effect from`. */
  label: string;
  usual: string;
  today: Day;
}

/** What every claim about an agreement has: its date, its source, a note. */
export function ClaimFields({ edit, agreement, label, usual, today }: Props) {
  const { values, change, problems } = edit;
  const entered = agreement.when.earliest;
  return (
    <>
      <DateField
        label={label}
        value={values.date}
        onChange={(date) => change({ date })}
        today={today}
        problems={problems}
        unknown={
          entered
            ? `Some day between ${shortDay(entered)}, when it came to stand where it does, and the source’s day.`
            : ""
        }
      />
      <Common
        values={values}
        change={change}
        happened={firstDayOf(values.date, today)}
        today={today}
        problems={problems}
        usual={usual}
      />
    </>
  );
}
