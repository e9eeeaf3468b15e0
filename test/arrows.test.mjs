import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { client, server } from "./arrows.mjs";
import {
  breachesOfClient,
  breachesOfServer,
  circlesOf,
  filesUnder,
  importsOf,
} from "./imports.mjs";

const root = join(import.meta.dirname, "..");

describe("the arrows", () => {
  it("hold in the server", () => {
    assert.deepEqual(breachesOfServer(filesUnder(join(root, "server/src")), server), []);
  });

  it("hold in the client", () => {
    assert.deepEqual(breachesOfClient(filesUnder(join(root, "client/src")), client), []);
  });

  it("run in no circle", () => {
    const circles = ["server/src", "client/src"].flatMap((folder) =>
      circlesOf(filesUnder(join(root, folder))),
    );
    assert.deepEqual(circles, []);
  });
});

/** The breaches of a single import in otherwise empty rooms. */
const ofServer = (path, code) => breachesOfServer({ [path]: code }, { ...server, exceptions: [] });
const ofClient = (files) => breachesOfClient(files, client);

describe("a forbidden import is caught", () => {
  const forbidden = {
    "from a room further right": ["country/country.ts", 'import { a } from "../event/event.ts";'],
    "past a room's door": ["event/store.ts", 'import { a } from "../country/store.ts";'],
    "up the steps of a room": ["event/store.ts", 'import { a } from "./event.ts";'],
    "of the resolvers by anybody": ["event/fold.ts", 'import { a } from "./resolvers.ts";'],
    "of Drizzle where no table is": ["event/status.ts", 'import { eq } from "drizzle-orm";'],
    "of Drizzle by one of its paths": [
      "event/event.ts",
      'import { x } from "drizzle-orm/sqlite-core";',
    ],
    "of GraphQL in a store": ["event/store.ts", 'import { GraphQLError } from "graphql";'],
    "from a room without a place": ["helpers/a.ts", 'import { a } from "../when/when.ts";'],
    "for types alone": ["country/country.ts", 'import type { A } from "../event/event.ts";'],
    "that is passed on": ["country/country.ts", 'export * from "../event/event.ts";'],
    "that is put off": ["country/country.ts", 'const a = await import("../event/event.ts");'],
  };
  for (const [name, [path, code]] of Object.entries(forbidden)) {
    it(name, () => assert.equal(ofServer(path, code).length, 1));
  }

  it("and an allowed one is not", () => {
    const code =
      'import { eq } from "drizzle-orm"; import { a } from "../country/country.ts"; import { b } from "./table.ts";';
    assert.deepEqual(ofServer("event/store.ts", code), []);
  });

  it("and an exception that nothing needs is told", () => {
    const rules = { ...server, exceptions: [["event/store", "schema"]] };
    assert.deepEqual(breachesOfServer({}, rules), [
      "event/store → schema: an exception that nothing needs",
    ]);
  });

  it("of React in a pure file of the client", () => {
    assert.equal(ofClient({ "timeline/layout.ts": 'import { useMemo } from "react";' }).length, 1);
  });

  it("of a painter by a pure file", () => {
    const files = {
      "timeline/layout.ts": 'import { paint } from "./paint.ts";',
      "timeline/paint.ts": "",
    };
    assert.equal(ofClient(files).length, 1);
  });

  it("of a word by the timeline, and of the timeline by a word", () => {
    assert.equal(
      ofClient({ "timeline/Rail.tsx": 'import { A } from "../event/EventMark.tsx";' }).length,
      1,
    );
    assert.equal(
      ofClient({ "event/EventMark.tsx": 'import { A } from "../timeline/columns.ts";' }).length,
      1,
    );
  });

  it("and so is a pure file that speaks of the page", () => {
    assert.equal(
      ofClient({ "timeline/layout.ts": "export const w = window.innerWidth;" }).length,
      1,
    );
    assert.deepEqual(
      ofClient({ "timeline/layout.ts": "// the window.\nexport const a = view.window.from;" }),
      [],
    );
  });
});

describe("a circle", () => {
  it("is found with its path", () => {
    const files = {
      "a/a.ts": 'import { b } from "./b.ts";',
      "a/b.ts": 'export { c } from "../c/c.ts";',
      "c/c.ts": 'import "../a/a.ts";',
    };
    assert.deepEqual(circlesOf(files), ["a/a → a/b → c/c → a/a"]);
  });

  it("of types alone is none", () => {
    const files = {
      "a.ts": 'import type { B } from "./b.ts";',
      "b.ts": 'import { a } from "./a.ts";',
    };
    assert.deepEqual(circlesOf(files), []);
  });
});

describe("imports are read", () => {
  it("over several lines, for side effects, and not from comments", () => {
    const code =
      'import {\n  a,\n} from "./a.ts";\nimport "./b.css";\n// import "./c.ts"\n/* from "./d.ts" */\nconst url = "http://x"; get("from") ?? "f"; export { e } from "./e.ts";';
    assert.deepEqual(importsOf(code), ["./a.ts", "./b.css", "./e.ts"]);
  });
});
