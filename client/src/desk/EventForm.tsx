import { useEffect, useMemo, useRef, useState } from "react";
import type {
  DeskEventQuery,
  DeskEventQueryVariables,
  EventStatus,
} from "../app/operations.gen.ts";
import { EventMark } from "../event/EventMark.tsx";
import { tell } from "../page/ask.ts";
import { closeDesk } from "../page/desk.ts";
import { type Failure, failureOf } from "../page/failure.ts";
import { onRenew } from "../page/renew.ts";
import { Trouble } from "../page/Trouble.tsx";
import { Common } from "./Common.tsx";
import { DateField } from "./DateField.tsx";
import { dropDraft } from "./drafts.ts";
import question from "./event.graphql?raw";
import { FormBody } from "./FormBody.tsx";
import { Heading } from "./Heading.tsx";
import {
  BLANK_EVENT,
  checkEvent,
  type EventValues,
  eventInput,
  eventPreview,
  eventWhen,
  type Happening,
  movesOfEvent,
  needsDate,
  reportWord,
  usualEventNote,
} from "./happening.ts";
import { whyClosed } from "./moves.ts";
import { Stale } from "./Stale.tsx";
import { StatusChoice } from "./StatusChoice.tsx";
import { firstDayOf, todayOf, voiceOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import type { Way } from "./stale.ts";
import { useEdit } from "./useEdit.ts";
import { useFollowed } from "./useFollowed.ts";
import { WayOut } from "./WayOut.tsx";

type Changes = DeskEventQuery["changes"]["nodes"];

/** An event's form over what stands now; read again when something was saved. */
export function EventForm({ slug }: { slug: string }) {
  const [data, setData] = useState<DeskEventQuery | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const [base, setBase] = useState<number>();
  const heading = useRef<HTMLHeadingElement>(null);
  const again = () => setTries((count) => count + 1);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => onRenew(() => setTries((count) => count + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    const stop = new AbortController();
    tell<DeskEventQuery, DeskEventQueryVariables>(question, { slug }, stop.signal).then(
      (came) => {
        setData(came);
        setFailure(null);
      },
      (error: unknown) => !stop.signal.aborted && setFailure(failureOf(error)),
    );
    return () => stop.abort();
  }, [slug, tries]);
  return (
    <>
      <Heading title="Update status" version={base} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {data?.event && (
        <Fields
          event={data.event}
          changes={data.changes.nodes.toReversed()}
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
  again,
  onBase,
}: {
  event: Happening;
  /** The latest first. */
  changes: Changes;
  again: () => void;
  onBase: (version: number) => void;
}) {
  const today = todayOf(Date.now());
  const moves = useMemo(() => movesOfEvent(event), [event]);
  const name = `event.${event.slug}`;
  const edit = useEdit<EventValues>({
    name,
    about: `${event.title}: new status`,
    blank: BLANK_EVENT,
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
  if (stale && event.version >= stale.version) {
    const last = changes[0];
    const report = last?.report;
    const isClaim = report?.act === "CLAIM";
    const when = eventWhen(values.date, status, today);
    const choose = (way: Way) => {
      if (way === "discard") {
        dropDraft(name);
        closeDesk();
        return;
      }
      const { action, input } = eventInput(values, event, today);
      const replaces = way === "replace" ? { replaces: report?.id } : {};
      edit.submit(event.version, { action, input: { ...input, ...replaces } });
    };
    return (
      <Stale
        noun="event"
        stale={stale}
        base={base}
        state={edit.state}
        problems={edit.told}
        theirs={{
          status: reportWord(
            isClaim ? (report.status as EventStatus) : event.status,
            isClaim ? (report.status as EventStatus) : event.status,
          ),
          when: isClaim ? report.when.edtf : event.when.edtf,
          source: isClaim ? report.claimant : (last?.by ?? ""),
          note: report?.note ?? last?.note ?? "",
        }}
        mine={{
          status: status === null ? "" : reportWord(status, status),
          when: "edtf" in when ? when.edtf : null,
          source: voiceOf(values),
          note: values.note.trim() || usual,
        }}
        closed={whyClosed(moves, status)}
        isClaim={isClaim}
        onChoose={choose}
        onKeepEditing={() => edit.rebase(event.version)}
      />
    );
  }
  return (
    <FormBody edit={edit} preview={edit.preview ? eventPreview(event, edit.preview) : []}>
      <StatusChoice
        moves={moves}
        value={status}
        onChange={(next) => change({ status: next })}
        glyph={(to) => (
          <EventMark
            kind={event.kind}
            status={to}
            level={event.level}
            fixed={to !== "EXPECTED"}
            disputed={false}
            whole
          />
        )}
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
