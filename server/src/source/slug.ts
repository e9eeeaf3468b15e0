import { createHash } from "node:crypto";

/** A publication as an editor gives it. `publishedOn` is EDTF. */
export interface Publication {
  publisher: string;
  title: string | null;
  url: string | null;
  publishedOn: string | null;
  language: string | null;
}

const LONGEST_NAME = 40;

/**
 * The slug of a publication: its publisher, its day, and a fingerprint of the whole, so that the same publication given twice is one source and
 * two of one publisher and day stay apart.
 */
export function slugOfPublication(publication: Publication): string {
  const { publisher, title, url, publishedOn, language } = publication;
  const name = publisher
    .normalize("NFD")
    .replace(/[^0-9A-Za-z]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, LONGEST_NAME);
  const day = publishedOn?.replace(/[^0-9-]+/g, "-") ?? "undated";
  const whole = JSON.stringify([publisher, title, url, publishedOn, language]);
  const print = createHash("sha256").update(whole).digest("hex").slice(0, 8);
  return [name || "source", day, print].join("-");
}
