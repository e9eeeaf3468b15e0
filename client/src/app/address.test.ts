import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import { type Address, DEFAULTS, parseAddress, printAddress } from "./address.ts";

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/);
const code = fc.stringMatching(/^[A-Z]{2}$/);
const list = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 4 });
const day = fc.integer({ min: dayOf("1900-01-01"), max: dayOf("2100-12-31") });

const addresses: fc.Arbitrary<Address> = fc
  .record({
    lanes: fc.option(
      fc.record({ countries: list(code), forums: list(slug), agreements: list(slug) }),
    ),
    window: fc
      .uniqueArray(day, { minLength: 2, maxLength: 2 })
      .map((pair) => pair.sort((a, b) => a - b)),
    known: fc.option(day),
    compare: fc.option(fc.oneof(fc.constant("latest" as const), day)),
    sel: fc.option(fc.record({ of: fc.constantFrom("event", "session", "agreement"), slug })),
    view: fc.constantFrom("timeline", "table"),
    status: list(slug),
    kind: list(slug),
    level: list(slug),
    with: list(code),
    forum: list(slug),
    topic: list(slug),
    disputed: fc.subarray(["yes", "no"]),
    fixed: fc.subarray(["yes", "no"]),
    text: fc.string(),
    sort: fc.constantFrom("-date", "date", "title", "-known"),
    order: fc.constantFrom("given", "ties"),
    theme: fc.constantFrom("auto", "light", "dark"),
    rest: fc.array(
      fc.tuple(
        slug.map((name) => `x-${name}`),
        fc.string(),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ window: [from = 0, to = 1], ...others }) => {
    const lanes = others.lanes;
    const empty =
      !lanes || lanes.countries.length + lanes.forums.length + lanes.agreements.length === 0;
    const compare = others.known === null ? null : others.compare;
    return { ...others, compare, from, to, lanes: empty ? null : lanes } as Address;
  });

describe("an address", () => {
  test("says everything about a view: printed and read again, it is the same view", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
    );
  });

  test("is the same text for the same view, whatever order its keys came in", () => {
    fc.assert(
      fc.property(addresses, fc.integer(), (address, seed) => {
        const text = printAddress(address);
        const keys = text
          .split("&")
          .sort((a, b) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7));
        const known = keys.filter((pair) => !pair.startsWith("x-"));
        const rest = text.split("&").filter((pair) => pair.startsWith("x-"));
        expect(printAddress(parseAddress([...known, ...rest].filter(Boolean).join("&")))).toBe(
          text,
        );
      }),
    );
  });

  test("never fails to open, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = parseAddress(text);
        expect(address.from).toBeLessThan(address.to);
      }),
    );
  });

  test("is empty for the default view", () => {
    expect(printAddress(DEFAULTS)).toBe("");
    expect(parseAddress("")).toEqual(DEFAULTS);
  });

  test("keeps the order of the specification and stays readable", () => {
    const text =
      "lanes=RU,IR,CN,TR;brics,sco;ru-ir-2025&from=2024-01-01&to=2026-05-01&known=2024-12-05&compare=latest&sel=event:visit-pezeshkian-moscow-2025&view=table&status=signed,inforce&kind=visit,summit&level=leaders&with=IR,RU&forum=brics&topic=trade,nuclear&disputed=yes&fixed=no&text=treaty&sort=date&theme=dark&lang=fa";
    expect(printAddress(parseAddress(text))).toBe(text);
  });

  test("understands forums in capitals and agreements with a word in front", () => {
    expect(parseAddress("lanes=ru,ir;BRICS;treaty:ru-ir-2025").lanes).toEqual({
      countries: ["RU", "IR"],
      forums: ["brics"],
      agreements: ["ru-ir-2025"],
    });
    expect(parseAddress("sel=visit:visit-pezeshkian-moscow-2025").sel).toEqual({
      of: "event",
      slug: "visit-pezeshkian-moscow-2025",
    });
  });

  test("compares a day of knowledge with the latest or with another day, and the latest with nothing", () => {
    expect(parseAddress("known=2024-12-05&compare=latest").compare).toBe("latest");
    expect(parseAddress("known=2024-12-05&compare=2025-01-18").compare).toBe(dayOf("2025-01-18"));
    expect(parseAddress("known=2024-12-05&compare=soon").compare).toBeNull();
    expect(printAddress(parseAddress("compare=latest"))).toBe("");
    expect(printAddress({ ...DEFAULTS, compare: "latest" })).toBe("");
  });

  test("leaves out what it cannot read", () => {
    expect(parseAddress("known=2025-02-29&from=2025-01-01&to=2024-01-01&theme=blue")).toEqual(
      DEFAULTS,
    );
  });
});
