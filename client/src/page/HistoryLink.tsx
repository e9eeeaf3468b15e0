import { EditButton } from "./EditButton.tsx";
import { Link } from "./Link.tsx";

interface Props {
  /** What it is, as the address says it: `agreement`. */
  of: "agreement" | "event" | "leader" | "forum" | "country" | "source" | "story";
  slug: string;
  /** A country's own key, by which it is corrected. */
  code?: string;
  /** How many changes there are, where that is known. */
  count?: number;
}

/** The way to every change of a thing, not as of a day: it tells what was recorded. For editors, before it, the way to correct the thing. */
export function HistoryLink({ of, slug, code = slug, count = 0 }: Props) {
  return (
    <>
      <EditButton to={{ form: "correct", of, slug: code }}>Correct</EditButton>
      <Link className="button" to={`/history/${of}/${slug}`} exact>
        {count > 1 ? `All ${count} changes` : "History"}
      </Link>
    </>
  );
}
