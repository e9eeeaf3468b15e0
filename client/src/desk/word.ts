// What a word about a report is about: an agreement or an event, as it stands, and what a save would do to it. Pure.
import { statusWord } from "../agreement/status.ts";
import { stepWords } from "../agreement/words.ts";
import type {
  AgreementStatus,
  DeskAgreementQuery,
  DeskEventQuery,
  EventStatus,
} from "../app/operations.gen.ts";
import { beforeOf } from "./beforeOf.ts";
import { eventPreview, reportWord } from "./happening.ts";
import type { Entity, Payload } from "./outcome.ts";
import { agreementPreview } from "./preview.ts";

export interface About {
  name: string;
  version: number;
  /** What one of its reports says; null where that is not among those that were read. */
  said: (report: string) => { words: string; claimant: string; retracted: boolean } | null;
  /** What a save would come to, in words. */
  preview: (tried: Payload & { entity: Entity }) => string[];
}

/** An agreement as a word about one of its reports sees it; null where there is none. */
export function aboutAgreement({ agreement, viewer }: DeskAgreementQuery): About | null {
  if (!agreement) return null;
  const { shortTitle: name, version, reports } = agreement;
  return {
    name,
    version,
    said: saidAmong(reports.nodes, ({ step, status, parties, when }) =>
      step
        ? [stepWords(step), ...parties.map((party) => party.name), when.text].join(", ")
        : `${statusWord(status as AgreementStatus)} ${when.text}`,
    ),
    preview: (tried) => agreementPreview(beforeOf(agreement, viewer.following ?? null), tried),
  };
}

/** An event, likewise. */
export function aboutEvent({ event, viewer }: DeskEventQuery): About | null {
  if (!event) return null;
  const { title: name, version, reports } = event;
  return {
    name,
    version,
    said: saidAmong(reports.nodes, ({ status, when }) =>
      [reportWord(status as EventStatus, status as EventStatus), when.text].join(", "),
    ),
    preview: (tried) => eventPreview(event, tried, viewer.following ?? null),
  };
}

function saidAmong<Report extends { id: string; claimant: string; retracted: boolean }>(
  reports: readonly Report[],
  wordsOf: (report: Report) => string,
): About["said"] {
  return (id) => {
    const report = reports.find((one) => one.id === id);
    return report ? { ...report, words: wordsOf(report) } : null;
  };
}
