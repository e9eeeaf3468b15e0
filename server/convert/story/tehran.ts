import { agreement, event, type StoryRecord, step, viewOf, type Window } from "./shape.ts";

const WINDOW: Window = {
  lanes: [["RU", "IR", "TR"], ["astana-process"], ["gazprom-nioc-2022"]],
  from: "2022-06-01",
  to: "2022-09-30",
};

/** The day behind the picture in the founding article. */
export const tehran: StoryRecord = {
  id: "tehran-19-july-2022",
  title: "Tehran, 19 July 2022: three presidents, one table",
  summary:
    "The picture beside the founding article is older than its news. It shows Putin, Raisi and Erdoğan " +
    "on the day of an Astana summit in Tehran. What else happened that day, and what did not follow.",
  quote: null,
  quoteBy: null,
  sourceId: "reuters-photo-2022",
  featured: false,
  view: viewOf(WINDOW, null, "event:summit-tehran-2022"),
  steps: [
    step(
      WINDOW,
      "2022-07-12",
      "Announced a week before",
      "On 12 July 2022 Dmitry Peskov announces that Putin will go to Tehran, and names the day: 19 July.",
      [event("visit-putin-tehran-2022"), event("statement-peskov-2022-07-12")],
      ["unews-astana-2022"],
    ),
    step(
      WINDOW,
      "2022-07-19",
      "The seventh summit",
      "Raisi, Putin and Recep Tayyip Erdoğan meet as guarantors of the Astana Process, for the seventh time. " +
        "They adopt a joint statement. The next summit is to be in Russia.",
      [event("summit-tehran-2022"), event("visit-putin-tehran-2022")],
      ["kremlin-astana-2022", "shafaqna-astana-2022"],
    ),
    step(
      WINDOW,
      "2022-07-19",
      "The picture",
      "The news conference after it is the scene of the photograph, credited to Sergei Savostyanov, Sputnik, " +
        "by way of a pool and Reuters.",
      [event("press-conference-tehran-2022")],
      ["reuters-photo-2022", "jpost-2024-12-05", "kremlin-astana-2022"],
    ),
    step(
      WINDOW,
      "2022-07-31",
      "Signed on the same day",
      "Gazprom and the National Iranian Oil Company sign a memorandum on strategic cooperation on 19 July. " +
        "That it was in Tehran is general knowledge.",
      [event("signing-gazprom-nioc-2022"), agreement("gazprom-nioc-2022")],
      ["energypress-gazprom"],
    ),
    step(
      { ...WINDOW, from: "2022-06-01", to: "2025-12-31" },
      null,
      "What did not follow",
      "The eighth summit, meant for Russia, never got a date. Raisi and Hossein Amir-Abdollahian died in a " +
        "helicopter crash on 19 May 2024, and the government of Syria fell on 8 December 2024.",
      [event("crash-raisi-2024"), event("fall-assad-2024"), { type: "Session", id: "astana-s8" }],
      ["youm7-astana-21", "anews-kabulov-2024", "gk-press"],
    ),
  ],
};
