import { agreement, event, type StoryRecord, step, viewOf, type Window } from "./shape.ts";

const WINDOW: Window = {
  lanes: [["IR", "RU"], ["eaeu"], ["eaeu-ir-2018", "eaeu-ir-2022-protocol", "eaeu-ir-2023"]],
  from: "2018-01-01",
  to: "2025-12-31",
};

/** How an agreement for three years became a free trade area. */
export const tariff: StoryRecord = {
  id: "interim-tariff-deal-to-free-trade",
  title: "From interim tariff deal to free trade",
  summary:
    "The Eurasian Economic Union and Iran first agreed for three years, then for longer, then on free " +
    "trade. One outlet had the last agreement in force months before everybody else.",
  quote: null,
  quoteBy: null,
  sourceId: null,
  featured: false,
  view: viewOf(WINDOW, null, "agreement:eaeu-ir-2023"),
  steps: [
    step(
      WINDOW,
      "2019-10-27",
      "Three years to try",
      "The interim agreement is signed on 17 May 2018, beside the Astana Economic Forum, for three years. " +
        "Kazakhstan ratifies it on 7 May 2019; it comes into force on 27 October 2019.",
      [agreement("eaeu-ir-2018"), event("signing-eaeu-interim-2018")],
      ["eec-iran", "kursiv-fta-2025"],
    ),
    step(
      WINDOW,
      "2022-10-25",
      "Longer, while the next one is negotiated",
      "With a decision of 11 December 2020 the union's supreme council opens negotiations on free trade. A " +
        "protocol signed in Tehran on 14 March 2022, in force since 25 October 2022, keeps the interim " +
        "agreement alive for three years or until the new one.",
      [
        agreement("eaeu-ir-2022-protocol"),
        event("signing-eaeu-protocol-2022"),
        agreement("eaeu-ir-2023"),
      ],
      ["eec-iran"],
    ),
    step(
      WINDOW,
      "2023-12-31",
      "Signed in St Petersburg",
      "The free trade agreement is signed on 25 December 2023, at the meeting of the Supreme Eurasian " +
        "Economic Council.",
      [event("signing-eaeu-fta-2023"), agreement("eaeu-ir-2023")],
      ["chamber-fta", "tass-overchuk-2024"],
    ),
    step(
      WINDOW,
      "2024-12-31",
      "One party after the other",
      "The State Duma votes for it in June 2024, Armenia's National Assembly in mid-November, Kazakhstan's " +
        "Senate towards the end of the year. Iran's parliament approves its general outline. The days are " +
        "not established here.",
      [agreement("eaeu-ir-2023")],
      ["chamber-fta"],
    ),
    step(
      WINDOW,
      "2024-12-31",
      "In force, says one",
      "On 26 December 2024 Iran becomes an observer of the union. A report from TV BRICS says that the " +
        "agreement has come into force, too. Other sources contradict it: three days before, TASS had written " +
        "that this would happen in 2025.",
      [agreement("eaeu-ir-2023"), event("eaeu-observer-2024")],
      ["eastside-eaeu", "trend-eaeu-observer", "tass-overchuk-2024"],
    ),
    step(
      WINDOW,
      null,
      "In force",
      "The union gives its notice in January 2025, Iran's Guardian Council approves on 2 March, and Iran's " +
        "notice is announced on 17 March. On 15 May 2025 the free trade agreement comes into " +
        "force and the interim agreement ends.",
      [agreement("eaeu-ir-2023"), event("fta-in-force-2025"), agreement("eaeu-ir-2018")],
      ["bne-fta-2025", "kursiv-fta-2025", "dunya-majlis-2025"],
    ),
  ],
};
