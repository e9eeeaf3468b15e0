import { FACTS } from "./hindsight.ts";
import type { Sheet } from "./sheet.ts";
import { screaming } from "./words.ts";

/** What the founding article states, fact by fact, with the first words of its sentences. */
export function factRecords(sheet: Sheet) {
  return sheet.facts.map((fact, position) => ({
    id: fact.id,
    position: position + 1,
    kind: screaming(fact.type),
    statement: fact.statement,
    quote: fact.quote,
    speakerId: fact.speaker_id,
    attributedTo: fact.attributed_to,
    certainty: screaming(fact.certainty),
    uncertainty: FACTS[fact.id] ?? fact.uncertainty,
    sentences: fact.sentences,
    anchors: fact.anchors,
    sourceId: publication(sheet),
    sourceIds: fact.source_ids,
    refs: fact.refs.map((ref) => ({ type: nodeType(ref.type), id: ref.id })),
  }));
}

/** The source that the sheet's founding document names in brackets. */
export function publication(sheet: Sheet): string {
  const id = /\(source ([\w-]+)\)/.exec(sheet.meta.founding_document)?.[1];
  if (id === undefined) throw new Error("The founding document names no source");
  return id;
}

/** `event` → `Event`: the sheet's typed ids under the schema's type names. */
export function nodeType(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}
