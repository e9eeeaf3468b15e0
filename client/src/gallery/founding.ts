import { bar, type CaseMark, columnsOf, lane } from "../timeline/fixture.ts";

/** A short excerpt of the founding case, so that the timeline can be looked at without a server. */
export const lanes = [
  lane("C RU Russia", { holders: [{ name: "Vladimir Putin", title: "President", from: "2012-05-07" }] }),
  lane("C IR Iran", {
    holders: [
      { name: "Mohammad Mokhber", title: "President", from: "2024-05-19", until: "2024-07-30" },
      { name: "Masoud Pezeshkian", title: "President", from: "2024-07-30" },
    ],
  }),
  lane("C CN China", { holders: [{ name: "Xi Jinping", title: "President", from: "2013-03-14" }] }),
  lane("C TR Türkiye", {
    holders: [{ name: "Recep Tayyip Erdoğan", title: "President", from: "2014-08-28" }],
  }),
  lane("F BRICS BRICS"),
  lane("F SCO SCO"),
  lane("F ASTANA Astana Process"),
  lane("F RC Russia Calling!"),
  lane("A csp Strategic Partnership Treaty", { parties: "Russia, Iran" }),
  lane("A fta Free trade agreement", { parties: "EAEU, Iran" }),
  lane("A cn25 25-year programme", { parties: "China, Iran" }),
  lane("A rasht Rasht–Astara railway", { parties: "Russia, Iran" }),
  lane("A grain Grain exchange", { parties: "BRICS members" }),
];

const visit = { slug: "pezeshkian-moscow", kind: "VISIT", in: ["IR:GUEST", "RU:HOST"] } as const;

const marks: CaseMark[] = [
  { slug: "sco-24", of: "SESSION", title: "SCO summit, Astana", kind: "SUMMIT", on: ["2024-07-03", "2024-07-04"], in: ["SCO", "RU", "CN", "TR"], sources: 3 },
  { slug: "oath", title: "Pezeshkian takes office", kind: "INAUGURATION", on: "2024-07-30", in: ["IR:SUBJECT"] },
  { slug: "shoigu", title: "Shoigu to Tehran", kind: "VISIT", level: "MINISTERS", on: "2024-08-05", in: ["RU:GUEST", "IR:HOST"] },
  { slug: "mishustin", title: "Mishustin to Tehran", kind: "VISIT", on: "2024-09-30", in: ["RU:GUEST", "IR:HOST"] },
  { slug: "ashgabat", title: "Putin–Pezeshkian, Ashgabat", kind: "MEETING", on: "2024-10-11", in: ["RU", "IR"] },
  { slug: "brics-16", of: "SESSION", title: "BRICS summit, Kazan", kind: "SUMMIT", on: ["2024-10-22", "2024-10-24"], in: ["BRICS", "RU", "IR", "CN", "TR"] },
  { slug: "xi-kazan", title: "Xi–Pezeshkian, Kazan", kind: "MEETING", on: "2024-10-23", in: ["CN", "IR"] },
  { slug: "astana-22", of: "SESSION", title: "22nd meeting on Syria", kind: "SUMMIT", level: "OFFICIALS", on: ["2024-11-11", "2024-11-12"], in: ["ASTANA", "RU", "IR", "TR"] },
  { slug: "zhang", title: "Zhang Guoqing in Tehran", kind: "VISIT", level: "MINISTERS", on: ["2024-12-03", "2024-12-04"], in: ["CN:GUEST", "IR:HOST"], summary: "To follow up the Kazan talks on the 25-year programme.", sources: 2 },
  { slug: "rc-15-speech", title: "Putin speaks at the 15th forum", kind: "STATEMENT", on: "2024-12-04", in: ["RC", "RU:SPEAKER"] },
  { slug: "rc-15", of: "SESSION", title: "15th forum", kind: "SUMMIT", level: "MINISTERS", on: ["2024-12-04", "2024-12-05"], in: ["RC"] },
  { slug: "saveliev", title: "Saveliev to Tehran", kind: "VISIT", level: "MINISTERS", on: "2024-12-23", in: ["RU:GUEST", "IR:HOST"] },
  { slug: "call", title: "Phone call on Syria", kind: "CALL", on: "2024-12-02", in: ["RU", "IR"] },
  { ...visit, in: [...visit.in], title: "Pezeshkian to visit Moscow", status: "EXPECTED", known: "2024-12-03", until: "2024-12-23" },
  { ...visit, in: [...visit.in], title: "Pezeshkian to visit Moscow", status: "EXPECTED", fixed: false, on: [null, "2025-01-19"], whenText: "by 19 January 2025, date not fixed", known: "2024-12-23", until: "2024-12-26" },
  { ...visit, in: [...visit.in], title: "Pezeshkian to visit Moscow", status: "SCHEDULED", on: "2025-01-17", known: "2024-12-26", until: "2025-01-17" },
  { ...visit, in: [...visit.in], title: "Pezeshkian in Moscow; treaty signed", on: "2025-01-17", known: "2025-01-17", sources: 5, place: "Moscow" },
  { slug: "signing", title: "Signature of the treaty", kind: "SIGNING", on: "2025-01-17", in: ["RU", "IR"], sources: 2 },
  { slug: "deputies", title: "Deputy ministers, Beijing", kind: "TALKS", level: "OFFICIALS", on: "2025-03-14", in: ["CN", "RU", "IR"] },
  { slug: "araghchi", title: "Araghchi to Moscow", kind: "VISIT", level: "MINISTERS", on: ["2025-04-17", "2025-04-18"], in: ["IR:GUEST", "RU:HOST"] },
  { slug: "xi-moscow", title: "Xi in Moscow", kind: "VISIT", on: ["2025-05-07", "2025-05-10"], in: ["CN:GUEST", "RU:HOST"] },
  { slug: "araghchi-2", title: "Araghchi to Moscow again", kind: "VISIT", level: "MINISTERS", on: "2025-06-23", in: ["IR:GUEST", "RU:HOST"] },
  { slug: "brics-17-plan", of: "SESSION", title: "BRICS summit, Brazil", kind: "SUMMIT", status: "EXPECTED", fixed: false, on: ["2025-01-01", "2025-12-31"], precision: "YEAR", whenText: "2025, date not fixed", known: "2024-10-24", until: "2025-02-15", in: ["BRICS", "RU", "CN", "IR"] },
  { slug: "brics-17-plan", of: "SESSION", title: "BRICS summit, Rio", kind: "SUMMIT", on: ["2025-07-06", "2025-07-07"], known: "2025-07-07", in: ["BRICS", "RU", "CN", "IR"] },
  { slug: "sco-25", of: "SESSION", title: "SCO summit, China", kind: "SUMMIT", status: "EXPECTED", fixed: false, on: ["2025-01-01", "2025-12-31"], precision: "YEAR", whenText: "2025, date not fixed", known: "2024-07-04", until: "2025-03-01", in: ["SCO", "RU", "CN", "IR", "TR"] },
  { slug: "sco-25", of: "SESSION", title: "SCO summit, Tianjin", kind: "SUMMIT", on: ["2025-08-31", "2025-09-01"], known: "2025-09-01", in: ["SCO", "RU", "CN", "IR", "TR"] },
  { slug: "tianjin", title: "Putin–Pezeshkian, Tianjin", kind: "MEETING", on: "2025-09-01", in: ["RU", "IR"] },
  { slug: "beijing", title: "Xi–Pezeshkian, Beijing", kind: "MEETING", on: "2025-09-02", in: ["CN", "IR"] },
  { slug: "putin-ankara", title: "Putin to visit Türkiye", kind: "VISIT", status: "EXPECTED", known: "2024-02-09", in: ["RU:GUEST", "TR:HOST"] },
  { slug: "sco-hg", title: "SCO heads of government, Moscow", kind: "SUMMIT", status: "SCHEDULED", on: ["2025-11-17", "2025-11-18"], known: "2025-09-01", in: ["RU", "IR", "CN", "SCO"] },
  { slug: "rc-16", of: "SESSION", title: "16th forum", kind: "SUMMIT", level: "MINISTERS", status: "SCHEDULED", on: ["2025-12-02", "2025-12-03"], known: "2025-09-20", in: ["RC"] },
  { slug: "brics-18", of: "SESSION", title: "BRICS summit, India", kind: "SUMMIT", status: "EXPECTED", fixed: false, on: ["2026-01-01", "2026-12-31"], precision: "YEAR", whenText: "2026, date not fixed", known: "2025-07-07", in: ["BRICS"] },
  { slug: "sco-26", of: "SESSION", title: "SCO summit, Bishkek", kind: "SUMMIT", status: "EXPECTED", fixed: false, on: ["2026-01-01", "2026-12-31"], precision: "YEAR", whenText: "2026, date not fixed", known: "2025-09-01", in: ["SCO"] },
  { slug: "vote", title: "Majles votes for the treaty", kind: "VOTE", level: "OFFICIALS", on: "2025-05-21", in: ["IR"], disputed: true },
  { slug: "letter", title: "Letter to Pezeshkian", kind: "MESSAGE", on: "2025-02-10", in: ["RU:SENDER", "IR:RECIPIENT"] },
  { slug: "ankara-off", title: "Pezeshkian to visit Ankara", kind: "VISIT", status: "CANCELLED", on: "2025-03-28", known: "2025-03-20", in: ["IR:GUEST", "TR:HOST"] },
  { slug: "round-4", title: "Talks in Rome", kind: "MEETING", status: "POSTPONED", former: "2025-05-30", on: "2025-06-12", known: "2025-05-28", in: ["TR", "IR"] },
];

const bars = [
  bar("csp", 8, "Strategic Partnership Treaty", ["2022-01-19", "2025-01-17"], [["NEGOTIATING", "2022-01-19"]]),
  bar("csp", 8, "Strategic Partnership Treaty", ["2025-01-17", "2025-04-21"], [["NEGOTIATING", "2022-01-19"], ["SIGNED", "2025-01-17", 0, 2]]),
  bar("csp", 8, "Strategic Partnership Treaty", ["2025-04-21", "2025-05-21"], [["NEGOTIATING", "2022-01-19"], ["SIGNED", "2025-01-17", 0, 2], ["SIGNED", "2025-04-21", 1, 2]]),
  bar("csp", 8, "Strategic Partnership Treaty", ["2025-05-21", "2025-10-02"], [["NEGOTIATING", "2022-01-19"], ["SIGNED", "2025-01-17", 0, 2], ["SIGNED", "2025-04-21", 1, 2], ["RATIFIED", "2025-05-21", 2, 2]]),
  bar("csp", 8, "Strategic Partnership Treaty", ["2025-10-02", null], [["NEGOTIATING", "2022-01-19"], ["SIGNED", "2025-01-17", 0, 2], ["SIGNED", "2025-04-21", 1, 2], ["RATIFIED", "2025-05-21", 2, 2], ["IN_FORCE", "2025-10-02", 2, 2]]),
  bar("fta", 9, "Free trade agreement", ["2023-12-25", "2024-11-15"], [["SIGNED", "2023-12-25", 0, 6], ["SIGNED", "2024-06-12", 1, 6]]),
  bar("fta", 9, "Free trade agreement", ["2024-11-15", "2025-05-15"], [["SIGNED", "2023-12-25", 0, 6], ["SIGNED", "2024-06-12", 1, 6], ["SIGNED", "2024-11-15", 2, 6]]),
  bar("fta", 9, "Free trade agreement", ["2025-05-15", null], [["SIGNED", "2023-12-25", 0, 6], ["SIGNED", "2024-06-12", 1, 6], ["SIGNED", "2024-11-15", 2, 6], ["SIGNED", "2024-12-12", 3, 6], ["RATIFIED", "2025-03-17", 6, 6], ["IN_FORCE", "2025-05-15", 6, 6]]),
  bar("cn25", 10, "25-year programme", ["2021-03-27", null], [["SIGNED", "2021-03-27"]]),
  bar("rasht", 11, "Rasht–Astara railway", ["2023-05-17", null], [["SIGNED", "2023-05-17"]]),
  bar("grain", 12, "Grain exchange", ["2024-10-23", null], [["PROPOSED", "2024-10-23"]]),
];

export const founding = columnsOf("2025-10-20", lanes, marks, bars);
export const pinned: ReadonlySet<string> = new Set([
  "event:pezeshkian-moscow",
  "event:zhang",
  "event:xi-kazan",
  "session:brics-16",
  "event:rc-15-speech",
]);
