import { Link } from "../page/Link.tsx";

/** Publications by their publishers, each with the way to it. */
export function Publications({
  sources,
}: {
  sources: readonly { slug: string; publisher: string; title: string | null }[];
}) {
  return sources.map(({ slug, publisher, title }, place) => (
    <span key={slug}>
      {place > 0 && ", "}
      <Link to={`/sources/${slug}`} title={title ?? undefined}>
        {publisher}
      </Link>
    </span>
  ));
}
