import type { EventKind, EventLevel, EventStatus, ParticipantRole } from "../app/operations.gen.ts";
import { EVENT_KINDS, kindWord, levelWord, roleWord } from "../event/words.ts";
import { Icon } from "../page/Icon.tsx";
import { Field } from "./Field.tsx";
import { likelyRole, type NewValues, type Relation, type Taking } from "./newEvent.ts";
import type { Problem } from "./outcome.ts";
import { Picker } from "./Picker.tsx";

interface Props {
  values: NewValues;
  change: (patch: Partial<NewValues>) => void;
  problems: readonly Problem[];
}

const ROLES: readonly ParticipantRole[] = [
  ["GUEST", "HOST", "PARTICIPANT", "SPEAKER", "SIGNATORY", "CHAIR", "MEDIATOR", "SENDER"],
  ["RECIPIENT", "SUBJECT", "CANDIDATE", "WINNER", "FOR", "AGAINST", "VICTIM"],
].flat() as ParticipantRole[];

const RELATIONS: [Relation, string][] = [
  ["DISCUSSED", "Discussed"],
  ["PREPARED", "Prepared"],
  ["SIGNED", "Signed"],
  ["RATIFIED", "Ratified"],
];

/** A choice of one among a few, with its label. */
export function Choice<Value extends string>({
  name,
  label,
  value,
  options,
  onChange,
  problems,
}: {
  name: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
  problems: readonly Problem[];
}) {
  return (
    <Field name={name} label={label} problems={problems}>
      {(attributes) => (
        <select
          {...attributes}
          className="field"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What sort of event it is, and on what level. */
export function KindFields({ values, change, problems }: Props) {
  return (
    <div className="desk-pair">
      <Choice<EventKind>
        name="kind"
        label="Kind"
        value={values.kind}
        options={EVENT_KINDS.map((kind) => [kind, kindWord(kind)])}
        onChange={(kind) => change({ kind })}
        problems={problems}
      />
      <Choice<EventLevel>
        name="level"
        label="Level"
        value={values.level}
        options={(["LEADERS", "MINISTERS", "OFFICIALS"] as const).map((level) => [
          level,
          levelWord(level),
        ])}
        onChange={(level) => change({ level })}
        problems={problems}
      />
    </div>
  );
}

/** Where it stands: as its date says, unless that is changed. */
export function StandingField({
  value,
  onChange,
  problems,
}: {
  value: EventStatus;
  onChange: (status: EventStatus) => void;
  problems: readonly Problem[];
}) {
  return (
    <Choice<EventStatus>
      name="status"
      label="Stands as"
      value={value}
      options={[
        ["HELD", "Held"],
        ["SCHEDULED", "Planned, date fixed"],
        ["EXPECTED", "Hoped for, date not fixed"],
        ["POSTPONED", "Postponed"],
        ["CANCELLED", "Cancelled"],
      ]}
      onChange={onChange}
      problems={problems}
    />
  );
}

/** Who takes part, each in a role. */
export function ParticipantFields({ values, change, problems }: Props) {
  const { participants, kind } = values;
  const set = (at: number, next: Taking | null) =>
    change({
      participants: participants.flatMap((one, index) => (index === at ? (next ?? []) : one)),
    });
  return (
    <>
      <Picker
        name="participants"
        label="Who takes part"
        placeholder="A leader, a country or a forum"
        kinds={["LEADER", "COUNTRY", "FORUM"]}
        problems={problems}
        onPick={(found) =>
          change({
            participants: [
              ...participants,
              { ...found, role: likelyRole(kind, found, participants) },
            ],
          })
        }
      />
      {participants.length > 0 && (
        <ul className="desk-rows" aria-label="Who takes part">
          {participants.map((one, at) => (
            <li key={`${one.of}${one.key}${one.role}`}>
              <span>
                {one.name} <span className="quiet">{one.aside}</span>
              </span>
              <select
                className="field"
                aria-label={`Role of ${one.name}`}
                value={one.role}
                onChange={(event) =>
                  set(at, { ...one, role: event.target.value as ParticipantRole })
                }
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {role === "PARTICIPANT" ? "Takes part" : roleWord(role)}
                  </option>
                ))}
              </select>
              <Remove name={one.name} onClick={() => set(at, null)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where it is: a place that the record has. */
export function PlaceField({ values, change, problems }: Props) {
  const { place } = values;
  if (place)
    return (
      <fieldset className="desk-field">
        <legend className="desk-label">Place</legend>
        <div className="desk-chosen">
          <p>
            {place.name} <span className="quiet">{place.aside}</span>
          </p>
          <Remove name={place.name} onClick={() => change({ place: null })} />
        </div>
      </fieldset>
    );
  return (
    <Picker
      name="place"
      label="Place"
      aside="of those that the record has"
      placeholder="Moscow"
      kinds={["PLACE"]}
      lacking="place"
      problems={problems}
      onPick={(found) => change({ place: found })}
    />
  );
}

/** The agreements that it bears on, and how. */
export function AgreementFields({ values, change, problems }: Props) {
  const { agreements } = values;
  return (
    <>
      <Picker
        name="agreements"
        label="Agreements"
        aside="that it bears on"
        placeholder="A treaty, a memorandum"
        kinds={["AGREEMENT"]}
        problems={problems}
        onPick={(found) =>
          agreements.some(({ key }) => key === found.key) ||
          change({ agreements: [...agreements, { ...found, relation: "DISCUSSED" }] })
        }
      />
      {agreements.length > 0 && (
        <ul className="desk-rows" aria-label="Agreements">
          {agreements.map((one, at) => (
            <li key={one.key}>
              <span>{one.name}</span>
              <select
                className="field"
                aria-label={`How it bears on ${one.name}`}
                value={one.relation}
                onChange={(event) =>
                  change({
                    agreements: agreements.with(at, {
                      ...one,
                      relation: event.target.value as Relation,
                    }),
                  })
                }
              >
                {RELATIONS.map(([relation, words]) => (
                  <option key={relation} value={relation}>
                    {words}
                  </option>
                ))}
              </select>
              <Remove
                name={one.name}
                onClick={() => change({ agreements: agreements.filter((other) => other !== one) })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Takes one of a list, or what was chosen, away. */
export function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Take away ${name}`}
      onClick={onClick}
    >
      <Icon name="close" />
    </button>
  );
}
