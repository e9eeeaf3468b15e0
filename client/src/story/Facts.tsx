import type { SourceLineFragment, StoryQuery } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { Cite } from "../source/Cite.tsx";
import type { Numbered } from "../source/numbers.ts";
import { plural } from "../when/words.ts";
import { NodeLinks } from "./NodeLinks.tsx";

type Connection = NonNullable<StoryQuery["story"]>["facts"];
type Fact = Connection["nodes"][number];

interface Props {
  facts: Connection;
  numbers: Numbered;
  source: SourceLineFragment | null;
}

/** What a publication states, fact by fact: how it is stated, by whom, what is open, and what each fact is about. */
export function Facts({ facts, numbers, source }: Props) {
  return (
    <section className="page-section" aria-labelledby="facts">
      <h2 id="facts" className="t-section">
        {plural(facts.totalCount, "fact")}{" "}
        {source ? `in the article of ${source.publisher}` : "behind it"}
      </h2>
      <ol className="article-facts">
        {facts.nodes.map((fact, index) => (
          <li key={fact.slug} id={fact.slug}>
            <a
              className="plain quiet"
              href={`#${fact.slug}`}
              aria-label={`Link to fact ${index + 1}`}
            >
              {index + 1}
            </a>
            <div>
              <p>
                {fact.statement}
                {fact.quote && (
                  <>
                    {" "}
                    <q>{fact.quote}</q>
                  </>
                )}
                <Cite sources={fact.sources} numbers={numbers} />
              </p>
              <p className="quiet">
                {CERTAINTY[fact.certainty]}
                {fact.speaker ? (
                  <>
                    {" "}
                    by <Link to={`/leaders/${fact.speaker.slug}`}>{fact.speaker.name}</Link>
                  </>
                ) : (
                  byWhom(fact)
                )}
                {sentencesWords(fact.sentences)}.{fact.uncertainty && ` Open: ${fact.uncertainty}`}
              </p>
              <NodeLinks nodes={fact.refs} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const CERTAINTY = {
  STATED: "Stated",
  ATTRIBUTED: "Said",
  IMPLIED: "Implied",
  INFERRED: "Worked out",
} as const;

function byWhom(fact: Fact): string {
  if (fact.certainty === "INFERRED") return " by us";
  return fact.attributedTo ? ` by ${fact.attributedTo}` : "";
}

function sentencesWords(sentences: readonly number[]): string {
  const numbered = sentences.filter((one) => one > 0);
  if (numbered.length === 0) return "";
  return `, ${numbered.length === 1 ? "sentence" : "sentences"} ${numbered.join(", ")}`;
}
