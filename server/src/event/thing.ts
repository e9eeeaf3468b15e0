import type { Thing } from "../edit/edit.ts";
import { keepEvent, keptEvent } from "./kept.ts";
import { eventsBySlug } from "./rows.ts";
import { refoldEvents } from "./store.ts";

/** Events with those who take part, as corrections see them: the facts that no report says. */
export const EVENT_FACTS: Thing = {
  type: "Event",
  noun: "event",
  table: "event",
  // Its parts have no ids of their own, so that nothing can name one.
  parts: {},
  sources: [],
  points: {
    ...{ leader: "leader", country: "country", forum: "forum", office: "office" },
    ...{ agreement: "agreement", partOf: "event", topics: "topic" },
    ...{ session: "session", rescheduledTo: "event" },
  },
  sourced: new Set([
    ...["kind", "level", "summary", "partOf"],
    ...["role", "leader", "country", "forum", "office", "agreement", "relation"],
  ]),
  read: keptEvent,
  write: keepEvent,
  async remove() {
    throw new Error("An event is withdrawn by taking its report back; its rows stay");
  },
  rows: eventsBySlug,
  stays: ["eventParticipant", "eventAgreement", "eventTopic", "eventState"],
  refold: refoldEvents,
};
