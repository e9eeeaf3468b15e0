import { EventNeighboursDocument, type EventWholeFragment } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";

/** The links to the events before and after one, of those with the same countries or else the same forums. Nothing without a date. */
export function Neighbours({ event }: { event: EventWholeFragment }) {
  const { earliest, latest } = event.when;
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  return (
    <nav className="neighbours" aria-label="Around it in time">
      {first && last && <Links event={event} first={first} last={last} />}
    </nav>
  );
}

interface Between {
  event: EventWholeFragment;
  /** First and last day that its date allows. */
  first: string;
  last: string;
}

function Links({ event, first, last }: Between) {
  const known = useKnown();
  const countries = event.participants.flatMap(({ country }) => country?.code ?? []);
  const forums = event.participants.flatMap(({ forum }) => forum?.slug ?? []);
  const among = countries.length > 0 ? { countries: [...new Set(countries)] } : { forums };
  const { data } = useRead(EventNeighboursDocument, {
    // A list is ordered by one of the days that a date allows, so what comes earlier in it touches the days up to the last of them.
    before: { ...among, between: { to: last } },
    after: { ...among, between: { from: first } },
    asOf: known ?? null,
  });
  const following = (nodes: Named[] | undefined) => {
    const at = nodes?.findIndex((one) => one.slug === event.slug) ?? -1;
    return at === -1 ? undefined : nodes?.[at + 1];
  };
  return (
    data && (
      <>
        <To word="Previous" to={following(data.before.nodes)} />
        <To word="Next" to={following(data.after.nodes)} />
      </>
    )
  );
}

interface Named {
  slug: string;
  title: string;
}

function To({ word, to }: { word: "Previous" | "Next"; to: Named | undefined }) {
  if (!to) return <span className="icon-button" />;
  const name = `${word} event: ${to.title}`;
  return (
    <Link className="icon-button" to={`/events/${to.slug}`} aria-label={name} title={name}>
      <Icon name={word === "Next" ? "forward" : "back"} />
    </Link>
  );
}
