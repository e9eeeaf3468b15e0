// Sources, with what follows for the events that rest on them: this is the first room that knows both.
import { type Merger, merge, type Thing } from "../edit/edit.ts";
import { refoldEvents } from "../event/event.ts";
import { eventsRestingOn } from "../ledger/ledger.ts";
import { MERGING_SOURCES, SOURCE } from "../publication/publication.ts";

/** Sources as corrections see them. An event counts the sources that it rests on. */
export const CITED: Thing = {
  ...SOURCE,
  refold: async (tx, ids) => refoldEvents(tx, await eventsRestingOn(tx, ids)),
};

/** How two sources become one. */
export const MERGING_CITED: Merger = { ...MERGING_SOURCES, thing: CITED };

/** Carries out the mutation `mergeSources`. */
export const mergeSources = merge(MERGING_CITED);
