import type { DeskEventFacetsFragment, DeskForumsFragment } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { addressOf, type Shown } from "./home.ts";

/** Countries and forums that can be chosen at once: those with most to do. */
const MOST = { country: 8, forum: 5 };

interface Props {
  shown: Shown;
  /** What they are counted by; undefined where it was not asked. */
  facets: readonly (DeskEventFacetsFragment | undefined)[];
  forums: DeskForumsFragment;
  /** The names of those chosen. */
  names: Record<"country" | "forum", string>;
}

/** What the needs are narrowed by: each country and forum that something waits of is an address of its own. */
export function HomeOnly({ shown, facets, forums, names }: Props) {
  const shortNames = new Map(forums.nodes.map(({ slug, shortName }) => [slug, shortName]));
  const choices = [
    {
      key: "country" as const,
      values: drawn(facets.flatMap((each) => each?.countries ?? [])),
      name: countryName,
    },
    {
      key: "forum" as const,
      values: drawn(facets.flatMap((each) => each?.forums ?? [])),
      name: (slug: string) => shortNames.get(slug) ?? slug,
    },
  ];
  if (choices.every(({ key, values }) => values.length === 0 && shown[key] === null)) return null;
  return (
    <nav className="desk-only" aria-label="Only of">
      <span className="quiet" aria-hidden="true">
        Only of
      </span>
      {choices.map(({ key, values, name }) => {
        const chosen = shown[key];
        const others = values.filter((value) => value !== chosen).slice(0, MOST[key]);
        return (
          <ul key={key}>
            {chosen !== null && (
              <li>
                <Not to={addressOf(shown, { [key]: null })} name={names[key]} />
              </li>
            )}
            {others.map((value) => (
              <li key={value}>
                <Link
                  to={addressOf(shown, { [key]: value })}
                  exact
                  aria-label={`Only ${name(value)}`}
                >
                  {name(value)}
                </Link>
              </li>
            ))}
          </ul>
        );
      })}
    </nav>
  );
}

/** What is chosen, with the way out of it. */
export function Not({ to, name }: { to: string; name: string }) {
  return (
    <Link className="button" to={to} exact aria-label={`Not only ${name}`}>
      {name} <Icon name="close" size={14} />
    </Link>
  );
}

/** The values, the one with most first. */
function drawn(facets: DeskEventFacetsFragment["countries"]): string[] {
  const counts = new Map<string, number>();
  for (const { value, count } of facets) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

function countryName(code: string): string {
  return REGIONS.of(code) ?? code;
}
