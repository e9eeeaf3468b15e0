// Global ids: the type and the slug, made opaque so that nobody builds on their inside.
import { Refusal } from "../refusal.ts";

/** The Relay id of an entity: base64url of `Type:slug`. */
export function globalId(type: string, slug: string): string {
  return Buffer.from(`${type}:${slug}`, "utf8").toString("base64url");
}

/** The type and slug inside a global id. Refuses with INVALID_INPUT what was not made by `globalId`. */
export function partsOfGlobalId(id: string): { type: string; slug: string } {
  const text = Buffer.from(id, "base64url").toString("utf8");
  const colon = text.indexOf(":");
  const type = text.slice(0, colon);
  const slug = text.slice(colon + 1);
  if (colon < 1 || slug === "" || text.includes("\0") || globalId(type, slug) !== id) {
    throw new Refusal(
      "INVALID_INPUT",
      `“${id.slice(0, 80)}” is not an id of this API. Take ids from the \`id\` field of an answer, or look the entity up by its slug.`,
      { facts: { id }, path: ["id"] },
    );
  }
  return { type, slug };
}
