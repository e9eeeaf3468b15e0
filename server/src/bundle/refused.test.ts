import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { csv, GOOD, HEAD, importing, template } from "../../test/importing.ts";
import { engines, type World } from "../../test/world.ts";

describe.each(engines)("what is told of a file and its rows on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
    await imported(csv(GOOD.replaceAll("xi-in-moscow", "xi-in-kazan")));
  }, 60_000);
  afterAll(() => home.close());

  const imported = (input: object) => importing(desk, input);
  const outcomes = ({ rows }: { rows: { outcome: string }[] }) => rows.map((row) => row.outcome);
  const counts = () => desk.counts();
  const problemsOf = async (...rows: string[]) =>
    (await imported({ ...csv(...rows), dryRun: true })).rows.flatMap(
      // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
      (row: any) => row.problems.map((each: any) => [row.line, each.column, each.message]),
    );

  /** Rows in which each cell is good or bad, in every way, and the columns of which each row is told. */
  const everyWay = async (same: Record<string, string>, cells: [string, string, string][]) => {
    const rows = Array.from({ length: 2 ** cells.length }, (_, way) =>
      cells.map(([column, good, bad], place) => {
        const isBad = (way >> place) % 2 === 1;
        return { column, isBad, cell: isBad ? bad : good };
      }),
    );
    const head = [...Object.keys(same), ...cells.map(([column]) => column)].join(",");
    const lines = rows.map((row, nth) =>
      [...Object.values(same), ...row.map(({ cell }) => cell)].join(",").replace("NTH", `${nth}`),
    );
    const text = [head, ...lines].join("\n");
    const { rows: taken } = await imported({ format: "CSV", text, dryRun: true });
    return rows.map((row, nth) => ({
      bad: row.flatMap(({ column, isBad }) => (isBad ? column : [])).sort(),
      told: taken[nth].problems.map(({ column }: { column: string }) => column).toSorted(),
    }));
  };

  test.each<[string, Record<string, string>, [string, string, string][]]>([
    [
      "an event that is not here yet",
      { event: "faults-NTH", title: "Faults", publisher: "TASS" },
      [
        ["kind", "TALKS", "TOLKS"],
        ["level", "OFFICIALS", "HIGH"],
        ["status", "SCHEDULED", "SHEDULED"],
        ["when", "2026-02-03", "5/6/2026"],
        ["place", "moscow", "moskow"],
        ["participants", "HOST RU", "HOST Russa"],
        ["known_on", "2026-01-04", "2026-02-31"],
        ["published_on", "2026-01-04", "2026-31-31"],
      ],
    ],
    [
      "an event that is here",
      { event: "visit-pezeshkian-moscow-2025" },
      [
        ["title", "", "Another"],
        ["kind", "VISIT", "TALKS"],
        ["status", "HELD", "CANCELLED"],
        ["when", "2025-01-17", "2025-17-01"],
        ["source", "ifp-inforce-2025", "nowhere"],
      ],
    ],
    [
      "an agreement that is not here yet",
      { agreement: "faults-NTH", title: "Faults", publisher: "TASS" },
      [
        ["kind", "AGREEMENT", "AGREMENT"],
        ["binding", "LEGAL", "LAW"],
        ["requires_ratification", "yes", "perhaps"],
        ["parties", "RU | IR", "RU | Atlants"],
        ["topics", "trade", "traid"],
        ["status", "SIGNED", "SIGND"],
        ["when", "2026-01-03", "2026-03-03"],
      ],
    ],
    [
      "an agreement's step",
      { agreement: "ru-ir-2025" },
      [
        ["step", "NOTIFIED", "TEXT_AGRED"],
        ["step_parties", "IR", "Atlants"],
        ["when", "2025-10-02", "2025-10-32"],
        ["source", "ifp-inforce-2025", "nowhere"],
      ],
    ],
  ])("tells of all that is wrong with %s at once", async (_, same, cells) => {
    const told = await everyWay(same, cells);
    expect(told.map((row) => row.told)).toEqual(told.map((row) => row.bad));
    expect(told.length).toBe(2 ** cells.length);
  });

  test("tells what a slug that is nothing leaves open, and what it does not", async () => {
    expect(
      await problemsOf(
        `xi-in-nowhere-yet,,,,HELD,5/6/2025,,TASS,2026-31-01`,
        `Xi in Kazan,,Tolks,,EXPECTED,5/6/2025,HOST Russa,,`,
        `both-2026,Both,TALKS,OFFICIALS,EXPECTED,,GUST xi-jinpng | HOST Russa,TASS,`,
      ),
    ).toEqual([
      [2, "event", expect.stringContaining("to make it, also give title")],
      [2, "when", expect.stringContaining("two ways")],
      [2, "published_on", expect.any(String)],
      [3, "event", expect.stringContaining("small letters")],
      [3, "kind", expect.stringContaining("“TOLKS” is none")],
      [3, "source", expect.stringContaining("needs a source")],
      [3, "participants", expect.stringContaining("Russa")],
      [3, "when", expect.stringContaining("two ways")],
      [4, "participants", expect.stringContaining("“GUST” is none")],
      [4, "participants", expect.stringContaining("xi-jinpng")],
      [4, "participants", expect.stringContaining("Russa")],
    ]);
  });

  test("tells of each bad row its line, its column and what to do", async () => {
    const many = "PARTICIPANT RU | PARTICIPANT IR";
    expect(
      await problemsOf(
        `a-2026,"Two\r\nlines",MEETING,OFFICIALS,EXPECTED,,${many},TASS,2026-01-01`,
        `b-2026,B,Vist,OFFICIALS,EXPECTED,,${many},TASS,2026-01-01`,
        `c-2026,C,MEETING,OFFICIALS,EXPECTED,5/6/2026,${many},TASS,2026-01-01`,
        `d-2026,D,MEETING,OFFICIALS,EXPECTED,,${many},,`,
        `xi-in-kazn,,,,HELD,2026-01-01,,TASS,2026-01-01`,
        `visit-pezeshkian-moscow-2025,,,,CANCELLED,,,TASS,2026-01-01`,
        `visit-pezeshkian-moscow-2025,Another title,,,HELD,2025-01-17,,TASS,2026-01-01`,
        `e-2026,E,MEETING,OFFICIALS,EXPECTED,,"HOST Russa",TASS,2026-01-01`,
      ),
    ).toEqual([
      [4, "kind", expect.stringContaining("“VIST” is none of MEETING, TALKS, VISIT")],
      [5, "when", expect.stringMatching(/“?5\/6\/2026.*two ways\. Write 2026-06-05 or 2026-05-06/)],
      [6, "source", expect.stringContaining("give its publisher")],
      [7, "event", expect.stringContaining("Did you mean xi-in-kazan")],
      [8, "status", expect.stringMatching(/held/i)],
      [9, "title", expect.stringContaining("is here as")],
      [10, "participants", expect.stringContaining("Did you mean RU (Russia)")],
    ]);
  });

  test.each([
    ["", "The file is empty"],
    [HEAD, "nothing in it but its header"],
    ["title,kind\nA,VISIT", "one of them `event` or `agreement`"],
    ["event,titel\n,A", "“titel” is no column of events. Did you mean `title`?"],
    ["event,title,title\n,A,B", "stands there twice"],
    [`${HEAD}\n"a,b`, "A quote that is opened is never closed"],
    [`${HEAD}\nT\ufffdrkiye`, "from line 2 on): it looks like Windows-1252"],
  ])("refuses %j as a whole", async (text, why) => {
    const before = await counts();
    const { errors, rows } = await imported({ format: "CSV", text });
    expect([rows, errors]).toMatchObject([
      [],
      [{ code: "INVALID_INPUT", path: ["input", "text"] }],
    ]);
    expect(errors[0].message).toContain(why);
    expect(await counts()).toEqual(before);
  });

  test("reads a mark, CRLF, semicolons and quoted lines", async () => {
    const text = `\ufeff${HEAD.replaceAll(",", ";")}\r\n"";"A; with\r\n""marks""";Meeting;officials;Expected;;HOST Türkiye | GUEST Сергей Лавров;TASS;2026-01-01\r\n`;
    const { rows } = await imported({ format: "CSV", text, dryRun: true });
    expect(rows).toMatchObject([{ line: 2, outcome: "NEW", title: 'A; with\n"marks"' }]);
  });

  test("passes over what a file of refused rows says is wrong with them", async () => {
    const noted = [`problem,${HEAD}`, `"status: never, ""held""",${GOOD}`].join("\n");
    expect(outcomes(await imported({ format: "CSV", text: noted, dryRun: true }))).toEqual(["NEW"]);
    const text = JSON.stringify({ ...JSON.parse(template("bundle.json")), problems: ["wrong"] });
    const { errors, bad } = await imported({ format: "JSON", text, dryRun: true });
    expect([errors, bad]).toEqual([[], 0]);
  });

  test.each([
    ["{", "The text is not JSON"],
    ["[]", "A bundle is an object"],
    ['{"events": 1}', "A bundle is an object"],
  ])("refuses the JSON %j", async (text, why) => {
    expect((await imported({ format: "JSON", text })).errors[0].message).toContain(why);
  });

  test("names the place in a bundle", async () => {
    const text = JSON.stringify({
      events: [
        { event: "x-2026", reports: [{ status: "HOLD" }] },
        { reports: [{ status: "HELD", wen: "2025" }] },
      ],
      agreements: [
        {
          agreement: "ru-ir-2025",
          reports: [{ status: "PROPOSED", when: "2026-01-01", source: { publisher: "TASS" } }],
        },
      ],
    });
    const { rows } = await imported({ format: "JSON", text });
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
    expect(rows.map(({ path, problems }: any) => [path, problems[0].column])).toEqual([
      ["agreements[0].reports[0]", "reports[0].status"],
      ["events[0]", "reports[0].status"],
      ["events[1]", "reports[0]"],
    ]);
  });
});
