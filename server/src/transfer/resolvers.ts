import { AGREEMENT_MACHINE } from "../agreement/agreement.ts";
import { EVENT_MACHINE } from "../event/event.ts";
import type { Room } from "../graphql/room.ts";
import { revision } from "../history/history.ts";
import type { StatusDefinition } from "../ledger/machine.ts";
import { isoOf } from "../when/day.ts";
import { datasetOf } from "./dataset.ts";

/** A machine as it is published: what its statuses mean and which may follow. */
function machine(subject: string, statuses: readonly StatusDefinition<string>[]) {
  return {
    subject,
    statuses: statuses.map(({ status, meaning, next }) => ({ status, meaning, next })),
  };
}

const statusMachines = [
  machine("agreement", AGREEMENT_MACHINE.statuses),
  machine("event", EVENT_MACHINE.statuses),
];

export const room: Room = {
  queries: {
    dataset: async ({ tx, today }) => {
      const held = await datasetOf(tx);
      return {
        title: held?.title ?? "No data set",
        // With nothing looked up, whatever is there was reported by editors, up to today.
        horizon: held?.horizon ?? isoOf(today),
        foundingDocument: held?.foundingDocument ?? "None",
        licence: held?.licence ?? "NONE",
        revision: await revision(tx),
        statusMachines,
      };
    },
  },
};
