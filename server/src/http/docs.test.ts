// The documentation as a reader meets it: over HTTP, with every link followed and every example run.
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { recordChange } from "../history/history.ts";
import { schema } from "../schema.ts";
import { dump } from "../transfer/dump.ts";
import { buildApp } from "./app.ts";

const TEMPLATE =
  "<!doctype html><title><!--title--></title><nav><!--nav--></nav><main><!--text--></main>";

const exec = promisify(execFile);
let home: World;
let app: FastifyInstance;
let origin = "";
let folder = "";

beforeAll(async () => {
  home = await shippedWorld("sqlite");
  folder = mkdtempSync(join(tmpdir(), "entente-docs-"));
  writeFileSync(join(folder, "docs.html"), TEMPLATE);
  for (const name of ["index", "graphiql"])
    writeFileSync(join(folder, `${name}.html`), "<!doctype html>");
  app = await buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "silent" },
    clientFolder: folder,
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await app.close();
  await home.close();
  rmSync(folder, { recursive: true });
});

const page = async (path: string): Promise<string> => {
  const response = await fetch(origin + path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const PATHS = [
  "queries",
  "reading",
  "time",
  "live",
  "files",
  "limits",
  "writing",
  "history",
  "status",
];
const pages = () => Promise.all(["/docs", ...PATHS.map((name) => `/docs/${name}`)].map(page));

const plain = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The examples of a page in one language, as a reader copies them. */
const examples = (html: string, language: string) =>
  [...html.matchAll(new RegExp(`data-language="${language}"><code>(.*?)</code>`, "gs"))].map(
    ([, code = ""]) => plain(code).replaceAll("http://localhost:4000", origin),
  );

describe("the documentation", () => {
  it("has a page for each word of its list, with a heading, under a policy that loads nothing from elsewhere", async () => {
    for (const html of await pages()) {
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain('aria-current="page"');
      expect(html).not.toMatch(/<(script|img|link)[^>]+(src|href)="https?:/);
    }
    const { headers } = await fetch(`${origin}/docs`);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  it("leads nowhere that is not there: pages, parts of pages, drawings and the API", async () => {
    const all = await pages();
    const links = new Set(
      all.flatMap((html) =>
        [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => plain(to)),
      ),
    );
    expect(links.size).toBeGreaterThan(20);
    for (const to of links) {
      if (/^https?:/.test(to)) continue;
      if (to.startsWith("#")) {
        expect(
          all.some((html) => html.includes(`id="${to.slice(1)}"`)),
          to,
        ).toBe(true);
        continue;
      }
      const [path = "", part] = to.split("#");
      const response = await fetch(origin + path, { headers: { accept: "text/html" } });
      expect([to, response.status]).toEqual([to, 200]);
      if (part) expect(await response.text()).toContain(`id="${part}"`);
    }
  });

  it("asks only for what the schema has", async () => {
    const queries = (await pages()).flatMap((html) => examples(html, "graphql"));
    expect(queries.length).toBeGreaterThan(15);
    for (const query of queries)
      expect([query, validate(schema, parse(query)).map(({ message }) => message)]).toEqual([
        query,
        [],
      ]);
  });

  it("shows what this server answers to each worked query, without an error", async () => {
    const answers = examples(await page("/docs/queries"), "json");
    expect(answers).toHaveLength(12);
    for (const answer of answers) {
      expect(answer).toMatch(/^\{\n {2}"data": \{/);
      expect(answer).not.toContain('"errors"');
    }
  });

  it("keeps within an anonymous reader's limits in each worked query", async () => {
    const queries = examples(await page("/docs/queries"), "graphql");
    for (const query of queries) {
      const response = await fetch(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).not.toHaveProperty("errors");
    }
  });

  it("prints every limit and every code from what the server goes by", async () => {
    const html = await page("/docs/limits");
    expect(html).toContain("<td>102,400</td>");
    expect(html).toMatch(/<code>TOO_COSTLY<\/code><\/td>\s*<td>400<\/td>/);
    expect(html).not.toContain("{{");
  });

  it("runs in JavaScript as it stands", async () => {
    const [code = ""] = examples(await page("/docs"), "js");
    const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", code]);
    expect(stdout).toMatch(/^AGREED \d+\n$/);
  });

  it("follows the changes in JavaScript as it stands", async () => {
    const code = examples(await page("/docs/live"), "js").find((each) =>
      each.includes("graphql-ws"),
    );
    const local = (code ?? "").replace("ws://localhost:4000", origin.replace("http", "ws"));
    const program = spawn(process.execPath, ["--input-type=module", "-e", local]);
    const [heard] = await once(program.stdout, "data");
    program.kill();
    expect(String(heard)).toMatch(/^1 load\n/);
  });

  it.skipIf(!has("curl"))("runs in a terminal as it stands", async () => {
    const html = await page("/docs");
    const [command = ""] = examples(html, "sh");
    const { stdout } = await exec("sh", ["-c", command]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(examples(html, "json")[0] ?? ""));
  });

  it.skipIf(!has("python3"))("runs in Python as it stands", async () => {
    const [code = ""] = examples(await page("/docs"), "python");
    const { stdout } = await exec("python3", ["-c", code]);
    expect(stdout).toContain("Pezeshkian's official visit to Russia · date not fixed");
  });

  it.skipIf(!has("python3"))(
    "checks the log in Python as it stands, from the API and from a dump",
    async () => {
      const [api = "", files = ""] = examples(await page("/docs/history"), "python");
      const { changes } = await ask(home.storage, "{ changes(first: 1) { nodes { hash } } }");
      const head = `chain holds, head ${changes.nodes[0].hash}\n`;
      expect((await exec("python3", ["-c", api])).stdout).toBe(`1 changes, ${head}`);
      const dumped = join(folder, "dump");
      await dump(home.storage, dumped, { clock: () => new Date() });
      expect((await exec("python3", ["-c", files, dumped])).stdout).toBe(head);
      const reports = join(dumped, "report.jsonl");
      writeFileSync(
        reports,
        readFileSync(reports, "utf8").replace('"claimant":"', '"claimant":"x'),
      );
      await expect(exec("python3", ["-c", files, dumped])).rejects.toThrow("AssertionError: 1");
    },
  );

  it("is made anew once the data changes, and not before", async () => {
    const tag = async () => (await fetch(`${origin}/docs/queries`)).headers.get("etag");
    const before = await tag();
    expect(await tag()).toBe(before);
    await home.storage.write((tx) =>
      recordChange(tx, {
        at: "2026-01-05T09:00:00.000Z",
        by: "test",
        action: "load",
        entityType: null,
        entityId: null,
        version: null,
        note: null,
        reportId: null,
        before: null,
        after: null,
      }),
    );
    expect(await tag()).not.toBe(before);
  });
});

/** Whether a program is on this machine. */
function has(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}
