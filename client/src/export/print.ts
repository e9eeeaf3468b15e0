import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { ask } from "../page/ask.ts";
import type { Row } from "../timeline/rows.ts";
import { longDay } from "../when/words.ts";
import agreements from "./agreements.graphql?raw";
import events from "./events.graphql?raw";
import { type Exported, pictureOf, rowsShown } from "./make.ts";
import { PrintSheet } from "./PrintSheet.tsx";
import { drawForPrint, fontsCome } from "./picture.ts";
import sessions from "./sessions.graphql?raw";
import { type Backings, backingsOf, type Cases, type Forums, numbered } from "./sources.ts";
import "./printsheet.css";

let backings: Backings | null = null;
let asking: Promise<unknown> | null = null;

/** Asks for what the facts rest on, once; without an answer the list says where it is. */
function askSources(): Promise<unknown> {
  asking ??= Promise.all([
    nodesOf<Cases[number]>(events, "events"),
    nodesOf<Cases[number]>(agreements, "agreements"),
    nodesOf<Forums[number]>(sessions, "forums"),
  ])
    .then((lists) => {
      backings = backingsOf(...lists);
    })
    .catch(() => {
      asking = null;
    });
  return asking;
}

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All nodes of a list, page after page: together they are more than one answer may hold. */
async function nodesOf<Node>(query: string, list: string): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const answer: Record<string, Page & { nodes: Node[] }> = await ask(query, { after });
    const page = answer[list];
    nodes.push(...(page?.nodes ?? []));
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
  return nodes;
}

/**
 * Gets ready to print: from then on the browser's own command prints what `view` answers at that moment. It must all be
 * there beforehand, since the browser does not wait. Returns how to stop.
 */
export function armPrint(view: () => Exported | null): () => void {
  let sheet: { root: Root; element: HTMLElement } | null = null;
  const clear = () => {
    sheet?.root.unmount();
    sheet?.element.remove();
    sheet = null;
  };
  const prepare = () => {
    clear();
    const of = view();
    if (!of) return;
    const element = document.createElement("div");
    element.className = "print-sheet";
    document.body.append(element);
    const root = createRoot(element);
    sheet = { root, element };
    const { rows, both } = rowsShown({ ...of, sort: "date" });
    const day = of.view.known ?? of.columns.today;
    const since = (row: Row) => both?.get(row)?.was === false;
    // What was known then comes first, in the list as in the numbers.
    const { facts, sources } = numbered(
      [...rows.filter((row) => !since(row)), ...rows.filter(since)],
      backings ?? new Map(),
      (row) => (since(row) ? (of.now ?? day) : day),
    );
    const parts = both
      ? [
          { heading: `Known on ${longDay(day)}`, facts: facts.filter(({ row }) => !since(row)) },
          { heading: "Known now, not then", facts: facts.filter(({ row }) => since(row)) },
        ]
      : [{ heading: "Facts", facts }];
    const without = backings
      ? null
      : "The sources could not be loaded. They are at the address above.";
    const { svg } = drawForPrint(pictureOf(of));
    flushSync(() => root.render(createElement(PrintSheet, { svg, parts, sources, without })));
  };
  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", clear);
  void askSources();
  return () => {
    removeEventListener("beforeprint", prepare);
    removeEventListener("afterprint", clear);
    clear();
  };
}

/** Prints once the sources and the fonts have come. */
export async function printView(): Promise<void> {
  await Promise.all([askSources(), fontsCome()]);
  window.print();
}
