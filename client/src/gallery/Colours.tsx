import { Plate } from "./Plate.tsx";

const GROUNDS = ["paper", "sheet", "well", "line", "line2", "control", "ink3", "ink2", "ink"];
const HUES = ["focus", "danger", "warn", "stamp", "stamp-line"];
const WASHES = ["focus-wash", "danger-wash", "warn-wash", "stamp-wash"];
const STATUSES = [
  "proposed",
  "negotiating",
  "signed",
  "ratified",
  "inforce",
  "suspended",
  "terminated",
];

/** Every colour by the name of its token. */
export function Colours() {
  return (
    <Plate name="colours" title="Colour">
      <Row names={[...GROUNDS, ...HUES]} />
      <Row names={[...WASHES, ...STATUSES]} />
      <Row names={STATUSES.map((name) => `${name}-fill`)} />
    </Plate>
  );
}

function Row({ names }: { names: string[] }) {
  return (
    <ul className="colours">
      {names.map((name) => (
        <li key={name}>
          <i style={{ background: `var(--${name})` }} />
          <span className="t-iso second">{name}</span>
        </li>
      ))}
    </ul>
  );
}
