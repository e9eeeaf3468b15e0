import { agreement, event, type StoryRecord, step, viewOf, type Window } from "./shape.ts";

const WINDOW: Window = {
  lanes: [["RU", "IR", "AZ"], ["instc"], ["instc-2000", "rasht-astara-2023"]],
  from: "2016-01-01",
  to: "2025-12-31",
};

/** How a railway of some 170 kilometres came to be agreed by video link. */
export const railway: StoryRecord = {
  id: "rasht-to-astara",
  title: "Rasht to Astara: a railway agreed by video link",
  summary:
    "The North–South corridor has been a treaty since 2000. One of its railways, from Rasht to " +
    "Astara, got an agreement of its own in 2023. It is signed; no later step is in the data.",
  quote: null,
  quoteBy: null,
  sourceId: null,
  featured: false,
  view: viewOf(WINDOW, null, "agreement:rasht-astara-2023"),
  steps: [
    step(
      { ...WINDOW, from: "2000-01-01", to: "2003-12-31" },
      null,
      "A corridor on paper",
      "Russia, Iran and India sign the agreement on the International North–South Transport Corridor " +
        "in St Petersburg on 12 September 2000. That it came into force on 16 May 2002 is general knowledge.",
      [agreement("instc-2000")],
      ["ias-instc", "gk-press"],
    ),
    step(
      WINDOW,
      "2017-11-01",
      "Three presidents, twice",
      "Azerbaijan, Iran and Russia put the corridor on the agenda of their first summit, in Baku on " +
        "8 August 2016, and talk of railway and corridor projects at the second, in Tehran on " +
        "1 November 2017.",
      [event("trilateral-tehran-2017"), event("trilateral-baku-2016")],
      ["gk-kremlin"],
    ),
    step(
      WINDOW,
      "2023-05-17",
      "Signed in Tehran, watched by video link",
      "On 17 May 2023 ministers Vitaly Savelyev and Mehrdad Bazrpash sign the Rasht–Astara agreement in " +
        "Tehran. Putin and Ebrahim Raisi attend by video link. Three years of building are planned.",
      [event("signing-rasht-astara-2023"), agreement("rasht-astara-2023")],
      ["tass-rasht-2023", "reuters-rasht-2023", "vestnik-rasht-2023"],
    ),
    step(
      WINDOW,
      "2023-05-31",
      "162 or about 170 kilometres",
      "Putin gives the length of the line as 162 kilometres, TASS as about 170. Sources disagree, and " +
        "both figures stay.",
      [agreement("rasht-astara-2023")],
      ["russiasnews-rasht-2023", "tass-rasht-2023"],
    ),
    step(
      WINDOW,
      "2024-12-23",
      "Rail links, without a name",
      "In December 2024 the founding article says that Iran and Russia want a corridor with rail links, " +
        "and names no line; Rasht–Astara fits. On 23 December Savelyev, by then a deputy prime minister, " +
        "is in Tehran with Alexei Overchuk.",
      [event("visit-savelyev-tehran-2024"), agreement("rasht-astara-2023")],
      ["jpost-2024-12-05", "mehr-baghaei-2024-12-23", "tass-overchuk-2024"],
    ),
  ],
};
