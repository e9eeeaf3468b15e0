import { Link } from "../page/Link.tsx";
import { addressOf, NEEDS, type Need, type Shown } from "./home.ts";

interface Props {
  shown: Shown;
  /** How much there is of each, where that is known. */
  counts?: Record<Need, number>;
}

/** The way to each need, and back to all of them. */
export function HomeNeeds({ shown, counts }: Props) {
  const { need } = shown;
  return (
    <nav className="desk-lists" aria-label="Needs">
      <Link
        to={addressOf(shown, { need: null })}
        exact
        aria-current={need === null ? "true" : undefined}
      >
        All
      </Link>
      {(Object.keys(NEEDS) as Need[]).map((each) => (
        <Link
          key={each}
          to={addressOf(shown, { need: each, of: NEEDS[each].of[0] })}
          exact
          aria-current={each === need ? "true" : undefined}
        >
          {NEEDS[each].name} {counts && <span className="quiet">{counts[each]}</span>}
        </Link>
      ))}
    </nav>
  );
}
