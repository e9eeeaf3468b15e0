import { Fragment, type ReactNode } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { standingWords } from "../agreement/status.ts";
import type { EventWholeFragment, ParticipantRole } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { mainSources } from "./numbers.ts";
import { roleWord } from "./words.ts";

/** When, where, who, and what it led to, each with its source. */
export function EventFacts({ event, numbers }: { event: EventWholeFragment; numbers: Numbered }) {
  const sources = mainSources(event);
  const cite = <Cite sources={sources} numbers={numbers} most={2} />;
  return (
    <dl className="facts">
      <Fact name="When">
        <strong>{capital(event.when.text)}</strong>
        {cite}
      </Fact>
      {event.formerWhen && (
        <Fact name="Before">{event.formerWhen.text.replace(/, date not fixed$/, "")}</Fact>
      )}
      {event.rescheduledTo && (
        <Fact name="Became">
          <Link to={`/events/${event.rescheduledTo.slug}`}>{event.rescheduledTo.title}</Link>
        </Fact>
      )}
      {event.place && (
        <Fact name="Where">
          {event.place.name}
          {event.place.country &&
            event.place.country.name !== event.place.name &&
            `, ${event.place.country.name}`}
          {cite}
        </Fact>
      )}
      {byRole(event.participants).map(([role, people]) => (
        <Fact key={role} name={roleWord(role)}>
          {people.map((one, index) => (
            <Fragment key={one.key}>
              {index > 0 && <br />}
              {one.node}
            </Fragment>
          ))}
          {cite}
        </Fact>
      ))}
      {event.session && (
        <Fact name="Session">
          <Link to={`/forums/${event.session.forum.slug}#${event.session.slug}`}>
            {event.session.name}
          </Link>
        </Fact>
      )}
      {event.partOf && (
        <Fact name="Part of">
          <Link to={`/events/${event.partOf.slug}`}>{event.partOf.title}</Link>
        </Fact>
      )}
      {event.agreements.map(({ agreement, relation }) => (
        <Fact key={agreement.slug} name={RELATIONS[relation]}>
          <Link className="named-agreement" to={`/agreements/${agreement.slug}`}>
            <StatusGlyph of={agreement} /> {agreement.shortTitle},{" "}
            {standingWords(agreement).toLowerCase()}
          </Link>
        </Fact>
      ))}
    </dl>
  );
}

const RELATIONS = {
  DISCUSSED: "Discussed",
  PREPARED: "Prepared",
  SIGNED: "Led to",
  RATIFIED: "Ratified",
} as const;

/** One line of a list of facts. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Participants = EventWholeFragment["participants"];

/** Participants by role, in the order in which the API names them: guests and hosts first. */
function byRole(
  participants: Participants,
): [ParticipantRole, { key: string; node: ReactNode }[]][] {
  const roles = new Map<ParticipantRole, { key: string; node: ReactNode }[]>();
  participants.forEach((one, index) => {
    const list = roles.get(one.role) ?? [];
    list.push({
      key: `${one.leader?.slug ?? one.country?.code ?? one.forum?.slug ?? ""}${index}`,
      node: who(one),
    });
    roles.set(one.role, list);
  });
  return [...roles];
}

/** A person with the office held on that day, or a country or forum as such. */
function who({ leader, country, forum, office }: Participants[number]): ReactNode {
  if (leader) {
    return (
      <>
        <Link className="plain" to={`/leaders/${leader.slug}`}>
          {leader.name}
        </Link>
        {office ? `, ${office.title}` : country ? `, ${country.name}` : ""}
      </>
    );
  }
  if (country) {
    return (
      <Link className="plain" to={`/countries/${country.code}`}>
        {country.name}
      </Link>
    );
  }
  return (
    forum && (
      <Link className="plain" to={`/forums/${forum.slug}`}>
        {forum.name}
      </Link>
    )
  );
}
