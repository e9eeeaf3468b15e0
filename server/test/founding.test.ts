// The founding case on the shipped data: what the API answers about one visit and one treaty, as of five days.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

const VISIT = "visit-pezeshkian-moscow-2025";
const TREATY = "ru-ir-2025";

describe.each(engines)("the founding case on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  /** Visit and treaty as of a day; null is today. */
  async function known(asOf: string | null) {
    const at = `asOf: ${JSON.stringify(asOf)}`;
    const { visit, treaty } = await ask(
      home.storage,
      `{ visit: event(slug: "${VISIT}", ${at}) {
           status when { edtf fixed earliest latest } disputed allowedTransitions
           reports { nodes { knownOn status claimant when { edtf fixed } source { publisher } } } }
         treaty: agreement(slug: "${TREATY}", ${at}) {
           status when { edtf } disputed ratified mustRatify
           rivalClaims { status when { edtf } claimant shown }
           stages { status when { edtf } }
           reports { nodes { knownOn status step claimant when { edtf fixed } } } } }`,
    );
    return { visit, treaty };
  }

  const upcoming = async (asOf: string) => {
    const answer = await ask(
      home.storage,
      `{ upcoming(first: 100, asOf: "${asOf}") { nodes { slug } } }`,
    );
    return answer.upcoming.nodes.map((node: { slug: string }) => node.slug);
  };

  it("2024-12-05: a visit expected without a date, a text agreed and not signed", async () => {
    const { visit, treaty } = await known("2024-12-05");
    expect(visit).toMatchObject({
      status: "EXPECTED",
      when: { edtf: null, fixed: false, earliest: null, latest: null },
      disputed: false,
    });
    expect(visit.reports.nodes.at(-1)).toMatchObject({
      knownOn: "2024-12-03",
      status: "EXPECTED",
      claimant: expect.stringContaining("Kremlin spokesman"),
      when: { edtf: null, fixed: false },
    });
    expect(await upcoming("2024-12-05")).toContain(VISIT);

    expect(treaty).toMatchObject({ status: "AGREED", ratified: 0, disputed: false });
    expect(treaty.stages.map((stage: { status: string }) => stage.status)).not.toContain("SIGNED");
    expect(treaty.reports.nodes.at(-1)).toMatchObject({
      status: "AGREED",
      step: "SIGNING_PLANNED",
      claimant: "Vladimir Putin",
    });
  });

  it("2024-12-23: still expected, now within bounds", async () => {
    const { visit, treaty } = await known("2024-12-23");
    expect(visit).toMatchObject({
      status: "EXPECTED",
      when: { fixed: false, latest: "2025-01-19" },
    });
    expect(treaty.status).toBe("AGREED");
  });

  it("2024-12-26: scheduled for a day", async () => {
    const { visit, treaty } = await known("2024-12-26");
    expect(visit).toMatchObject({
      status: "SCHEDULED",
      when: { edtf: "2025-01-17", fixed: true },
    });
    expect(await upcoming("2024-12-26")).toContain(VISIT);
    expect(treaty.status).toBe("AGREED");
  });

  it("2025-01-18: held, and signed the same day", async () => {
    const { visit, treaty } = await known("2025-01-18");
    expect(visit).toMatchObject({
      status: "HELD",
      when: { edtf: "2025-01-17", fixed: true },
      allowedTransitions: [],
    });
    expect(await upcoming("2025-01-18")).not.toContain(VISIT);
    expect(treaty).toMatchObject({ status: "SIGNED", when: { edtf: "2025-01-17" }, ratified: 0 });
  });

  it("2025-08-01: ratified by both, in force as one claimant says, undisputed", async () => {
    const { visit, treaty } = await known("2025-08-01");
    expect(visit.status).toBe("HELD");
    expect(treaty).toMatchObject({
      status: "IN_FORCE",
      when: { edtf: "2025-07-18~" },
      ratified: 2,
      mustRatify: 2,
      disputed: false,
      rivalClaims: [],
    });
    const claims = treaty.reports.nodes.filter(
      (report: { status: string }) => report.status === "IN_FORCE",
    );
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      knownOn: "2025-07-18",
      claimant: expect.stringContaining("Kazem Jalali"),
    });
  });

  it("today: in force, with two claims of two dates, both shown", async () => {
    const { visit, treaty } = await known(null);
    expect(visit.status).toBe("HELD");
    expect(treaty).toMatchObject({
      status: "IN_FORCE",
      when: { edtf: "2025-10-02" },
      disputed: true,
    });
    const claims = treaty.rivalClaims.map((claim: { when: { edtf: string }; shown: boolean }) => [
      claim.when.edtf,
      claim.shown,
    ]);
    expect(claims).toHaveLength(2);
    expect(claims).toContainEqual(["2025-07-18~", false]);
    expect(claims).toContainEqual(["2025-10-02", true]);
  });

  it("tells nothing later than the day, on any day on which something became known", async () => {
    const { visit, treaty } = await known(null);
    const days = new Set<string>(
      [...visit.reports.nodes, ...treaty.reports.nodes].map((report) => report.knownOn),
    );
    expect(days.size).toBeGreaterThan(20);
    for (const day of days) {
      const then = await known(day);
      const told = [...(then.visit?.reports.nodes ?? []), ...(then.treaty?.reports.nodes ?? [])];
      expect(told.length).toBeGreaterThan(0);
      for (const { knownOn } of told) expect(knownOn <= day).toBe(true);
    }
  });
});
