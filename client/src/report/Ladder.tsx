import { Fragment } from "react";
import type { EventKind, ReportLineFragment } from "../app/operations.gen.ts";
import { EditButton } from "../page/EditButton.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { dayAndMonth, plural, shortDay } from "../when/words.ts";
import { ladderOf, type Rung, type RungShape } from "./ladder.ts";
import "./ladder.css";

interface Props {
  reports: readonly ReportLineFragment[];
  numbers: Numbered;
  kind: EventKind;
  /** The event's slug, where who said each thing is shown as well, and what editors can do about it; without it one line of words a rung. */
  slug?: string | undefined;
}

/** "What we knew, and when": the date narrowing from a lead to a mark, each step with who said so. */
export function Ladder({ reports, numbers, kind, slug }: Props) {
  const { ticks, rungs } = ladderOf(reports);
  if (rungs.length === 0) return null;
  const years = new Set(rungs.map((rung) => rung.knownOn.slice(0, 4))).size;
  return (
    <section className="ladder" aria-labelledby="ladder-heading">
      <div className="ladder-head">
        <h2 id="ladder-heading" className="t-ui strong">
          What we knew, and when
        </h2>
        <span className="quiet">{plural(rungs.length, "change")}</span>
      </div>
      <div className="ladder-ticks t-small quiet" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick.at} style={{ insetInlineStart: percent(tick.at) }}>
            {tick.label}
          </span>
        ))}
      </div>
      <ol>
        {rungs.map((rung) => (
          <OneRung
            key={rung.key}
            rung={rung}
            numbers={numbers}
            kind={kind}
            withYear={years > 2}
            slug={slug}
          />
        ))}
      </ol>
    </section>
  );
}

function OneRung({
  rung,
  numbers,
  kind,
  withYear,
  slug,
}: {
  rung: Rung;
  numbers: Numbered;
  kind: EventKind;
  withYear: boolean;
  slug: string | undefined;
}) {
  return (
    <li className="rung">
      <time className="rung-day" dateTime={rung.knownOn}>
        {withYear ? shortDay(rung.knownOn) : dayAndMonth(rung.knownOn)}
      </time>
      <Line rung={rung} kind={kind} />
      <div className="rung-words">
        {slug === undefined ? (
          <BriefWords rung={rung} numbers={numbers} />
        ) : (
          <FullWords rung={rung} numbers={numbers} slug={slug} />
        )}
      </div>
    </li>
  );
}

/** `Planned for 17 January 2025. Ambassador names the day.⁴ Confirmed 13 Jan.⁵` */
function BriefWords({ rung, numbers }: { rung: Rung; numbers: Numbered }) {
  const [first, ...later] = rung.claims;
  const again = rung.shape.form === "lead" || rung.shape.form === "window" ? "Again" : "Confirmed";
  return (
    <p>
      {rung.words}.{first?.note && ` ${first.note}`}
      {first && <Cite sources={first.sources} numbers={numbers} most={2} />}
      {later.map((claim, index) => (
        <Fragment key={claim.id}>
          {claim.knownOn === first?.knownOn
            ? ""
            : `${index === 0 ? ` ${again} ` : ", "}${dayAndMonth(claim.knownOn)}${index === later.length - 1 ? "." : ""}`}
          <Cite sources={claim.sources} numbers={numbers} most={1} />
        </Fragment>
      ))}
    </p>
  );
}

/** What became known, and every claim behind it: with who said so, unless the source's own name says that, and the way to take it back. */
function FullWords({ rung, numbers, slug }: { rung: Rung; numbers: Numbered; slug: string }) {
  return rung.claims.map((report, place) => {
    const { id, note, knownOn, sources, claimant } = report;
    const day = dayAndMonth(knownOn);
    return (
      <p key={id}>
        {place > 0
          ? note
            ? `${day}: ${note}`
            : `Confirmed ${day}.`
          : `${rung.words}. ${note ?? ""}`}
        <Cite sources={sources} numbers={numbers} />
        {sources.every(({ publisher }) => publisher !== claimant) && (
          <span className="quiet rung-claimant"> {claimant}</span>
        )}{" "}
        <EditButton to={{ of: "event", slug, report }} />
      </p>
    );
  });
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The rung to scale: the day it became known in violet, the date as it was then known in ink. */
function Line({ rung, kind }: { rung: Rung; kind: EventKind }) {
  return (
    <svg className="rung-line" width="100%" height="20" aria-hidden="true">
      <line className="rung-base" x1="0" x2="100%" y1="10" y2="10" />
      <Shape shape={rung.shape} kind={kind} near={rung.shape.from - rung.knownAt < 0.012} />
      <line
        className="rung-known"
        x1={percent(rung.knownAt)}
        x2={percent(rung.knownAt)}
        y1="3"
        y2="17"
      />
    </svg>
  );
}

/** `near` moves a mark off the violet line that it would stand on. */
function Shape({ shape, kind, near }: { shape: RungShape; kind: EventKind; near: boolean }) {
  const from = percent(shape.from);
  const shift = near ? "translate(8 0)" : undefined;
  if (shape.form === "lead") {
    return (
      <svg
        className="rung-plan"
        x={from}
        width={percent(1 - shape.from)}
        height="20"
        aria-hidden="true"
      >
        <line x1="21" x2="100%" y1="10" y2="10" />
        {kind === "VISIT" ? (
          <rect x="6" y="5.8" width="13" height="8.4" rx="4.2" />
        ) : (
          <circle cx="12" cy="10" r="4.6" />
        )}
      </svg>
    );
  }
  if (shape.form === "window") {
    return (
      <g className="rung-plan">
        <line x1={from} x2={percent(shape.to)} y1="10" y2="10" />
        {!shape.openStart && <line className="end" x1={from} x2={from} y1="4" y2="16" />}
        <line className="end" x1={percent(shape.to)} x2={percent(shape.to)} y1="4" y2="16" />
      </g>
    );
  }
  const long = shape.to - shape.from > 0.02;
  return (
    <g className="rung-mark" data-form={shape.form} transform={shift}>
      {long && <line x1={from} x2={percent(shape.to)} y1="10" y2="10" />}
      <circle cx={from} cy="10" r="5" />
      {long && <circle cx={percent(shape.to)} cy="10" r="5" />}
      {shape.form !== "hollow" && shape.form !== "filled" && (
        <Strokes x={from} crossed={shape.form === "crossed"} />
      )}
    </g>
  );
}

function Strokes({ x, crossed }: { x: string; crossed: boolean }) {
  return (
    <svg x={x} y="10" overflow="visible" aria-hidden="true">
      <path d={crossed ? "M-5-5 5 5M5-5-5 5" : "M5-5-5 5"} />
    </svg>
  );
}
