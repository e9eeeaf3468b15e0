import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { Monogram } from "../country/Monogram.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { dayAndMonth } from "../when/words.ts";
import { StatusSwatch } from "./StatusSwatch.tsx";
import { type Track, tracksOf } from "./tracks.ts";

/** A track to scale for every party that must ratify, with the steps it took and who says so. */
export function Ratification({
  agreement,
  numbers,
}: {
  agreement: AgreementWholeFragment;
  numbers: Numbered;
}) {
  const found = tracksOf(agreement);
  if (found === null) return null;
  return (
    <section className="page-section" aria-labelledby="by-party">
      <h2 id="by-party" className="t-ui strong">
        Ratification by party
      </h2>
      <div className="tracks">
        <div className="tracks-axis t-small quiet" aria-hidden="true">
          {found.ticks.map((tick) => (
            <span key={tick.at} style={{ insetInlineStart: percent(tick.at) }}>
              {tick.label}
            </span>
          ))}
        </div>
        {found.tracks.map((track) => (
          <OneTrack key={track.key} track={track} numbers={numbers} />
        ))}
      </div>
    </section>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function OneTrack({ track, numbers }: { track: Track; numbers: Numbered }) {
  const stretches = [
    { status: "SIGNED", from: track.from, to: track.ratifiedAt ?? track.inForceAt ?? 1 },
    ...(track.ratifiedAt === null
      ? []
      : [{ status: "RATIFIED", from: track.ratifiedAt, to: track.inForceAt ?? 1 } as const]),
    ...(track.inForceAt === null
      ? []
      : [{ status: "IN_FORCE", from: track.inForceAt, to: 1 } as const]),
  ] as const;
  return (
    <div className="track">
      <h3 className="t-ui strong track-name">
        {track.isCountry && <Monogram code={track.key} />} {track.name}
      </h3>
      <div className="track-line">
        {stretches.map(({ status, from, to }) => (
          <span
            key={status}
            className="track-stretch"
            style={{ insetInlineStart: percent(from), width: percent(Math.max(0, to - from)) }}
          >
            <StatusSwatch of={{ status, ratified: 0, mustRatify: 0 }} wide />
          </span>
        ))}
        {track.steps.map((step) => (
          <span
            key={step.report.id}
            className="track-dot"
            style={{ insetInlineStart: percent(step.at) }}
          />
        ))}
      </div>
      <ol
        className="track-steps"
        style={
          {
            "--rows": 1 + Math.max(0, ...track.steps.map((step) => step.row)),
          } as React.CSSProperties
        }
      >
        {track.steps.map((step) => (
          <li
            key={step.report.id}
            data-side={step.side}
            style={{ "--at": percent(step.at), "--row": step.row } as React.CSSProperties}
          >
            <span className={step.ratifies ? "strong" : undefined}>{step.label}</span>{" "}
            <span className="quiet">
              {step.report.when.precision === "DAY" && step.report.when.earliest
                ? dayAndMonth(step.report.when.earliest)
                : step.report.when.text}
            </span>
            <Cite sources={step.report.sources} numbers={numbers} most={2} />
          </li>
        ))}
      </ol>
    </div>
  );
}
