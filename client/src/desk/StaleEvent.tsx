import type { DeskEventQuery, EventStatus } from "../app/operations.gen.ts";
import { closeDesk } from "../page/desk.ts";
import type { Day } from "../when/day.ts";
import { dropDraft } from "./drafts.ts";
import {
  type EventValues,
  eventInput,
  eventPreview,
  eventWhen,
  type Happening,
  reportWord,
} from "./happening.ts";
import { Stale } from "./Stale.tsx";
import { voiceOf } from "./said.ts";
import { choicesOf, rowsOf, type Side, type Way } from "./stale.ts";
import type { Editing } from "./useEdit.ts";

export type Changes = DeskEventQuery["changes"]["nodes"];

interface Props {
  edit: Editing<EventValues>;
  /** The draft's name. */
  name: string;
  /** As it stands now. */
  event: Happening;
  /** The latest first. */
  changes: Changes;
  /** Why mine cannot be said after theirs; null when it can. */
  closed: string | null;
  usual: string;
  today: Day;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
}

/** What an editor was about to say of an event, beside the version that somebody else saved meanwhile. */
export function StaleEvent({ edit, name, event, changes, closed, usual, today, following }: Props) {
  const { values, stale } = edit;
  if (!stale) return null;
  const report = changes[0]?.report;
  const sayAs = (way: Way) => {
    if (way === "discard") return null;
    const { action, input } = eventInput(values, event, today);
    const replaces = way === "replace" ? { replaces: report?.id } : {};
    return { action, input: { ...input, expectedVersion: event.version, ...replaces } };
  };
  const choose = (way: Way) => {
    const said = sayAs(way);
    if (said) return edit.submit(event.version, said);
    dropDraft(name);
    closeDesk();
  };
  const when = eventWhen(values.date, values.status, today);
  const theirs = theirsOf(event, changes);
  const mine = {
    status: values.status === null ? "" : reportWord(values.status, values.status),
    when: "edtf" in when ? when.edtf : null,
    source: voiceOf(values),
    note: values.note.trim() || usual,
  };
  const { version } = stale;
  const isClaim = report?.act === "CLAIM";
  return (
    <Stale
      noun="event"
      stale={stale}
      base={edit.base}
      state={edit.state}
      problems={edit.told}
      rows={rowsOf(theirs, mine)}
      choices={choicesOf({ version, theirs, mine, closed, isEarlier: false, isClaim })}
      replacingAdds={2}
      sayAs={sayAs}
      preview={(tried) => eventPreview(event, tried, following)}
      onChoose={choose}
      onKeepEditing={() => edit.rebase(event.version)}
    />
  );
}

/** What the last version recorded. */
function theirsOf({ status, when }: Happening, [last]: Changes): Side {
  const report = last?.report;
  if (report?.act !== "CLAIM")
    return {
      status: reportWord(status, status),
      when: when.edtf,
      source: last?.by ?? "",
      note: last?.note ?? "",
    };
  const claimed = report.status as EventStatus;
  return {
    status: reportWord(claimed, claimed),
    when: report.when.edtf,
    source: report.claimant,
    note: report.note ?? "",
  };
}
