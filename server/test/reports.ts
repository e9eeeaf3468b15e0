import fc from "fast-check";
import type { PartyRef, Report } from "../src/ledger/report.ts";
import { dayOf, notFixed, parseWhen, type When } from "../src/when/when.ts";

const RUSSIA: PartyRef = { type: "country", id: "russia" };
const IRAN: PartyRef = { type: "country", id: "iran" };
/** A small cast for hand-written reports. */
export const PARTIES = { russia: RUSSIA, iran: IRAN, both: [RUSSIA, IRAN] };

let written = 0;

/** A report by hand: known on an ISO day, with what matters to the test. A date is set unless `when` says otherwise. */
export function report(knownOn: string, status: string, detail: Partial<Report> = {}): Report {
  written += 1;
  return {
    seq: written,
    id: `report-${String(written).padStart(5, "0")}`,
    subject: "EVENT",
    subjectId: "visit",
    act: "CLAIM",
    targetId: null,
    knownOn: dayOf(knownOn),
    knownOnBasis: "SOURCE",
    status,
    step: null,
    moves: true,
    when: notFixed(),
    placeId: null,
    claimant: "Kremlin",
    standing: "PARTY",
    parties: [],
    body: null,
    confidence: "CERTAIN",
    dateConfidence: "CERTAIN",
    uncertainty: null,
    note: null,
    sourceIds: ["kremlin"],
    recordedAt: "2026-01-01T00:00:00.000Z",
    recordedBy: "shipped",
    ...detail,
  };
}

/** The word that a report was wrong. */
export function retraction(knownOn: string, target: Report): Report {
  return report(knownOn, target.status, { act: "RETRACTION", targetId: target.id, moves: false });
}

/** The word that a claim is the one to show. */
export function preference(knownOn: string, target: Report): Report {
  return report(knownOn, target.status, { act: "PREFERENCE", targetId: target.id, moves: false });
}

const text = fc.constantFrom;

/** Dates that overlap, nest and contradict each other, windows and none. */
export const anyWhen: fc.Arbitrary<When> = fc.oneof(
  text("2025-01-01", "2025-01-17", "2025-01-31", "2025-02-01", "2025-06-15", "2026-01-01~").map(
    parseWhen,
  ),
  text("2025", "2025-01", "2025-02?", "2024-12-30/2025-01-02", "2025-01-10/..").map(parseWhen),
  text("2025-01-01/2025-01-19", "../2025-06", null).map(notFixed),
);

/**
 * Any reports on one subject: claims with rival dates, of parties and outlets, on few days so that many share one, some moving
 * nothing; then retractions (of retractions too) and preferences, each of something that the list holds before it.
 */
export function anyReports(statuses: readonly string[], steps: readonly string[] = []) {
  const claim = fc.record({
    known: fc.integer({ min: 0, max: 6 }),
    status: text(...statuses),
    step: text(null, ...steps),
    when: anyWhen,
    placeId: text(null, "moscow", "tehran"),
    standing: text<Report["standing"]>("PARTY", "PARTY", "OUTLET"),
    confidence: text<Report["confidence"]>("CERTAIN", "WELL_ESTABLISHED", "UNCERTAIN"),
    parties: text<PartyRef[]>([], [RUSSIA], [IRAN], [RUSSIA, IRAN]),
    minute: fc.integer({ min: 0, max: 2 }),
  });
  const word = fc.record({
    known: fc.integer({ min: 0, max: 7 }),
    act: text<Report["act"]>("RETRACTION", "PREFERENCE"),
    target: fc.nat(),
    minute: fc.integer({ min: 0, max: 2 }),
  });
  return fc
    .tuple(fc.array(claim, { maxLength: 10 }), fc.array(word, { maxLength: 4 }))
    .map(([claims, words]) => {
      const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
      const on = (known: number) => `2025-03-0${known + 1}`;
      const all = claims.map(({ known, minute, ...detail }, i) =>
        // Ids that do not follow the order of the list, so that nothing leans on it.
        report(on(known), detail.status, {
          ...detail,
          id: `c${(i * 7) % 11}-${i}`,
          moves: detail.step === null,
          recordedAt: at(minute),
          sourceIds: [`source-${i % 3}`],
        }),
      );
      for (const [i, { known, act, target, minute }] of words.entries()) {
        const about = all[target % Math.max(all.length, 1)];
        if (!about) continue;
        all.push(
          report(on(known), about.status, {
            id: `w${i}`,
            act,
            targetId: about.id,
            moves: false,
            recordedAt: at(minute),
          }),
        );
      }
      return all;
    });
}

/** A list and the same in another order, each report with the append number of its new place. */
export function rearranged(reports: fc.Arbitrary<Report[]>): fc.Arbitrary<[Report[], Report[]]> {
  return reports.chain((all) =>
    fc
      .shuffledSubarray(all, { minLength: all.length })
      .map((other) => [all, other.map((one, seq) => ({ ...one, seq }))]),
  );
}
