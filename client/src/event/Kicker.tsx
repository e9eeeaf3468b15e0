import type { EventLineFragment } from "../app/operations.gen.ts";
import { EventMark } from "./EventMark.tsx";
import { kindAndStatus } from "./words.ts";

/** The line above an event's title: its mark, its kind and where it stands. */
export function Kicker({ of, className }: { of: EventLineFragment; className: string }) {
  return (
    <p className={className}>
      <EventMark
        kind={of.kind}
        status={of.status}
        level={of.level}
        fixed={of.when.fixed}
        disputed={of.disputed}
        whole
      />
      {kindAndStatus(of.kind, of.status, of.title)}
    </p>
  );
}
