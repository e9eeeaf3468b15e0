import type { ColumnsQuery } from "./operations.gen.ts";

/** A story is about what it comes back to in this many steps, and each step about the first event it names; the rest it mentions. */
const OFTEN = 2;
/** So many events at most, those of early steps first: a plot of nothing but bold names has none. */
const MOST_FIRST = 6;

/** What the featured story is about, as ids such as `event:SLUG`: the names that the plot places first. */
export function pinnedBy(stories: ColumnsQuery["storiesConnection"]["nodes"]): ReadonlySet<string> {
  const steps = stories
    .filter((story) => story.featured)
    .flatMap((story) => story.steps)
    .map((step) =>
      step.about.flatMap((node) =>
        node.__typename === "Event" || node.__typename === "Agreement"
          ? [`${node.__typename.toLowerCase()}:${node.slug}`]
          : [],
      ),
    );
  const ids = steps.flat();
  const often = ids.filter((id) => ids.filter((other) => other === id).length >= OFTEN);
  const firsts = steps.flatMap((own) => own.find((id) => id.startsWith("event:")) ?? []);
  return new Set([...often, ...[...new Set(firsts)].slice(0, MOST_FIRST)]);
}
