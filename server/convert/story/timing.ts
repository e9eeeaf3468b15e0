import { agreement, event, type StoryRecord, step, viewOf, type Window } from "./shape.ts";

const WINDOW: Window = {
  lanes: [
    ["RU", "IR", "CN", "TR"],
    ["brics", "sco", "astana-process", "vtb-russia-calling"],
    ["ru-ir-2025", "eaeu-ir-2023", "cn-ir-2021", "rasht-astara-2023"],
  ],
  from: "2024-09-01",
  to: "2025-11-30",
};

/** The story that follows the founding article: a visit without a date, and a treaty. */
export const timing: StoryRecord = {
  id: "the-timing-has-not-yet-been-fixed",
  title: "The timing has not yet been fixed",
  summary:
    "On 5 December 2024 a visit to Moscow was only expected, and a treaty only hoped for. " +
    "Ten months later the treaty was in force. Follow what each capital said it would do, " +
    "and the day it became true.",
  quote: "the timing has not yet been fixed",
  // The article names neither the spokesman nor, for this sentence, the outlet it quotes.
  quoteBy:
    "Kremlin spokesman, 3 December 2024, as quoted by The Jerusalem Post, probably from IRNA",
  sourceId: "jpost-2024-12-05",
  featured: true,
  view: viewOf(WINDOW, "2024-12-05", "event:visit-pezeshkian-moscow-2025"),
  steps: [
    step(
      WINDOW,
      "2024-10-11",
      "An invitation",
      "In Ashgabat Vladimir Putin and Masoud Pezeshkian meet for the first time, and Putin invites " +
        "Pezeshkian to Russia. No date is named. The text of a new treaty has been agreed since June, " +
        "as Sergey Lavrov says; Pezeshkian hopes to conclude it at the BRICS summit in Kazan, " +
        "22–24 October.",
      [
        event("visit-pezeshkian-moscow-2025"),
        event("meeting-putin-pezeshkian-2024-10-11"),
        agreement("ru-ir-2025"),
      ],
      [
        "aussiedlerbote-ashgabat-2024",
        "ifp-ashgabat-2024",
        "adnkronos-ashgabat-2024",
        "ifp-lavrov-2024",
      ],
    ),
    step(
      WINDOW,
      "2024-10-31",
      "Not in Kazan",
      "The summit passes without the signature. It is put off to a separate visit, according to " +
        "Iran's ambassador Kazem Jalali; the day of that decision is not given. In Kazan on 23 October " +
        "Putin announces a signature in the near future.",
      [event("signing-treaty-kazan-planned"), event("meeting-putin-pezeshkian-2024-10-23")],
      ["newsaz-kremlin-2025-01", "sputnik-baghaei-2024-12-23"],
    ),
    step(
      WINDOW,
      "2024-12-05",
      "A visit without a date",
      "On 2 December Dmitry Peskov calls a visit before the end of the year unlikely. On Tuesday, " +
        "3 December, the Kremlin spokesman says that it is being prepared and that its timing has not " +
        "been fixed. That is what a reader could know on the day the article appeared: a visit " +
        "expected, no date.",
      [
        event("visit-pezeshkian-moscow-2025"),
        event("statement-peskov-2024-12-03"),
        event("statement-peskov-2024-12-02"),
      ],
      ["jpost-2024-12-05", "aawsat-peskov-2024-12-03", "tass-peskov-2024-12-02"],
    ),
    step(
      WINDOW,
      "2024-12-05",
      "A hope to sign",
      "At the 15th VTB Russia Calling! forum in Moscow Putin speaks of good projects with Iran in " +
        "logistics, energy, industry and security, and hopes to sign a comprehensive strategic " +
        "partnership agreement during the visit. The article also names a Tehran–Moscow Comprehensive " +
        "Cooperation Agreement and does not say whether that is the same text. It very probably is.",
      [agreement("ru-ir-2025"), event("statement-putin-2024-12-04")],
      ["jpost-2024-12-05", "irna-2024-12-04-putin"],
    ),
    step(
      WINDOW,
      "2024-12-05",
      "The same week, from Beijing",
      "On 4 December Pezeshkian receives China's vice premier Zhang Guoqing in Tehran. They talk about " +
        "carrying out a comprehensive agreement with China. The article does not name it; other reports " +
        "of the day point to the 25-year programme of 2021. Pezeshkian recalls his talks with Xi Jinping " +
        "beside the BRICS summit in Kazan.",
      [
        event("meeting-pezeshkian-zhang-2024"),
        agreement("cn-ir-2021"),
        event("meeting-xi-pezeshkian-kazan-2024"),
      ],
      ["jpost-2024-12-05", "irna-2024-12-04-zhang", "iranintl-zhang-2024"],
    ),
    step(
      WINDOW,
      "2024-12-24",
      "A window",
      "On 23 December an invitation for early 2025 is delivered in Tehran, and Iran's foreign ministry " +
        "thinks the visit possible before 19 January. Its spokesman Esmaeil Baghaei hopes for a signature " +
        "in January. A day later Peskov rules out the New Year holidays.",
      [
        event("visit-pezeshkian-moscow-2025"),
        event("visit-savelyev-tehran-2024"),
        event("statement-baghaei-2024-12-23"),
      ],
      ["tass-peskov-2024-12-24", "sputnik-baghaei-2024-12-23", "mehr-baghaei-2024-12-23"],
    ),
    step(
      WINDOW,
      "2025-01-13",
      "A day",
      "On 26 December ambassador Jalali names 17 January. On 13 January the Kremlin confirms both the " +
        "visit and the signature for that day.",
      [
        event("visit-pezeshkian-moscow-2025"),
        event("statement-jalali-2024-12-26"),
        event("statement-kremlin-2025-01-13"),
      ],
      ["kyivindependent-jalali-2024", "aawsat-kremlin-2025-01-13"],
    ),
    step(
      WINDOW,
      "2025-01-18",
      "Held, and signed",
      "On 17 January 2025 Pezeshkian is in Moscow. He and Putin sign the Comprehensive Strategic " +
        "Partnership Treaty in the Kremlin: 47 articles, for twenty years.",
      [
        event("signing-treaty-2025"),
        event("visit-pezeshkian-moscow-2025"),
        agreement("ru-ir-2025"),
      ],
      ["kremlin-2025-01-17", "icl-text-2025", "pravda-kremlin-2025-01-17"],
    ),
    step(
      WINDOW,
      null,
      "In force, on two dates",
      "The State Duma ratifies on 8 April, Iran's parliament on 21 May. In July ambassador Jalali says " +
        "that the treaty is already in force. The Russian foreign ministry dates its entry into force to " +
        "2 October 2025. Sources disagree, and both claims stay.",
      [
        agreement("ru-ir-2025"),
        event("vote-duma-2025"),
        event("vote-majlis-2025"),
        event("statement-jalali-2025-07-18"),
        event("treaty-in-force-2025"),
      ],
      [
        "irna-duma-2025",
        "dunya-majlis-2025",
        "intellinews-jalali-2025",
        "newsarena-inforce-2025",
        "mizan-inforce-2025",
      ],
    ),
  ],
};
