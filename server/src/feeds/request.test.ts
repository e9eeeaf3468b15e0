import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../refusal.ts";
import { allowed, MOST_VALUES, parametersOf } from "./parameters.ts";
import { ordered, readRequest } from "./request.ts";
import { FILES, type File } from "./values.ts";

const fileAt = (path: string) => FILES.find((file) => file.path === path) as File;
const read = (query: string, path = "/events.json") =>
  readRequest(fileAt(path), new URLSearchParams(query));
const refusal = (query: string, path?: string) => {
  try {
    read(query, path);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error(`“${query}” was taken`);
};

describe("a request for a file", () => {
  it("asks for everything when it says nothing", () => {
    expect(read("")).toEqual({ filter: {}, asOf: null, first: 100, after: null });
    expect(read("", "/events.csv").first).toBe(1000);
  });

  it("is the API's filter", () => {
    const query =
      "from=2024-01-01&to=2024-12-31&kind=visit,SUMMIT&status=held&level=leaders&country=ir&country=RU,IR&leader=putin" +
      "&forum=brics&agreement=ru-ir-2025&topic=trade&text=%20two%20words&fixed=true&planned=false&overdue=false&disputed=true" +
      "&undecided=false&lastReportBefore=2025-12-06&generalKnowledge=true" +
      "&asOf=2024-12-05&first=7&after=WzFd";
    expect(read(query)).toEqual({
      filter: {
        between: { from: "2024-01-01", to: "2024-12-31" },
        kinds: ["VISIT", "SUMMIT"],
        statuses: ["HELD"],
        levels: ["LEADERS"],
        countries: ["IR", "RU"],
        leaders: ["putin"],
        forums: ["brics"],
        agreements: ["ru-ir-2025"],
        topics: ["trade"],
        text: "two words",
        fixed: true,
        planned: false,
        overdue: false,
        disputed: true,
        undecided: false,
        lastReportBefore: "2025-12-06",
        generalKnowledge: true,
      },
      asOf: "2024-12-05",
      first: 7,
      after: "WzFd",
    });
    expect(read("to=2024-12-31").filter).toEqual({ between: { from: null, to: "2024-12-31" } });
  });

  it.each([
    ["first=0", "first", "a whole number from 1 to 100, not “0”"],
    ["first=101", "first", "a whole number from 1 to 100, not “101”"],
    ["first=1.5", "first", "a whole number"],
    ["asOf=2025-02-30", "asOf", "a day, such as 2025-01-17, not “2025-02-30”"],
    ["from=yesterday", "from", "a day"],
    ["to=2024-1-1", "to", "a day"],
    ["from=2024-02-01&to=2024-01-31", "to", "must not be before `from` (2024-02-01)"],
    ["kind=VISIT,PARTY", "kind", "one or more of MEETING, TALKS"],
    ["kind=", "kind", "one or more of"],
    ["status=SIGNED", "status", "one or more of EXPECTED, SCHEDULED"],
    ["country=RUS", "country", "ISO codes of two letters"],
    ["leader=Putin!", "leader", "slugs"],
    ["fixed=yes", "fixed", "true or false"],
    ["disputed=true&disputed=false", "disputed", "stands there 2 times"],
    ["text=", "text", "words"],
    [`text=${"x".repeat(301)}`, "text", "at most 300"],
    ["after=%2F", "after", "the cursor from `next`"],
    [
      `topic=${Array.from({ length: MOST_VALUES + 1 }, (_, at) => `t${at}`)}`,
      "topic",
      "at most 50",
    ],
    ["sttaus=HELD", "sttaus", "takes no parameter “sttaus”. It takes from, to, kind, status"],
    ["__proto__=1", "__proto__", "takes no parameter"],
  ])("is refused for %s by the name of the parameter and what it may be", (query, name, words) => {
    const { code, message, inputPath } = refusal(query);
    expect([code, inputPath]).toEqual(["INVALID_INPUT", [name]]);
    expect(message).toContain(name);
    expect(message).toContain(words);
  });

  it("knows which file takes what", () => {
    expect(refusal("leader=putin", "/agreements.csv").message).toContain(
      "/agreements.csv takes no",
    );
    expect(refusal("country=RU", "/countries.json").message).toContain("It takes text, asOf");
    expect(read("status=in_force", "/agreements.csv").filter).toEqual({ statuses: ["IN_FORCE"] });
    expect(read("first=1000", "/events.csv").first).toBe(1000);
    expect(refusal("first=1001", "/events.csv").message).toContain("from 1 to 1000");
    expect(read(`topic=${Array.from({ length: MOST_VALUES }, (_, at) => `t${at}`)}`)).toBeTruthy();
  });

  it("is written in one way however it was put, and means the same", () => {
    const parts = ["status=HELD", "status=EXPECTED,HELD", "country=RU", "first=3", "text=a%20b"];
    const one = ordered(fileAt("/events.json"), new URLSearchParams(parts.join("&")));
    expect(String(one)).toBe("status=HELD%2CEXPECTED&country=RU&text=a+b&first=3");
    fc.assert(
      fc.property(fc.subarray(parts.slice(1)), (some) => {
        const given = new URLSearchParams(some.reverse().join("&"));
        const said = ordered(fileAt("/events.json"), given);
        expect(read(String(said))).toEqual(readRequest(fileAt("/events.json"), given));
      }),
    );
  });

  it("meets a refusal, and nothing else, for whatever is sent", () => {
    const names = [...parametersOf("events").map(({ name }) => name), "x"];
    const any = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" }), {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(any, (fields) => {
        try {
          read(String(new URLSearchParams(fields)));
        } catch (error) {
          if (!isRefusal(error) || !error.message.includes(error.inputPath[0] ?? "?")) throw error;
        }
      }),
    );
  });

  it("is told in words for every parameter of every file", () => {
    for (const { view, most } of FILES) {
      for (const parameter of parametersOf(view)) {
        expect(allowed(parameter, view, most)).toMatch(/^[a-z].{5,}/);
        expect(parameter.meaning).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});
