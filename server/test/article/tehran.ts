// Sentences 8 to 11: the presidents, the picture of 2022, the treaty's second name, and the visit without a date.
import { among, DAY, type Question, said, says } from "./question.ts";

const PHOTO_DAY = 'asOf: "2022-07-19"';
const PICTURE = `event(slug: "press-conference-tehran-2022", ${DAY})`;
const VISIT = `event(slug: "visit-pezeshkian-moscow-2025", ${DAY})`;
const SPOKESMAN = `event(slug: "statement-peskov-2024-12-03", ${DAY})`;
const TREATY = `agreement(slug: "ru-ir-2025", ${DAY})`;

const officeOn = (leader: string, day: string) =>
  `leader(slug: "${leader}", ${day}) { died offices(first: 1) { nodes { office { slug country { code } } to } } }`;

export const TEHRAN: Record<string, Question> = {
  "article-30": {
    ask: officeOn("masoud-pezeshkian", DAY),
    answer: {
      leader: {
        offices: {
          nodes: [{ office: { slug: "ir-president", country: { code: "IR" } }, to: null }],
        },
      },
    },
  },
  "article-31": {
    ask: `${PICTURE} { status when { edtf } place { name } participants { role leader { slug } } }`,
    answer: {
      event: {
        status: "HELD",
        when: { edtf: "2022-07-19" },
        place: { name: "Tehran" },
        participants: among(
          { role: "SPEAKER", leader: { slug: "vladimir-putin" } },
          { role: "SPEAKER", leader: { slug: "ebrahim-raisi" } },
          { role: "SPEAKER", leader: { slug: "recep-tayyip-erdogan" } },
        ),
      },
    },
  },
  "article-32": {
    ask: `${PICTURE} { partOf { slug kind status place { name } session { ordinal forum { slug } } } }`,
    answer: {
      event: {
        partOf: {
          slug: "summit-tehran-2022",
          kind: "SUMMIT",
          status: "HELD",
          place: { name: "Tehran" },
          session: { ordinal: 7, forum: { slug: "astana-process" } },
        },
      },
    },
  },
  "article-33": {
    ask: officeOn("ebrahim-raisi", PHOTO_DAY),
    answer: {
      leader: {
        died: null,
        offices: {
          nodes: [{ office: { slug: "ir-president", country: { code: "IR" } }, to: null }],
        },
      },
    },
  },
  "article-34": {
    ask: officeOn("recep-tayyip-erdogan", PHOTO_DAY),
    answer: {
      leader: {
        offices: {
          nodes: [{ office: { slug: "tr-president", country: { code: "TR" } }, to: null }],
        },
      },
    },
  },
  "article-35": {
    ask: `forum(slug: "astana-process", ${DAY}) { memberships { nodes { role country { code } } } }`,
    answer: {
      forum: {
        memberships: {
          nodes: among(
            { role: "GUARANTOR", country: { code: "RU" } },
            { role: "GUARANTOR", country: { code: "IR" } },
            { role: "GUARANTOR", country: { code: "TR" } },
          ),
        },
      },
    },
  },
  "article-36": {
    ask: `source(slug: "reuters-photo-2022", ${DAY}) { publisher kind description }`,
    answer: {
      source: {
        publisher: "Sputnik/Pool via Reuters",
        kind: "PHOTO_AGENCY",
        description: says("Sergei Savostyanov"),
      },
    },
  },
  "article-37": {
    ask: `${PICTURE} { when { edtf } } source(slug: "jpost-2024-12-05", ${DAY}) { publishedOn }`,
    answer: { event: { when: { edtf: "2022-07-19" } }, source: { publishedOn: "2024-12-05" } },
  },
  "article-38": {
    ask: `${TREATY} { aliases status }`,
    answer: {
      agreement: {
        aliases: among("Tehran-Moscow Comprehensive Cooperation Agreement"),
        status: "AGREED",
      },
    },
  },
  "article-39": {
    ask: `${TREATY} { aliases }`,
    answer: {
      agreement: {
        aliases: among(
          "Tehran-Moscow Comprehensive Cooperation Agreement",
          "comprehensive strategic partnership agreement",
        ),
      },
    },
  },
  "article-40": {
    ask: `${VISIT} { reports { nodes { knownOn claimant note } } }`,
    answer: {
      event: {
        reports: {
          nodes: among({
            knownOn: "2024-12-03",
            claimant: says("Kremlin spokesman"),
            note: says("In preparation"),
          }),
        },
      },
    },
  },
  "article-41": {
    ask: `${VISIT} { status when { edtf fixed earliest latest text } reports { nodes { knownOn status when { edtf fixed } } } }`,
    answer: {
      event: {
        status: "EXPECTED",
        when: { edtf: null, fixed: false, earliest: null, latest: null, text: "date not fixed" },
        reports: {
          nodes: among({
            knownOn: "2024-12-03",
            status: "EXPECTED",
            when: { edtf: null, fixed: false },
          }),
        },
      },
    },
  },
  // 3 December 2024 was a Tuesday.
  "article-42": {
    ask: `${SPOKESMAN} { kind status when { edtf precision } participants { role leader { slug } } }`,
    answer: {
      event: {
        kind: "STATEMENT",
        status: "HELD",
        when: { edtf: "2024-12-03", precision: "DAY" },
        participants: [{ role: "SPEAKER", leader: { slug: "dmitry-peskov" } }],
      },
    },
  },
  "article-43": said("article-43", {
    kind: "UNCERTAINTY",
    statement: "The outlet of the quotation in this sentence is not named.",
    uncertainty: "Probably IRNA.",
  }),
};
