// What an edit rests on: a source that is recorded already, or a publication given in full.

import { followed } from "../history/history.ts";
import type { Refusal } from "../refusal.ts";
import {
  dayOfPublication,
  keepSource,
  type Publication,
  type SourceRow,
  sourcesById,
} from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";
import { addressOf, languageOf } from "./address.ts";
import { missing, slugIn } from "./answer.ts";
import type { SaidInput, SourceInput } from "./input.ts";
import type { Request } from "./plan.ts";

/** The source that an input names or gives; null when it does without. A new one is kept only once nothing else is wrong. */
export async function sourceOf({
  input: { sourceId, source },
  reading,
}: Request<SaidInput>): Promise<SourceRow | Publication | Refusal | null> {
  if (sourceId == null) return source ? publicationOf(source) : null;
  const { tx } = reading;
  const slug = slugIn(sourceId, "Source");
  const [row] =
    slug === null
      ? []
      : await followed(tx, "Source", [slug], (slugs) => sourcesById(tx, slugs, null));
  return row ?? missing("sourceId", "source");
}

/** The source itself, kept now if it is new. */
export async function keep(tx: Tx, source: SourceRow | Publication): Promise<SourceRow> {
  return "id" in source ? source : keepSource(tx, source);
}

/** The day it came out; null when that is not known. */
export function dayOut(source: SourceRow | Publication): Day | null {
  return "id" in source ? source.publishedDay : dayOfPublication(source);
}

function publicationOf({ publisher, title, url, publishedOn, language }: SourceInput): Publication {
  return {
    publisher: publisher.trim(),
    title: title?.trim() || null,
    url: url == null ? null : addressOf(url),
    publishedOn: publishedOn ?? null,
    language: language == null ? null : languageOf(language),
  };
}
