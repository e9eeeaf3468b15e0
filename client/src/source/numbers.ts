import type { SourceLineFragment } from "../app/operations.gen.ts";

/** The sources of a page with the numbers that its text refers to. General knowledge has no number: it is no publication. */
export interface Numbered {
  list: SourceLineFragment[];
  /** The number of a source, from 1; undefined for general knowledge. */
  of: (source: Pick<SourceLineFragment, "slug">) => number | undefined;
  /** Entries that are only general knowledge, to be named as such beneath the list. */
  general: SourceLineFragment[];
}

/** Whether a source is only general knowledge and must never pass for a publication. */
export function isGeneral(source: Pick<SourceLineFragment, "kind">): boolean {
  return source.kind === "GENERAL_KNOWLEDGE";
}

/** Numbers sources in the order in which a page first refers to them. */
export function numberSources(...groups: readonly (readonly SourceLineFragment[])[]): Numbered {
  const numbers = new Map<string, number>();
  const list: SourceLineFragment[] = [];
  const general = new Map<string, SourceLineFragment>();
  for (const source of groups.flat()) {
    if (isGeneral(source)) general.set(source.slug, source);
    else if (!numbers.has(source.slug)) {
      list.push(source);
      numbers.set(source.slug, list.length);
    }
  }
  return { list, of: (source) => numbers.get(source.slug), general: [...general.values()] };
}
