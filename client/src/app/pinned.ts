import type { ColumnsQuery } from "./operations.gen.ts";

/** A story is about what it comes back to in this many steps; the rest it mentions. */
const OFTEN = 2;

/** What the featured story is about, as ids such as `event:SLUG`: the names that the plot places first. */
export function pinnedBy(stories: ColumnsQuery["stories"]): ReadonlySet<string> {
  const steps = stories.filter((story) => story.featured).flatMap((story) => story.steps);
  const ids = steps
    .flatMap((step) => step.about)
    .flatMap((node) =>
      node.__typename === "Event" || node.__typename === "Agreement"
        ? [`${node.__typename.toLowerCase()}:${node.slug}`]
        : [],
    );
  return new Set(ids.filter((id) => ids.filter((other) => other === id).length >= OFTEN));
}
