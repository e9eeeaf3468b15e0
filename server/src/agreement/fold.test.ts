import fc from "fast-check";
import { expect, test } from "vitest";
import {
  anyReports,
  PARTIES,
  preference,
  rearranged,
  report,
  retraction,
} from "../../test/reports.ts";
import { stateOn } from "../ledger/fold.ts";
import type { PartyRef, Report } from "../ledger/report.ts";
import { dayOf, parseWhen } from "../when/when.ts";
import { foldAgreement } from "./fold.ts";
import { legalMoves } from "./move.ts";
import { AGREEMENT_STATUSES } from "./values.ts";
import type { AgreementFacts } from "./walk.ts";
import { circumstancesOf } from "./walk.ts";

const TREATY: AgreementFacts = {
  binding: "LEGAL",
  requiresRatification: true,
  mustRatify: PARTIES.both,
};
const PLAN: AgreementFacts = { binding: "POLITICAL", requiresRatification: false, mustRatify: [] };

/** A claim known on the day that it says the status was entered. */
function entered(status: string, edtf: string, detail: Partial<Report> = {}): Report {
  const when = parseWhen(edtf);
  return { ...report("2025-12-01", status, detail), when, knownOn: when.latest ?? 0 };
}

function ratifiedBy(party: PartyRef, edtf: string): Report {
  return entered("SIGNED", edtf, { step: "RATIFIED", moves: false, parties: [party] });
}

const latest = (facts: AgreementFacts, ...reports: Report[]) =>
  foldAgreement(reports, facts).at(-1)?.state;
const outline = (facts: AgreementFacts, ...reports: Report[]) =>
  latest(facts, ...reports)?.stages.map(
    ({ status, when, ratified }) => `${status} ${when.edtf} ${ratified}`,
  );

const hearsay = { standing: "OUTLET", confidence: "UNCERTAIN" } as const;
const anyLedger = anyReports(AGREEMENT_STATUSES, ["RATIFIED", "PROMULGATED"]);
const anyFacts = fc.constantFrom(TREATY, PLAN);
const anyDay = fc.integer({ min: dayOf("2025-02-27"), max: dayOf("2025-03-10") });

test("the bar splits by the share that ratified, and the last party makes it ratified", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const russia = ratifiedBy(PARTIES.russia, "2025-04-08");
  const iran = ratifiedBy(PARTIES.iran, "2025-05-21");
  expect(outline(TREATY, signed, russia, iran)).toEqual([
    "SIGNED 2025-01-17 0",
    "SIGNED 2025-04-08 1",
    "RATIFIED 2025-05-21 2",
  ]);
  expect(latest(TREATY, signed, russia)).toMatchObject({
    status: "SIGNED",
    when: parseWhen("2025-01-17"),
    ratified: 1,
    mustRatify: 2,
  });
});

test("a party ratifies once: a later step of its second body adds nothing", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const vote = ratifiedBy(PARTIES.russia, "2025-04-08");
  const council = entered("SIGNED", "2025-04-16", {
    step: "APPROVED",
    moves: false,
    parties: [PARTIES.russia],
  });
  expect(latest(TREATY, signed, vote, council)).toEqual(latest(TREATY, signed, vote));
});

test("two days for one party's ratification are a dispute about that stage alone", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const state = latest(
    TREATY,
    signed,
    ratifiedBy(PARTIES.russia, "2025-04-08"),
    ratifiedBy(PARTIES.russia, "2025-04-09"),
  );
  expect(state?.stages.map(({ disputed }) => disputed)).toEqual([false, true]);
  expect(state).toMatchObject({ ratified: 1, disputed: true });
});

test("a claim that all have ratified needs all of them, and a text that some must ratify", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const claim = entered("RATIFIED", "2025-06-01");
  expect(latest(TREATY, signed, claim)?.status).toBe("SIGNED");
  expect(latest({ ...TREATY, mustRatify: [] }, signed, claim)?.status).toBe("RATIFIED");
  expect(latest(PLAN, signed, claim)).toEqual(latest(PLAN, signed));
  const named = entered("RATIFIED", "2025-06-01", { parties: PARTIES.both });
  expect(latest(TREATY, signed, named)).toMatchObject({ status: "RATIFIED", ratified: 2 });
});

test("who has not ratified does not stop a text that is in force", () => {
  expect(outline(TREATY, entered("SIGNED", "2001-03-12"), entered("IN_FORCE", "2002"))).toEqual([
    "SIGNED 2001-03-12 0",
    "IN_FORCE 2002 0",
  ]);
});

test("two dates for one entry into force are both kept, and the surer is shown", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const early = entered("IN_FORCE", "2025-07-18~", { confidence: "UNCERTAIN" });
  const sure = entered("IN_FORCE", "2025-10-02");
  expect(latest(PLAN, signed, early)).toMatchObject({ status: "IN_FORCE", disputed: false });
  const state = latest(PLAN, signed, early, sure);
  expect(state).toMatchObject({ disputed: true, reportId: sure.id, when: parseWhen("2025-10-02") });
  expect(state?.rivals.map(({ reportId, shown }) => [reportId, shown])).toEqual([
    [early.id, false],
    [sure.id, true],
  ]);
  const preferred = latest(PLAN, signed, early, sure, preference("2025-12-01", early));
  expect(preferred).toMatchObject({ disputed: true, reportId: early.id });
});

test("what an outlet says, and not surely, moves nothing but stands beside", () => {
  const signed = entered("SIGNED", "2023-12-25");
  const rumour = entered("IN_FORCE", "2024-12-26", hearsay);
  const before = latest(PLAN, signed, rumour);
  expect(before).toMatchObject({ status: "SIGNED", disputed: true });
  expect(before?.rivals.map(({ status, shown }) => [status, shown])).toEqual([
    ["SIGNED", true],
    ["IN_FORCE", false],
  ]);
  const after = latest(PLAN, signed, rumour, entered("IN_FORCE", "2025-05-15"));
  expect(after).toMatchObject({
    status: "IN_FORCE",
    when: parseWhen("2025-05-15"),
    disputed: true,
  });
});

test("an outlet that turns out right is no rival", () => {
  const signed = entered("SIGNED", "2023-12-25");
  const rumour = entered("IN_FORCE", "2025-05", hearsay);
  expect(latest(PLAN, signed, rumour, entered("IN_FORCE", "2025-05-15"))).toMatchObject({
    disputed: false,
    when: parseWhen("2025-05-15"),
  });
});

test("an outlet's claim that an editor prefers does move", () => {
  const signed = entered("SIGNED", "2023-12-25");
  const rumour = entered("IN_FORCE", "2024-12-26", hearsay);
  expect(latest(PLAN, signed, rumour, preference("2025-12-02", rumour))?.status).toBe("IN_FORCE");
});

test("where an outlet alone says where an agreement stands, it stands there", () => {
  const state = latest(PLAN, entered("SIGNED", "2023-12-25", hearsay));
  expect(state).toMatchObject({ status: "SIGNED", disputed: false });
});

test("talks that go on are no contradiction", () => {
  const state = latest(
    PLAN,
    entered("NEGOTIATING", "2022-09-15"),
    entered("NEGOTIATING", "2024-05~"),
  );
  expect(state).toMatchObject({ disputed: false, when: parseWhen("2022-09-15") });
});

test("parties that sign on different days do not contradict each other", () => {
  const russia = entered("SIGNED", "2003-11-04", { parties: [PARTIES.russia] });
  const iran = entered("SIGNED", "2003-11-08", { parties: [PARTIES.iran] });
  expect(latest(PLAN, russia, iran)).toMatchObject({
    disputed: false,
    when: parseWhen("2003-11-04"),
  });
  const other = entered("SIGNED", "2003-11-05", { parties: [PARTIES.russia] });
  expect(latest(PLAN, russia, iran, other)?.disputed).toBe(true);
});

test("a claim that would go back moves nothing", () => {
  const inForce = entered("IN_FORCE", "2025-10-02");
  const back = entered("NEGOTIATING", "2025-11-01");
  expect(latest(PLAN, entered("SIGNED", "2025-01-17"), inForce, back)?.status).toBe("IN_FORCE");
});

test("a rival date for a stage that is past is a dispute about that stage", () => {
  const signed = entered("SIGNED", "2001-03-12");
  const inForce = entered("IN_FORCE", "2001-03-20");
  const other = entered("SIGNED", "2001-03-22");
  const state = latest(PLAN, signed, inForce, other);
  expect(state).toMatchObject({ status: "IN_FORCE", disputed: true });
  expect(state?.stages.map(({ disputed }) => disputed)).toEqual([true, false]);
});

test("what was suspended can be in force again, as a new stage", () => {
  expect(
    outline(
      PLAN,
      entered("IN_FORCE", "2020"),
      entered("SUSPENDED", "2022-03"),
      entered("IN_FORCE", "2023-03-10"),
    ),
  ).toEqual(["IN_FORCE 2020 0", "SUSPENDED 2022-03 0", "IN_FORCE 2023-03-10 0"]);
});

test("steps alone do not say where an agreement stands", () => {
  expect(foldAgreement([ratifiedBy(PARTIES.russia, "2025-04-08")], TREATY)).toEqual([]);
});

test("retracting the wrong report brings back what was known before it", () => {
  const signed = entered("SIGNED", "2025-01-17");
  const wrong = entered("TERMINATED", "2025-02-01");
  expect(latest(PLAN, signed, wrong, retraction("2025-12-01", wrong))).toEqual(
    latest(PLAN, signed),
  );
});

test("any order of arrival gives the same states", () => {
  fc.assert(
    fc.property(rearranged(anyLedger), anyFacts, ([reports, others], facts) => {
      expect(foldAgreement(others, facts)).toEqual(foldAgreement(reports, facts));
    }),
  );
});

test("what is known later never changes what was true of an earlier day", () => {
  fc.assert(
    fc.property(anyLedger, anyFacts, anyDay, (reports, facts, day) => {
      const then = foldAgreement(
        reports.filter(({ knownOn }) => knownOn <= day),
        facts,
      );
      expect(stateOn(then, day)).toEqual(stateOn(foldAgreement(reports, facts), day));
    }),
  );
});

test("every life is a legal walk: each stage may follow the one before, or is the same with a larger share", () => {
  fc.assert(
    fc.property(anyLedger, anyFacts, (reports, facts) => {
      for (const { state } of foldAgreement(reports, facts)) {
        for (const [i, stage] of state.stages.entries()) {
          const before = state.stages[i - 1];
          if (!before) continue;
          const circumstances = circumstancesOf(facts, stage.ratified);
          const isLegal = legalMoves(before.status, circumstances).includes(stage.status);
          const isShare = before.status === stage.status && before.ratified < stage.ratified;
          expect(isLegal || isShare).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a treaty is ratified exactly when every party that must has", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      for (const { state } of foldAgreement(reports, TREATY)) {
        const begun = state.stages[0]?.status === "RATIFIED" && state.stages.length === 1;
        if (state.status === "RATIFIED" && !begun) expect(state.ratified).toBe(state.mustRatify);
        expect(state.ratified).toBeLessThanOrEqual(state.mustRatify);
      }
    }),
    { numRuns: 300 },
  );
});

test("a dispute lists the claim that is shown and one that is not; without one there are none", () => {
  fc.assert(
    fc.property(anyLedger, anyFacts, (reports, facts) => {
      for (const { state } of foldAgreement(reports, facts)) {
        expect(state.rivals.length > 0).toBe(state.disputed);
        if (!state.disputed) continue;
        expect(state.rivals.some(({ shown }) => shown)).toBe(true);
        expect(state.rivals.some(({ shown }) => !shown)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
