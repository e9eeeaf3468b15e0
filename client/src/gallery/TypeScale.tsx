import { Plate } from "./Plate.tsx";

const SERIF = [
  ["t-display", "Display 56"],
  ["t-title", "Title 38"],
  ["t-detail", "Detail 27"],
  ["t-view", "View 23"],
  ["t-section", "Section 20"],
  ["t-story", "Story 18"],
] as const;

const SANS = [
  ["t-lead", "Body 14.5"],
  ["t-ui", "Interface 13.5"],
  ["t-lane", "Lane name 13.5"],
  ["t-small", "Small 12.5"],
  ["t-label strong", "Label 12 strong"],
  ["t-label", "Label 12"],
  ["t-bar", "Bar 11.5"],
  ["t-axis", "Axis 12"],
  ["t-iso", "ISO"],
] as const;

/** The roles of type, and the scripts that names are written in. */
export function TypeScale() {
  return (
    <Plate name="type" title="Type">
      <p className="type-row">
        {SERIF.map(([role, words]) => (
          <span key={role} className={role}>
            {words}
          </span>
        ))}
      </p>
      <p className="type-row">
        {SANS.map(([role, words]) => (
          <span key={role} className={role}>
            {words}
          </span>
        ))}
      </p>
      <p className="type-row t-ui">
        <span>Türkiye, Erdoğan</span>
        <span lang="ru">Пезешкиан, Путин</span>
        <span lang="el">Συνθήκη</span>
        <bdi lang="fa">پزشکیان</bdi>
        <span>17 Jan 2025, 1234567890</span>
      </p>
      <p className="type-row t-detail">
        <span lang="ru">Договор о партнёрстве</span>
        <bdi lang="fa">مسعود پزشکیان</bdi>
      </p>
    </Plate>
  );
}
