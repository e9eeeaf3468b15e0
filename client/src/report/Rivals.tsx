import type { RivalFragment } from "../app/operations.gen.ts";
import { EditButton } from "../page/EditButton.tsx";
import { Icon } from "../page/Icon.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { repeats } from "./repeats.ts";
import "./rivals.css";

interface Props {
  rivals: readonly RivalFragment[];
  numbers: Numbered;
  /** The claimed status in words. */
  word: (status: string) => string;
  of: "agreement" | "event";
  /** Of what they are about. */
  slug: string;
}

/** Claims that do not agree, side by side. Disagreement is content: both stay. */
export function Rivals({ rivals, numbers, word, ...about }: Props) {
  if (rivals.length === 0) return null;
  return (
    <section className="rivals" aria-labelledby="rivals-heading">
      <h2 id="rivals-heading" className="t-ui strong">
        <Icon name="warning" size={14} /> Sources disagree
      </h2>
      <ul>
        {rivals.map((rival) => (
          <li key={rival.report.id}>
            <p>
              <strong>
                {word(rival.status)} {rival.when.text}
              </strong>
              , says {rival.claimant}.
              <Cite sources={rival.report.sources} numbers={numbers} />{" "}
              {rival.shown ? (
                <span className="quiet">The date shown above.</span>
              ) : (
                <EditButton to={{ ...about, report: rival.report, rival: true }} />
              )}
            </p>
            {rival.report.note && !repeats(rival.report.note, lineOf(rival, word)) && (
              <p className="second">{rival.report.note}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineOf({ status, when, claimant }: RivalFragment, word: Props["word"]): string {
  return `${word(status)} ${when.text}, says ${claimant}`;
}
