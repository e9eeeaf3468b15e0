import { agreement, event, type StoryRecord, step, viewOf, type Window } from "./shape.ts";

const WINDOW: Window = {
  lanes: [
    ["CN", "IR"],
    ["sco", "brics"],
    ["cn-ir-2016", "cn-ir-2021", "cn-ir-2023"],
  ],
  from: "2016-01-01",
  to: "2025-12-31",
};

/** The 25-year programme of China and Iran, from the plan to the talk of carrying it out. */
export const programme: StoryRecord = {
  id: "twenty-five-years",
  title: "China and Iran: 25 years, still on paper",
  summary:
    "A programme for a quarter of a century, planned in 2016 and signed in 2021. Its text was not " +
    "published. Since then officials have met to talk about carrying it out.",
  quote: null,
  quoteBy: null,
  sourceId: null,
  featured: false,
  view: viewOf(WINDOW, null, "agreement:cn-ir-2021"),
  steps: [
    step(
      WINDOW,
      "2016-01-31",
      "A plan in Tehran",
      "Xi Jinping's state visit of 22 and 23 January 2016 ends with a statement on a comprehensive " +
        "strategic partnership, 17 documents and the plan for a 25-year programme.",
      [event("visit-xi-tehran-2016"), agreement("cn-ir-2016"), agreement("cn-ir-2021")],
      ["chinadaily-2016", "president-ir-2016", "exbulletin-2021"],
    ),
    step(
      WINDOW,
      "2021-03-27",
      "Signed, not published",
      "Foreign ministers Wang Yi and Mohammad Javad Zarif sign on 27 March 2021. The ceremony is shown on " +
        "television, the text is not published. The sum of 400 billion dollars in the press comes from " +
        "an unconfirmed draft.",
      [event("signing-25-year-2021"), agreement("cn-ir-2021"), event("visit-wang-tehran-2021")],
      ["anews-2021", "esta-2021", "exbulletin-2021"],
    ),
    step(
      WINDOW,
      "2022-01-31",
      "A start is announced",
      "In Wuxi in January 2022 Wang Yi and Hossein Amir-Abdollahian announce that the programme has " +
        "started. The sources say Friday; 14 January is worked out from that.",
      [event("visit-amirabdollahian-wuxi-2022"), agreement("cn-ir-2021")],
      ["silkway-wuxi-2022", "worldreviews-wuxi-2022"],
    ),
    step(
      WINDOW,
      "2023-02-28",
      "Twenty documents and an invitation",
      "Raisi's state visit to China in February 2023 brings twenty documents and a joint statement. In it Xi " +
        "accepts an invitation to Iran. No date is given.",
      [event("visit-raisi-beijing-2023"), event("visit-xi-iran-planned"), agreement("cn-ir-2023")],
      ["kayhan-raisi-2023", "exbulletin-xi-visit-2023", "islsoc-xi-visit-2023"],
    ),
    step(
      WINDOW,
      "2024-12-06",
      "Carrying it out, again",
      "Pezeshkian talks about the programme with Peng Qinghua on 31 July 2024, the day after his own " +
        "inauguration, and about carrying out an agreement with China with Zhang Guoqing on 4 December. " +
        "IRNA quotes Zhang as saying that China has adjusted its policy towards Iran; Xinhua's report of " +
        "the meeting does not have it.",
      [event("meeting-pezeshkian-zhang-2024"), event("meeting-pezeshkian-peng-2024")],
      ["mideast-peng-2024", "jpost-2024-12-05", "people-zhang-2024", "irna-2024-12-04-zhang"],
    ),
    step(
      WINDOW,
      null,
      "Beijing, September 2025",
      "Xi and Pezeshkian meet in Beijing on 2 September 2025, for the first time since the war of June. " +
        "In the data the programme still stands where it has stood since 2021, signed, and the visit that " +
        "Xi was invited to in 2023 has no date.",
      [
        event("meeting-xi-pezeshkian-2025"),
        agreement("cn-ir-2021"),
        event("visit-xi-iran-planned"),
      ],
      ["people-xi-2025", "anews-xi-2025"],
    ),
  ],
};
