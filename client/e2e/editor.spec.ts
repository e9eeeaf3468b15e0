// An editor moves an agreement to its next status, and the world's timeline follows; the past stays as it was.
import { apart } from "./alone.ts";
import { openExplore, rows, showAs, stops } from "./explore.ts";
import { textOnPlot } from "./ink.ts";
import { expect } from "./test.ts";

const MEMORANDUM = "agreement:smr-2025";
const LANES = "RU,IR;;smr-2025";

apart(
  "an editor moves a memorandum into force, and its bar follows; the day before, it was signed",
  async ({ page, request, server }) => {
    const view = { lanes: LANES, from: "2025-06-01", to: "2026-06-01" };
    const ask = async (query: string, variables: object, token?: string) => {
      const answer = await request.post("/graphql", {
        data: { query, variables },
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
      return answer.json();
    };
    await openExplore(page, view);
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(
      /, signed since 24 September 2025\.$/,
    );
    await expect.poll(() => textOnPlot(page)).toMatch(/\bSigned\b/);

    const { data } = await ask(
      `query Before { agreement(slug: "smr-2025") { id status version } }`,
      {},
    );
    expect(data.agreement.status).toBe("SIGNED");
    const report = `mutation Report($input: ReportAgreementStatusInput!) {
      reportAgreementStatus(input: $input) {
        entity { ... on Agreement { status version } }
        errors { __typename ... on UserError { code message } }
      }
    }`;
    const input = {
      agreementId: data.agreement.id,
      status: "IN_FORCE",
      when: "2026-02-10",
      knownOn: "2026-02-12",
      source: {
        publisher: "Rosatom",
        title: "The memorandum on small nuclear power plants applies",
        url: "https://example.org/small-reactors",
        publishedOn: "2026-02-12",
        language: "en",
      },
      note: "Applied from the exchange of letters.",
      expectedVersion: data.agreement.version,
    };
    const refused = await ask(report, { input });
    expect(refused.errors[0].extensions.code).toBe("UNAUTHENTICATED");
    const token = await server.token("editor", "e2e");
    const done = await ask(report, { input }, token);
    expect(done).toEqual({
      data: {
        reportAgreementStatus: {
          entity: { status: "IN_FORCE", version: data.agreement.version + 1 },
          errors: [],
        },
      },
    });

    await page.reload();
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(
      /, in force since 10 February 2026, after signed 24 September 2025\.$/,
    );
    await expect.poll(() => textOnPlot(page)).toMatch(/\bIn force\b/);

    await openExplore(page, { ...view, known: "2026-02-11" });
    await expect(stops(page, MEMORANDUM).last()).toHaveAccessibleName(
      /, signed since 24 September 2025\.$/,
    );
    await expect.poll(() => textOnPlot(page)).not.toMatch(/\bIn force\b/);
    await showAs(page, "Table");
    await expect(rows(page, MEMORANDUM)).toHaveCount(1);
    await expect(rows(page, MEMORANDUM).locator("td.status")).toHaveText("Signed");
  },
);
