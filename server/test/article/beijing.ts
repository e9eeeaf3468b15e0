// Sentences 12 to 19: China's vice premier in Tehran, and the talks in Kazan before.
import { among, DAY, type Question, said, says } from "./question.ts";

const MEETING = `event(slug: "meeting-pezeshkian-zhang-2024", ${DAY})`;
const KAZAN = `event(slug: "meeting-xi-pezeshkian-kazan-2024", ${DAY})`;
const VISIT = `event(slug: "visit-zhang-tehran-2024", ${DAY})`;
const PROGRAMME = `agreement(slug: "cn-ir-2021", ${DAY})`;
const ZHANG = `leader(slug: "zhang-guoqing", ${DAY})`;

const PEZESHKIAN = { slug: "masoud-pezeshkian" };
const GUEST = { slug: "zhang-guoqing" };

export const BEIJING: Record<string, Question> = {
  "article-44": {
    ask: `country(code: "IR", ${DAY}) { agreements(first: 100) { nodes { slug parties { key } } } }`,
    answer: {
      country: {
        agreements: {
          nodes: among({ slug: "cn-ir-2021", parties: [{ key: "CN" }, { key: "IR" }] }),
        },
      },
    },
  },
  "article-45": {
    ask: `${MEETING} { kind status participants { role leader { slug } } }`,
    answer: {
      event: {
        kind: "MEETING",
        status: "HELD",
        participants: among({ role: "HOST", leader: PEZESHKIAN }, { role: "GUEST", leader: GUEST }),
      },
    },
  },
  "article-46": {
    ask: `${ZHANG} { country { code } offices { nodes { office { slug } to } } }`,
    answer: {
      leader: {
        country: { code: "CN" },
        offices: { nodes: [{ office: { slug: "cn-vice-premier" }, to: null }] },
      },
    },
  },
  "article-47": {
    ask: `${MEETING} { agreements { relation agreement { slug } } }`,
    answer: {
      event: { agreements: [{ relation: "DISCUSSED", agreement: { slug: "cn-ir-2021" } }] },
    },
  },
  "article-48": {
    ask: `${PROGRAMME} { title aliases }`,
    answer: {
      agreement: {
        title: says("25 years"),
        aliases: among("comprehensive agreement with China"),
      },
    },
  },
  // 4 December 2024 was a Wednesday.
  "article-49": {
    ask: `${MEETING} { when { edtf } place { name country { code } } }`,
    answer: {
      event: {
        when: { edtf: "2024-12-04" },
        place: { name: "Tehran", country: { code: "IR" } },
      },
    },
  },
  "article-50": {
    ask: `${ZHANG} { name alsoKnownAs note }`,
    answer: {
      leader: {
        name: "Zhang Guoqing",
        alsoKnownAs: ["Guoqing"],
        note: says("Family name Zhang"),
      },
    },
  },
  "article-51": said("article-51", {
    kind: "STATEMENT",
    quote: "constructive discussions",
    speaker: PEZESHKIAN,
    refs: [{ slug: "meeting-pezeshkian-zhang-2024" }, { slug: "meeting-xi-pezeshkian-kazan-2024" }],
  }),
  "article-52": {
    ask: `${KAZAN} { status session { slug } partOf { session { slug } } participants { leader { slug } } }`,
    answer: {
      event: {
        status: "HELD",
        session: { slug: "brics-16" },
        participants: among({ leader: { slug: "xi-jinping" } }, { leader: PEZESHKIAN }),
      },
    },
  },
  "article-53": {
    ask: `${KAZAN} { participants { leader { slug } office { slug } } }`,
    answer: {
      event: {
        participants: among(
          { leader: { slug: "xi-jinping" }, office: { slug: "cn-president" } },
          { leader: PEZESHKIAN, office: { slug: "ir-president" } },
        ),
      },
    },
  },
  "article-54": {
    ask: `forum(slug: "brics", ${DAY}) { sessions(first: 1) { nodes { slug status when { edtf } place { name country { code } } } } }`,
    answer: {
      forum: {
        sessions: {
          nodes: [
            {
              slug: "brics-16",
              status: "HELD",
              when: { edtf: "2024-10-22/2024-10-24" },
              place: { name: "Kazan", country: { code: "RU" } },
            },
          ],
        },
      },
    },
  },
  "article-55": {
    ask: `${PROGRAMME} { reports { nodes { step status knownOn claimant } } }`,
    answer: {
      agreement: {
        reports: {
          nodes: among({
            step: "IMPLEMENTATION_DISCUSSED",
            status: "SIGNED",
            knownOn: "2024-12-04",
            claimant: says("Pezeshkian"),
          }),
        },
      },
    },
  },
  "article-56": said("article-56", {
    kind: "STATEMENT",
    quote: "we reached a good understanding",
    speaker: PEZESHKIAN,
    refs: [{ slug: "meeting-xi-pezeshkian-kazan-2024" }, { slug: "meeting-pezeshkian-zhang-2024" }],
  }),
  "article-57": {
    ask: `${KAZAN} { when { edtf } dateConfidence uncertainty }`,
    answer: {
      event: {
        when: { edtf: "2024-10-23" },
        dateConfidence: "WELL_ESTABLISHED",
        uncertainty: says("The article gives no day."),
      },
    },
  },
  "article-58": said("article-58", {
    kind: "STATEMENT",
    quote: "commitment to expanding relations with Iran",
    speaker: PEZESHKIAN,
    refs: [{ slug: "meeting-pezeshkian-zhang-2024" }],
  }),
  "article-59": said("article-59", {
    kind: "RELATION",
    speaker: PEZESHKIAN,
    refs: [{ slug: "visit-zhang-tehran-2024" }, { slug: "meeting-xi-pezeshkian-kazan-2024" }],
  }),
  "article-60": {
    ask: `${VISIT} { kind status when { edtf } place { name } participants { role leader { slug } } }`,
    answer: {
      event: {
        kind: "VISIT",
        status: "HELD",
        when: { edtf: "2024-12-03/2024-12-04" },
        place: { name: "Tehran" },
        participants: among({ role: "GUEST", leader: GUEST }),
      },
    },
  },
  "article-61": said("article-61", {
    kind: "CLAIM",
    statement: "Iran is a strategic and important partner for China.",
    speaker: GUEST,
    uncertainty: says("whose words they are is not clear"),
    refs: [{ slug: "china" }, { slug: "iran" }],
  }),
  "article-62": said("article-62", {
    kind: "UNCERTAINTY",
    certainty: "INFERRED",
    quote: "the Chinese official",
    refs: [GUEST],
  }),
  "article-63": said("article-63", {
    kind: "STATEMENT",
    quote: "adjusted its policy towards Iran",
    speaker: GUEST,
    attributedTo: "IRNA",
    refs: [{ slug: "meeting-pezeshkian-zhang-2024" }],
  }),
  "article-64": said("article-64", {
    kind: "CLAIM",
    statement: "The new policy aims at wider and stronger long-term strategic relations.",
    speaker: GUEST,
    attributedTo: "IRNA",
    refs: [{ slug: "meeting-pezeshkian-zhang-2024" }],
  }),
};
