import type { Day } from "../when/day.ts";
import { Common, NoteField } from "./Common.tsx";
import type { Correction } from "./correction.ts";
import type { Thing } from "./thing.ts";
import type { Editing } from "./useEdit.ts";

interface Props {
  edit: Pick<Editing<Correction>, "values" | "change" | "problems">;
  thing: Thing;
  today: Day;
  /** What the history says where no note is written. */
  usual: string;
  /** What more the source's label says. */
  aside?: string;
}

/** What the form of a thing ends with: on what it rests, unless it is a source by itself, and a note. */
export function Rests({ edit, thing, today, usual, aside }: Props) {
  const { values, change, problems } = edit;
  if (thing.isOwnSource) return <NoteField {...{ values, change, problems, usual }} />;
  return (
    <Common
      {...{ values, change, today, problems, usual }}
      happened={null}
      claimed={false}
      {...(aside !== undefined && { sourceAside: aside })}
    />
  );
}
