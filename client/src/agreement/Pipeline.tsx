import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { dayOf } from "../when/day.ts";
import { edtfWords, spanWords } from "../when/words.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { StatusSwatch } from "./StatusSwatch.tsx";
import { standingWords } from "./status.ts";

type Stage = AgreementWholeFragment["stages"][number];

/** The agreement's life in equal columns: each stage's pattern, word, date with its source, and how long it lasted. */
export function Pipeline({
  stages,
  numbers,
  duration,
}: {
  stages: readonly Stage[];
  numbers: Numbered;
  /** How long the text runs, in words such as `20 years, renewed by 5`. */
  duration: string | null;
}) {
  return (
    <ol className="pipeline" style={{ "--stages": stages.length } as React.CSSProperties}>
      {stages.map((stage, index) => (
        <li key={`${stage.status}${stage.ratified}`}>
          <StatusSwatch of={stage} wide />
          <p className="pipeline-word">
            <StatusGlyph of={stage} size={14} /> {standingWords(stage)}
          </p>
          <p className="second">
            {stage.when.edtf === null ? stage.when.text : edtfWords(stage.when.edtf, "short")}
            <Cite sources={stage.report.sources} numbers={numbers} most={2} />
          </p>
          <p className="t-small quiet">
            {lasted(stage, stages[index + 1]) || atLeast(stage, duration)}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** How long a stage lasted, where both its days are known. */
function lasted(stage: Stage, next: Stage | undefined): string {
  if (!next?.when.earliest || !stage.when.earliest) return "";
  return spanWords(dayOf(stage.when.earliest), dayOf(next.when.earliest));
}

/** `to at least 2045`: where the first term of a text in force ends; nothing where no term is held. */
function atLeast(stage: Stage, duration: string | null): string {
  const years = /^(\d+) years?\b/.exec(duration ?? "")?.[1];
  if (stage.status !== "IN_FORCE" || !stage.when.earliest || !years) return "";
  return `to at least ${Number(stage.when.earliest.slice(0, 4)) + Number(years)}`;
}
