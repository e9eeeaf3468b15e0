// Sentences 0 to 8: who spoke where, and of what.
import { among, DAY, type Question, said, says } from "./question.ts";

const SPEECH = `event(slug: "statement-putin-2024-12-04", ${DAY})`;
const FORUM = `forum(slug: "vtb-russia-calling", ${DAY})`;
const TREATY = `agreement(slug: "ru-ir-2025", ${DAY})`;
const IRAN_IN = `country(code: "IR", ${DAY}) { memberships { nodes { forum { slug } role from to } } }`;

export const MOSCOW: Record<string, Question> = {
  "article-01": {
    ask: `source(slug: "jpost-2024-12-05", ${DAY}) { publisher publishedOn }`,
    answer: { source: { publisher: "The Jerusalem Post", publishedOn: "2024-12-05" } },
  },
  "article-02": {
    ask: `leader(slug: "vladimir-putin", ${DAY}) { country { code } offices(first: 1) { nodes { office { slug } from to } } }`,
    answer: {
      leader: {
        country: { code: "RU" },
        offices: { nodes: [{ office: { slug: "ru-president" }, from: "2012-05-07", to: null }] },
      },
    },
  },
  "article-03": {
    ask: `${SPEECH} { kind status when { edtf } place { name } participants { role leader { slug } } }`,
    answer: {
      event: {
        kind: "STATEMENT",
        status: "HELD",
        when: { edtf: "2024-12-04" },
        place: { name: "Moscow" },
        participants: [{ role: "SPEAKER", leader: { slug: "vladimir-putin" } }],
      },
    },
  },
  "article-04": said("article-04", {
    statement: "Putin stressed trade and economic relations with Iran.",
    speaker: { slug: "vladimir-putin" },
    uncertainty: says("Paraphrase"),
    refs: [{ slug: "statement-putin-2024-12-04" }],
  }),
  "article-05": {
    ask: `agreements(filter: { countries: ["RU"], topics: ["trade"], statuses: [IN_FORCE] }, ${DAY}) { nodes { slug parties { key } } }`,
    answer: {
      agreements: {
        nodes: [{ slug: "eaeu-ir-2018", parties: among({ key: "RU" }, { key: "IR" }) }],
      },
    },
  },
  "article-06": said("article-06", {
    kind: "CLAIM",
    certainty: "ATTRIBUTED",
    quote: "made light of this",
    uncertainty: says("Do not turn it into a fact"),
  }),
  "article-07": said("article-07", {
    kind: "CLAIM",
    statement: "Iran is eager for closer ties with Moscow.",
    attributedTo: "The Jerusalem Post",
    uncertainty: says("judgement"),
    refs: [{ slug: "iran" }, { slug: "russia" }],
  }),
  "article-08": {
    ask: IRAN_IN,
    answer: {
      country: {
        memberships: {
          nodes: among({ forum: { slug: "brics" }, role: "FULL", from: "2024-01-01", to: null }),
        },
      },
    },
  },
  "article-09": {
    ask: IRAN_IN,
    answer: {
      country: {
        memberships: {
          nodes: among(
            { forum: { slug: "sco" }, role: "FULL", from: "2023-07-04", to: null },
            { forum: { slug: "eco" }, role: "FULL", from: "1985", to: null },
            { forum: { slug: "eaeu" }, role: "APPLICANT", from: "2024-08", to: null },
          ),
        },
      },
    },
  },
  "article-10": {
    ask: `forum(slug: "brics", ${DAY}) { memberships(first: 100) { nodes { country { code } role } } }`,
    answer: {
      forum: {
        memberships: {
          nodes: among(
            { country: { code: "RU" }, role: "FULL" },
            { country: { code: "IR" }, role: "FULL" },
          ),
        },
      },
    },
  },
  "article-11": {
    ask: `before: leader(slug: "donald-trump", ${DAY}) { offices { nodes { office { slug } from to } } }
          after: leader(slug: "donald-trump", asOf: "2025-01-20") { offices(first: 1) { nodes { office { slug } from to } } }`,
    answer: {
      before: {
        offices: {
          nodes: [{ office: { slug: "us-president" }, from: "2017-01-20", to: "2021-01-20" }],
        },
      },
      after: {
        offices: { nodes: [{ office: { slug: "us-president" }, from: "2025-01-20", to: null }] },
      },
    },
  },
  "article-12": said("article-12", {
    kind: "CLAIM",
    statement: "Tehran worries about U.S. sanctions.",
    uncertainty: "Nobody is quoted.",
    refs: [{ slug: "iran" }, { slug: "united-states" }],
  }),
  "article-13": {
    ask: `source(slug: "irna-2024-12-04-putin", ${DAY}) { publisher kind stateMedia }`,
    answer: { source: { publisher: "IRNA", kind: "NEWS_AGENCY", stateMedia: true } },
  },
  "article-14": {
    ask: `${SPEECH} { session { ordinal forum { slug name } } }`,
    answer: {
      event: {
        session: {
          ordinal: 15,
          forum: { slug: "vtb-russia-calling", name: "VTB Russia Calling! Investment Forum" },
        },
      },
    },
  },
  "article-15": {
    ask: `${FORUM} { sessions(first: 1) { nodes { slug place { name country { code } } } } }`,
    answer: {
      forum: {
        sessions: {
          nodes: [
            { slug: "russia-calling-15", place: { name: "Moscow", country: { code: "RU" } } },
          ],
        },
      },
    },
  },
  "article-16": {
    ask: `${FORUM} { sessions(first: 1) { nodes { slug ordinal } } }`,
    answer: { forum: { sessions: { nodes: [{ slug: "russia-calling-15", ordinal: 15 }] } } },
  },
  "article-17": {
    ask: `${FORUM} { sessions(first: 1) { nodes { theme } } }`,
    answer: {
      forum: {
        sessions: { nodes: [{ theme: "The Future of Capital and the Capital of the Future" }] },
      },
    },
  },
  "article-18": {
    ask: `${FORUM} { name kind }`,
    answer: { forum: { name: says("VTB"), kind: "BUSINESS_FORUM" } },
  },
  "article-19": {
    ask: `${SPEECH} { dateConfidence uncertainty }`,
    answer: { event: { dateConfidence: "WELL_ESTABLISHED", uncertainty: says("a recent event") } },
  },
  "article-20": {
    ask: `${SPEECH} { summary topics { slug } }`,
    answer: {
      event: {
        summary: says("Good projects in logistics, energy, industry and security"),
        topics: among(
          { slug: "logistics" },
          { slug: "energy" },
          { slug: "industry" },
          { slug: "security" },
        ),
      },
    },
  },
  "article-21": said("article-21", {
    kind: "CLAIM",
    statement: "The projects are good, according to Putin.",
    speaker: { slug: "vladimir-putin" },
    attributedTo: "IRNA",
    uncertainty: "Judgement of the speaker.",
  }),
  "article-22": {
    ask: `${SPEECH} { participants { country { code } } topics { slug } agreements { agreement { parties { key } } } }`,
    answer: {
      event: {
        participants: [{ country: { code: "RU" } }],
        topics: among({ slug: "security" }),
        agreements: [{ agreement: { parties: [{ key: "RU" }, { key: "IR" }] } }],
      },
    },
  },
  "article-23": {
    ask: `agreement(slug: "instc-2000", ${DAY}) { aliases topics { slug } parties { key } }`,
    answer: {
      agreement: {
        aliases: ["North-South Corridor"],
        topics: [{ slug: "logistics" }],
        parties: among({ key: "RU" }, { key: "IR" }),
      },
    },
  },
  "article-24": {
    ask: `agreement(slug: "rasht-astara-2023", ${DAY}) { subject status parties { key } }`,
    answer: {
      agreement: {
        subject: "railway",
        status: "SIGNED",
        parties: [{ key: "RU" }, { key: "IR" }],
      },
    },
  },
  "article-25": said("article-25", {
    kind: "UNCERTAINTY",
    quote: "other initiatives",
    refs: [{ slug: "instc-2000" }],
  }),
  "article-26": {
    ask: `${TREATY} { reports { nodes { claimant step knownOn note } } }`,
    answer: {
      agreement: {
        reports: {
          nodes: among({
            claimant: "Vladimir Putin",
            step: "SIGNING_PLANNED",
            knownOn: says("2024-12-0"),
            note: says("Hope to sign"),
          }),
        },
      },
    },
  },
  "article-27": {
    ask: `${TREATY} { status stages { status } }`,
    answer: {
      agreement: {
        status: "AGREED",
        stages: [{ status: "PROPOSED" }, { status: "NEGOTIATING" }, { status: "AGREED" }],
      },
    },
  },
  "article-28": {
    ask: `upcoming(first: 100, ${DAY}) { nodes { slug kind status place { name } participants { role leader { slug } } } }`,
    answer: {
      upcoming: {
        nodes: among({
          slug: "visit-pezeshkian-moscow-2025",
          kind: "VISIT",
          status: "EXPECTED",
          place: { name: "Moscow" },
          participants: among({ role: "GUEST", leader: { slug: "masoud-pezeshkian" } }),
        }),
      },
    },
  },
  "article-29": {
    ask: `event(slug: "signing-treaty-2025", ${DAY}) { kind status partOf { slug } agreements { relation agreement { slug } } }`,
    answer: {
      event: {
        kind: "SIGNING",
        status: "EXPECTED",
        partOf: { slug: "visit-pezeshkian-moscow-2025" },
        agreements: [{ relation: "SIGNED", agreement: { slug: "ru-ir-2025" } }],
      },
    },
  },
};
