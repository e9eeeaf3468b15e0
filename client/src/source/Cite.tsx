import type { SourceLineFragment } from "../app/operations.gen.ts";
import { isGeneral, type Numbered } from "./numbers.ts";
import "./source.css";

interface Props {
  sources: readonly SourceLineFragment[];
  numbers: Numbered;
  /** At most this many numbers; the first ones carry the fact. */
  most?: number;
}

/** The numbers behind a fact, leading to its sources. Where it rests on general knowledge alone, that is said in their place. */
export function Cite({ sources, numbers, most = 4 }: Props) {
  const published = sources.filter((source) => !isGeneral(source)).slice(0, most);
  if (published.length === 0) {
    return sources.length > 0 ? <span className="general"> (general knowledge)</span> : null;
  }
  return (
    <sup className="cites">
      {published.map((source) => (
        <a
          key={source.slug}
          className="cite"
          href={`#source-${numbers.of(source)}`}
          aria-label={`Source ${numbers.of(source)}: ${source.publisher}`}
        >
          {numbers.of(source)}
        </a>
      ))}
    </sup>
  );
}
