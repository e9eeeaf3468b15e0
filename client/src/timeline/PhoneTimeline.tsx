import type { TimelineProps } from "./Timeline.tsx";

/** The rotated timeline. */
export function PhoneTimeline(_: TimelineProps) {
  return null;
}
