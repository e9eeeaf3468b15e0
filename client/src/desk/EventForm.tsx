import { useEffect, useMemo, useRef, useState } from "react";
import type { DeskEventQuery } from "../app/operations.gen.ts";
import { EventStatusGlyph } from "../event/EventStatusGlyph.tsx";
import { closeDesk } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import { Common } from "./Common.tsx";
import { DateField } from "./DateField.tsx";
import question from "./event.graphql?raw";
import { FormBody } from "./FormBody.tsx";
import { Heading } from "./Heading.tsx";
import {
  BLANK_EVENT,
  checkEvent,
  type EventValues,
  eventInput,
  eventPreview,
  type Happening,
  movesOfEvent,
  needsDate,
  usualEventNote,
} from "./happening.ts";
import { whyClosed } from "./moves.ts";
import { type Changes, StaleEvent } from "./StaleEvent.tsx";
import { StatusChoice } from "./StatusChoice.tsx";
import { firstDayOf, repeated, todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import { useEdit } from "./useEdit.ts";
import { useFollowed } from "./useFollowed.ts";
import { useSubject } from "./useSubject.ts";
import { WayOut } from "./WayOut.tsx";

/** An event's form over what stands now. */
export function EventForm({ slug, repeat }: { slug: string; repeat?: true | undefined }) {
  const { data, failure, again } = useSubject<DeskEventQuery>(question, slug);
  const [base, setBase] = useState<number>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <Heading title={repeat ? "Add a source" : "Update status"} version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {data && !data.event && <p className="desk-fields">This event is no longer in the record.</p>}
      {data?.event && (
        <Fields
          event={data.event}
          changes={data.changes.nodes.toReversed()}
          following={data.viewer.following}
          repeat={repeat}
          again={again}
          onBase={setBase}
        />
      )}
    </>
  );
}

function Fields({
  event,
  changes,
  following,
  repeat,
  again,
  onBase,
}: {
  event: Happening;
  /** The latest first. */
  changes: Changes;
  following: number | null;
  /** Whether it begins from what stands. */
  repeat: true | undefined;
  again: () => void;
  onBase: (version: number) => void;
}) {
  const today = todayOf(Date.now());
  const moves = useMemo(() => movesOfEvent(event), [event]);
  const name = `event.${event.slug}`;
  const edit = useEdit<EventValues>({
    name,
    about: `${event.title}: new status`,
    blank: useMemo(
      () => (repeat ? { ...BLANK_EVENT, ...repeated(event, today) } : BLANK_EVENT),
      [repeat, event, today],
    ),
    version: event.version,
    check: (values) => checkEvent(values, moves, today),
    say: (values) => eventInput(values, event, today),
    onSaved: (payload) => {
      tellSaved(payload);
      closeDesk();
    },
  });
  useFollowed(edit, { version: event.version, changes: { nodes: changes } }, again);
  const { base, values, change, problems, stale } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  const usual = usualEventNote(values, event, today);
  const { status } = values;
  if (stale && event.version >= stale.version)
    return (
      <StaleEvent
        edit={edit}
        name={name}
        event={event}
        changes={changes}
        closed={whyClosed(moves, status)}
        usual={usual}
        today={today}
        following={following}
      />
    );
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? eventPreview(event, edit.preview, following) : []}
    >
      <StatusChoice
        moves={moves}
        value={status}
        onChange={(next) => change({ status: next })}
        glyph={(to) => <EventStatusGlyph status={to} fixed={to !== "EXPECTED"} disputed={false} />}
        again="It stands there already. This adds another word of it: a narrower date, or one that differs."
        problems={problems}
        wayOut={<WayOut changes={changes} version={event.version} />}
      />
      <DateField
        label={
          status === "HELD"
            ? "Held on"
            : status === "POSTPONED"
              ? "New date, if any"
              : "Planned for"
        }
        value={values.date}
        onChange={(date) => change({ date })}
        today={today}
        problems={problems}
        unknown={needsDate(status) ? "" : "No date is given."}
      />
      <Common
        values={values}
        change={change}
        happened={status === "HELD" ? firstDayOf(values.date, today) : null}
        today={today}
        problems={problems}
        usual={usual}
      />
    </FormBody>
  );
}
