/** What an agreement is among the works of schema.org. */
import { idOf } from "./nodes.ts";
import type { Linked } from "./values.ts";

/**
 * `Legislation` is there “a legal document such as an act, decree, bill, etc. (enforceable or not)”: a text that binds in law, signed or not, in
 * force or not. A declaration or a statement that binds nobody in law is no legal document, only a `CreativeWork`.
 */
export function typeOfWork(binding: string): "Legislation" | "CreativeWork" {
  return binding === "LEGAL" ? "Legislation" : "CreativeWork";
}

/** An agreement that something else speaks of. */
export function workOf(
  origin: string,
  { slug, name, binding }: { slug: string; name: string; binding: string },
): Linked {
  return { "@type": typeOfWork(binding), "@id": idOf(origin, "agreements", slug), name };
}
