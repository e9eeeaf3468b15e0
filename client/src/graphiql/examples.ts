/** A worked query: what GraphiQL shows to whoever comes for the first time. */
export interface Example {
  /** Begins with comments that say what it shows and what to try. */
  text: string;
  /** JSON, where the query needs variables. */
  variables?: string;
}

/** The worked queries of the documentation, by the path of their file. */
const queries: Record<string, string> = import.meta.glob("../../../docs/queries/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The worked examples, in the order of the tabs: the documentation's queries, and a write. */
export const examples: readonly Example[] = [
  ...Object.keys(queries)
    .sort()
    .map((path) => ({ text: queries[path] ?? "" })),
  {
    text: `# A write. It needs a token: { "Authorization": "Bearer ent_…" } under Headers.
# "dryRun" checks and answers as if it had been carried out, and writes nothing. Set expectedVersion to the agreement's version.
mutation ReportStatus($input: ReportAgreementStatusInput!) {
  reportAgreementStatus(input: $input) {
    entity { slug status version when { text } }
    change { revision action statusBefore statusAfter }
    replayed
    errors {
      ... on UserError { code message path }
      ... on IllegalTransitionError { currentStatus legal }
      ... on StaleVersionError { currentVersion changedBy changedAt }
    }
  }
}
`,
    variables: JSON.stringify(
      {
        input: {
          agreementId: "id of an agreement",
          status: "SUSPENDED",
          when: "2025-12-01",
          source: { publisher: "A newspaper", title: "A headline" },
          note: "Why, in one sentence.",
          expectedVersion: 1,
          dryRun: true,
        },
      },
      null,
      2,
    ),
  },
];
