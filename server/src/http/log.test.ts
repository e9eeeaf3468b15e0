// The log of changes as a file for a spreadsheet, held against what GraphQL answers.
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, NOW, shippedWorld } from "../../test/ask.ts";
import { CHANGE, changed } from "../../test/changes.ts";
import { editing } from "../../test/editing.ts";
import type { World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { recordChange } from "../history/history.ts";
import { limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

describe("/changes.csv", () => {
  let home: World;
  let app: FastifyInstance;
  beforeAll(async () => {
    home = await shippedWorld("sqlite");
    const desk = await editing(home);
    const { data } = await desk.send(
      `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
        errors { ... on UserError { message } } } }`,
      {
        input: {
          agreementId: globalId("Agreement", "ru-ir-2025"),
          status: "SUSPENDED",
          when: "2025-12-01",
          source: {
            publisher: 'A newspaper, of "Moscow"',
            url: "https://example.org/a",
            publishedOn: "2025-12-02",
          },
          note: '=HYPERLINK("http://evil")',
          expectedVersion: 1,
        },
      },
    );
    expect(data.reportAgreementStatus.errors).toEqual([]);
    await changed(home.storage, { at: "2026-01-06T00:00:00.000Z", by: "@Ada, of the desk" });
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", publicUrl: "https://entente.example" },
      clock: () => new Date(NOW),
      limits: limitsWith({}),
    });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const read = async (url: string) => {
    const { body, statusCode, headers } = await app.inject(url);
    expect([url, statusCode]).toEqual([url, 200]);
    const rows: Record<string, string>[] = parse(body, { columns: true, record_delimiter: "\r\n" });
    return { rows, body, headers };
  };
  const revisions = async (query: string) =>
    (await read(`/changes.csv?${query}`)).rows.map(({ revision }) => Number(revision));

  it("says of every change, the newest first, who, when, what, why, what stood before and after, and by which source", async () => {
    const { rows, headers } = await read("/changes.csv");
    expect(headers["content-type"]).toContain("text/csv");
    expect(rows.map(({ revision }) => revision)).toEqual(["3", "2", "1"]);
    expect(rows[1]).toMatchObject({
      recorded_at: NOW,
      recorded_by: "editor",
      action: "reportAgreementStatus",
      type: "AGREEMENT",
      slug: "ru-ir-2025",
      version: "2",
      status_before: "IN_FORCE",
      status_after: "SUSPENDED",
      before: expect.stringContaining("status: in force; date: 2 October 2025"),
      after: expect.stringContaining("status: suspended; date: 1 December 2025"),
      sources: 'A newspaper, of "Moscow"',
      source_urls: "https://example.org/a",
      url: "https://entente.example/history/agreement/ru-ir-2025",
    });
    const { changes } = await ask(
      home.storage,
      "{ changes(last: 10) { nodes { revision hash prevHash entity { title } } } }",
    );
    for (const [place, node] of changes.nodes.toReversed().entries()) {
      const row = rows[place] ?? {};
      expect(row.hash).toBe(node.hash);
      expect(row.previous_hash).toBe(node.prevHash ?? "");
      expect(row.title).toBe(node.entity?.title ?? "");
      expect(
        createHash("sha256")
          .update(row.canonical ?? "")
          .digest("hex"),
      ).toBe(node.hash);
    }
  });

  it("runs nothing in a spreadsheet", async () => {
    const { rows } = await read("/changes.csv");
    expect(rows[1]?.note).toBe('\'=HYPERLINK("http://evil")');
    expect(rows[0]?.recorded_by).toBe("'@Ada, of the desk");
    for (const row of rows) {
      for (const value of Object.values(row)) expect(value).not.toMatch(/^\s*[=+\-@\t\r]/);
    }
  });

  it.each([
    ["by=editor", [2]],
    [`by=${encodeURIComponent("@Ada, of the desk")}`, [3]],
    ["action=reportAgreementStatus,load", [2, 1]],
    ["from=2026-01-06", [3]],
    ["to=2026-01-05", [2, 1]],
    ["type=agreement&slug=ru-ir-2025", [3, 2, 1]],
    ["type=event&by=editor", []],
    ["slug=another&action=load&action=reportAgreementStatus", [1]],
  ])("takes the filter %s", async (query, expected) => {
    expect(await revisions(query)).toEqual(expected);
  });

  it("refuses what it does not know, with what there is", async () => {
    for (const [query, words] of [
      ["type=party", "must be one or more of AGREEMENT"],
      ["action=a%20b", "one or more actions"],
      ["status=HELD", "It takes from, to, by, action, type, slug, first, after"],
      ["from=2026-01-06&to=2026-01-05", "must not be before"],
      ["after=x", "must be the revision of a change"],
      ["after=99999999999", "must be the revision of a change"],
    ]) {
      const response = await app.inject(`/changes.csv?${query}`);
      expect([response.statusCode, response.json().errors[0].message]).toEqual([
        400,
        expect.stringContaining(words ?? ""),
      ]);
    }
  });

  it("goes on to older ones without a gap, however many there are", async () => {
    await home.storage.write(async (tx) => {
      for (let at = 0; at < 120; at++) await recordChange(tx, { ...CHANGE, by: "many" });
    });
    const found: number[] = [];
    let url: string | undefined = "/changes.csv?by=many&first=57";
    while (url) {
      const { rows, headers } = await read(url);
      expect(rows.length).toBeLessThanOrEqual(57);
      found.push(...rows.map(({ revision }) => Number(revision)));
      const link: string = String(headers.link ?? "");
      url = /<https:\/\/entente\.example([^>]*)>; rel="next"/.exec(link)?.[1];
    }
    expect(found).toEqual(Array.from({ length: 120 }, (_, at) => 123 - at));
  });
});
