import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPEN } from "../ledger/values.ts";
import { draftsOver } from "./draft.ts";
import { type Draft, EVER, entriesOf, keyFor } from "./entry.ts";
import { SEARCH_KINDS } from "./values.ts";

const draft = (more: Partial<Draft>): Draft => ({
  kind: "EVENT",
  id: "a",
  knownFrom: 0,
  knownTo: OPEN,
  day: 0,
  passages: [{ text: "A", as: "name" }],
  ...more,
});

describe("where an entry stands", () => {
  const days = fc.integer({ min: -1_000_000, max: 3_000_000 });

  it("is a whole number that both engines and JavaScript hold exactly", () => {
    const any = fc.record({
      kind: fc.constantFrom(...SEARCH_KINDS),
      id: fc.string(),
      day: fc.oneof(fc.constant(null), fc.constant(EVER), days),
      name: fc.string({ unit: "grapheme" }),
    });
    fc.assert(
      fc.property(any, ({ name, ...more }) => {
        const key = keyFor(draft({ ...more, passages: [{ text: name, as: "name" }] }));
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
      }),
    );
  });

  it("is the newer the larger, whatever it is called; without a date it comes first", () => {
    fc.assert(
      fc.property(days, days, fc.string(), fc.string(), (a, b, one, other) => {
        fc.pre(a < b);
        const [older, newer] = [
          keyFor(draft({ day: a, id: one })),
          keyFor(draft({ day: b, id: other })),
        ];
        expect(older).toBeLessThan(newer);
        expect(newer).toBeLessThan(keyFor(draft({ day: null })));
      }),
    );
  });

  it("puts countries, people and forums before what has a date, each by the alphabet", () => {
    const keys = (
      [
        ["COUNTRY", "Armenia"],
        ["COUNTRY", "Iran"],
        ["COUNTRY", "Türkiye"],
        ["LEADER", "Ali"],
        ["LEADER", "Ali Khamenei"],
        ["LEADER", "Xi Jinping"],
        ["FORUM", "BRICS"],
        ["TOPIC", "Trade"],
        ["STORY", "A story"],
        ["EVENT", "Armenia"],
      ] as const
    ).map(([kind, text]) => keyFor(draft({ kind, day: null, passages: [{ text, as: "name" }] })));
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the words of an entry", () => {
  it("hold a name run together and by sound, each once, and nothing small", () => {
    const [entry] = entriesOf([
      draft({
        passages: [
          { text: "Xi Jinping", as: "name", isProper: true },
          { text: "Iran Xi", as: "head" },
          { text: "The visit of Xi to Iran" },
        ],
      }),
    ]);
    expect(entry?.names.split(" ").sort()).toEqual([
      "_jnbn",
      "_s",
      "_sjnbn",
      "jinping",
      "xi",
      "xijinping",
    ]);
    expect(entry?.heads).toBe("iran");
    expect(entry?.words.split(" ").sort()).toEqual(["__event", "visit"]);
    expect(entry?.shown).toEqual(["Xi Jinping", "Iran Xi", "The visit of Xi to Iran"]);
  });
});

describe("drafts over days of knowledge", () => {
  it("cover each day once, with what was known on it", () => {
    const day = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        day,
        fc.nat(60),
        fc.array(fc.oneof(day, fc.constant(null))),
        (from, length, days) => {
          fc.pre(length > 0);
          const to = from + length;
          const count = (on: number) => days.filter((each) => each !== null && each <= on).length;
          const drafts = draftsOver({ kind: "EVENT", id: "a" }, { from, to }, days, (on) => ({
            day: null,
            passages: [{ text: String(count(on)) }],
          }));
          for (let on = from; on < to; on++) {
            const known = drafts.filter((each) => each.knownFrom <= on && on < each.knownTo);
            expect(known.map((each) => each.passages[0]?.text)).toEqual([String(count(on))]);
          }
          expect(drafts.at(0)?.knownFrom).toBe(from);
          expect(drafts.at(-1)?.knownTo).toBe(to);
        },
      ),
    );
  });
});
