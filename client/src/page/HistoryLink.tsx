import { Link } from "./Link.tsx";

interface Props {
  /** What it is, as the address says it: `agreement`. */
  of: "agreement" | "event" | "leader" | "forum" | "country" | "source" | "story";
  slug: string;
  /** How many changes there are, where that is known. */
  count?: number;
}

/** The way to every change of a thing. Not as of a day: it tells what was recorded. */
export function HistoryLink({ of, slug, count = 0 }: Props) {
  return (
    <Link className="button" to={`/history/${of}/${slug}`} exact>
      {count > 1 ? `All ${count} changes` : "History"}
    </Link>
  );
}
