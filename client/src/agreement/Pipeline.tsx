import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { dayOf } from "../when/day.ts";
import { spanWords } from "../when/words.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { StatusSwatch } from "./StatusSwatch.tsx";
import { standingWords } from "./status.ts";

type Stage = AgreementWholeFragment["stages"][number];

/** The agreement's life in equal columns: each stage's pattern, word, date with its source, and how long it lasted. */
export function Pipeline({ stages, numbers }: { stages: readonly Stage[]; numbers: Numbered }) {
  return (
    <ol className="pipeline" style={{ "--stages": stages.length } as React.CSSProperties}>
      {stages.map((stage, index) => (
        <li key={`${stage.status}${stage.ratified}`}>
          <StatusSwatch of={stage} wide />
          <p className="pipeline-word">
            <StatusGlyph of={stage} size={14} /> {standingWords(stage)}
          </p>
          <p className="second">
            {stage.when.text}
            <Cite sources={stage.report.sources} numbers={numbers} most={2} />
          </p>
          <p className="t-small quiet">{lasted(stage, stages[index + 1])}</p>
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
