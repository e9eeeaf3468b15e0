/** The door of the room: plain files over the API's own reads. Knows no HTTP and no GraphQL; whoever serves it asks the API for it. */
import { atomOf } from "./atom.ts";
import { csvOf } from "./csv.ts";
import { icsOf } from "./ics.ts";
import { jsonOf } from "./json.ts";
import { type Where, whereOf } from "./place.ts";
import { ordered, readRequest } from "./request.ts";
import { type Ask, type Taken, take } from "./take.ts";
import type { File } from "./values.ts";

export { wordOf } from "../history/history.ts";
export { xml } from "./atom.ts";
export { DOCUMENTS, READINGS } from "./documents.ts";
export { openapiOf, type Shape } from "./openapi.ts";
export { allowed, PARAMETERS, type Parameter } from "./parameters.ts";
export { ordered, readRequest } from "./request.ts";
export type { Ask } from "./take.ts";
export { FILES, type File, VIEWS, type View } from "./values.ts";
export { begun } from "./words.ts";

/** A file as it goes out. */
export interface Written extends Where {
  body: string;
}

/**
 * Writes the file that these parameters ask for. `origin` is this site's address, such as `https://example.org`, `today` an
 * ISO day.
 * @throws Refusal INVALID_INPUT for a parameter that is unknown or has no usable value, and whatever `ask` throws.
 */
export async function write(
  file: File,
  given: URLSearchParams,
  origin: string,
  ask: Ask,
  today: string,
): Promise<Written> {
  const taken = await take(file, readRequest(file, given), ask, today);
  const where = whereOf(origin, file.path, ordered(file, given), taken.next);
  return { ...where, body: bodyOf(file, taken, where) };
}

function bodyOf(file: File, taken: Taken, where: Where): string {
  switch (file.format) {
    case "json":
      return jsonOf(taken, where);
    case "csv":
      return csvOf(file.view, taken, where.origin);
    case "ics":
      return icsOf(taken, where);
    case "atom":
      return atomOf(file, taken, where);
  }
}
