// Files to import, and how one is sent.
import { readFileSync } from "node:fs";
import type { Editing } from "./editing.ts";

export const IMPORT = `mutation ($input: ImportBundleInput!) { importBundle(input: $input) {
  replayed new changed unchanged bad change { id action note entityType after revision }
  rows { line path outcome type slug title statusBefore statusAfter problems { column message } }
  errors { __typename ... on UserError { code message path } } } }`;

export const template = (name: string) =>
  readFileSync(new URL(`../../docs/templates/${name}`, import.meta.url), "utf8");
export const HEAD = "event,title,kind,level,status,when,participants,publisher,published_on";
export const GOOD =
  "xi-in-moscow,Xi in Moscow,VISIT,LEADERS,EXPECTED,2026,GUEST xi-jinping | HOST RU,TASS,2026-01-04";
export const csv = (...rows: string[]) => ({ format: "CSV", text: [HEAD, ...rows].join("\n") });

/** The payload of an import by an editor. */
export const importing = (desk: Editing, input: object) =>
  desk.payloadOf(IMPORT, { note: "A file.", ...input });
