import type { Pages } from "./usePages.ts";

/** The way to the rest of a list, and how much of it there is. */
export function NextPage({ read }: { read: Pages<unknown> }) {
  if (!read.next || !read.data) return null;
  return (
    <p className="page-ways">
      <button type="button" className="button" onClick={read.next}>
        Show more
      </button>
      <span className="quiet">
        {read.data.nodes.length} of {read.data.totalCount} shown
      </span>
    </p>
  );
}
