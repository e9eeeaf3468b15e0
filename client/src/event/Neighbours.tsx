import { EventNeighboursDocument, type EventWholeFragment } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { useKnown } from "../page/route.ts";
import { useRead } from "../page/useRead.ts";
import { dayOf, isoOf } from "../when/day.ts";

/** How far around an event its neighbours are looked for, in days. */
const AROUND = 400;

/** The links to the events before and after one, of those with the same countries or else the same forums. Nothing without a date. */
export function Neighbours({ event }: { event: EventWholeFragment }) {
  const day = event.when.earliest ?? event.when.latest;
  return (
    <nav className="neighbours" aria-label="Around it in time">
      {day && <Links event={event} day={dayOf(day)} />}
    </nav>
  );
}

function Links({ event, day }: { event: EventWholeFragment; day: number }) {
  const known = useKnown();
  const countries = event.participants.flatMap(({ country }) => country?.code ?? []);
  const forums = event.participants.flatMap(({ forum }) => forum?.slug ?? []);
  const { data } = useRead(EventNeighboursDocument, {
    filter: {
      ...(countries.length > 0 ? { countries: [...new Set(countries)] } : { forums }),
      between: { from: isoOf(day - AROUND), to: isoOf(day + AROUND) },
    },
    asOf: known ?? null,
  });
  const nodes = data?.events.nodes ?? [];
  const at = nodes.findIndex((one) => one.slug === event.slug);
  return (
    at !== -1 && (
      <>
        <To word="Previous" to={nodes[at - 1]} />
        <To word="Next" to={nodes[at + 1]} />
      </>
    )
  );
}

function To({
  word,
  to,
}: {
  word: "Previous" | "Next";
  to: { slug: string; title: string } | undefined;
}) {
  if (!to) return <span className="icon-button" />;
  const name = `${word} event: ${to.title}`;
  return (
    <Link className="icon-button" to={`/events/${to.slug}`} aria-label={name} title={name}>
      <Icon name={word === "Next" ? "forward" : "back"} />
    </Link>
  );
}
