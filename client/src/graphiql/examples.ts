/** A worked query: what GraphiQL shows to whoever comes for the first time. */
export interface Example {
  /** Begins with comments that say what it shows and what to try. */
  text: string;
  /** JSON, where the query takes variables. */
  variables?: string;
}

const visitAndTreaty = `
  visit: event(slug: "visit-pezeshkian-moscow-2025", asOf: $day) {
    title
    status
    when { text fixed earliest latest }
    disputed
  }
  treaty: agreement(slug: "ru-ir-2025", asOf: $day) {
    shortTitle
    status
    when { text }
    ratified
    mustRatify
    disputed
    rivalClaims { status when { text } claimant shown }
  }
  next: upcoming(first: 5, asOf: $day) { totalCount nodes { title status when { text } } }
`;

const asKnown = (name: string, say: string, day: string): Example => ({
  text: `# ${say}\n# Change the day below in the variables and run it again: the whole answer is as of that day.\nquery ${name}($day: Date) {${visitAndTreaty}}\n`,
  variables: JSON.stringify({ day }, null, 2),
});

/** The worked examples, in the order of the tabs. */
export const examples: readonly Example[] = [
  asKnown(
    "BeforeTheVisit",
    "5 December 2024: the Kremlin prepares Pezeshkian's visit, no date is fixed, and the treaty is agreed but not signed.",
    "2024-12-05",
  ),
  asKnown(
    "AfterTheVisit",
    "18 January 2025: the visit has been held, and the treaty signed the day before.",
    "2025-01-18",
  ),
  asKnown(
    "InForceAsClaimed",
    "1 August 2025: one claimant says the treaty is in force. Leave the day out to see who disagrees.",
    "2025-08-01",
  ),
  {
    text: `# What was expected, scheduled or postponed on a day, dated ones first, then those whose date is not fixed.
# "overdue" marks what was to have happened by then and nobody has spoken of since.
query Upcoming($day: Date) {
  upcoming(first: 20, asOf: $day) {
    totalCount
    nodes {
      slug
      kind
      title
      status
      when { text fixed }
      overdue
      participants { role leader { name } country { name } office { title } }
      reports(first: 3) { nodes { knownOn claimant step source { publisher } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: JSON.stringify({ day: "2024-12-05" }, null, 2),
  },
  {
    text: `# One agreement from proposal to today: its stages, every report behind them, and who says so.
query HistoryWithSources {
  agreement(slug: "ru-ir-2025") {
    title
    status
    stages { status when { text } ratified mustRatify disputed }
    allowedTransitions { to legal reason }
    reports {
      totalCount
      nodes {
        knownOn
        status
        step
        when { text }
        claimant
        standing
        body
        sources { publisher title url publishedOn }
      }
    }
  }
}
`,
  },
  {
    text: `# The timeline as columns: entry i of each list belongs to mark i. Days are counted from 1970-01-01.
query TimelineColumns {
  timeline(
    window: { from: "2024-06-01", to: "2025-06-30" }
    lanes: { countries: ["RU", "IR", "CN"], forums: ["brics", "sco"], agreements: ["ru-ir-2025"] }
  ) {
    today
    lanes { key kind name holders { name title from until } }
    marks { slug title kind status start end fixed whenText knownFrom knownTo lanes }
    bars { slug title lane segments { status start latest ratified mustRatify disputed } }
    sourceCount
  }
}
`,
  },
  {
    text: `# Meetings of heads of state and government in one year, with a cursor to go on after.
query LeadersMet($after: String) {
  events(
    filter: { between: { from: "2024-01-01", to: "2024-12-31" }, statuses: [HELD], levels: [LEADERS], countries: ["IR"] }
    orderBy: { field: WHEN, direction: DESC }
    first: 10
    after: $after
  ) {
    totalCount
    nodes {
      title
      when { text }
      place { name country { code } }
      participants { role leader { name } country { code } office { title } }
      agreements { relation agreement { slug status } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: JSON.stringify({ after: null }, null, 2),
  },
  {
    text: `# Where sources disagree: every claim is kept, and "shown" says which one the status follows.
query Disputed {
  agreements(filter: { disputed: true }) {
    nodes {
      title
      status
      rivalClaims { status when { text } claimant shown report { knownOn source { publisher url } } }
    }
  }
  events(filter: { disputed: true }) {
    nodes { title rivalClaims { when { text } claimant shown } }
  }
}
`,
  },
  {
    text: `# A forum: who belongs to it in what capacity, and its sessions.
query Forum {
  forum(slug: "brics") {
    name
    founded
    memberships { nodes { role country { name } } }
    sessions { totalCount nodes { name when { text } place { name } status } }
  }
}
`,
  },
  {
    text: `# A leader and the offices held. Every event shows the office held on its own day.
query Leader {
  leader(slug: "pezeshkian") {
    name
    offices { nodes { title from to } }
  }
  country(code: "IR") {
    persian: name(language: "fa")
    russian: name(language: "ru")
    agreements(first: 5) { totalCount nodes { shortTitle status } }
  }
}
`,
  },
  {
    text: `# The machines that rule which status may follow which, as data.
query StatusMachines {
  dataset {
    title
    horizon
    revision
    statusMachines { subject statuses { status meaning next } }
  }
}
`,
  },
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
