import { StoryDocument, type StoryQuery } from "../app/operations.gen.ts";
import { HistoryLink } from "../page/HistoryLink.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { Cite } from "../source/Cite.tsx";
import { type Numbered, numberSources } from "../source/numbers.ts";
import { SourceList } from "../source/SourceList.tsx";
import { longDay, plural } from "../when/words.ts";
import { Facts } from "./Facts.tsx";
import { NodeLinks } from "./NodeLinks.tsx";
import "./story.css";

type Story = NonNullable<StoryQuery["story"]>;

/** A story in steps: each is a permalink, shows its own view, and names its sources; then what its publication states, fact by fact. */
export default function StoryPage({ slug }: { slug: string }) {
  const known = useKnown();
  const read = useRead(StoryDocument, { slug, asOf: known ?? null });
  useTitle(read.data?.story?.title);
  return (
    <Reading read={read} what="The story">
      {({ story }) => (story ? <Whole story={story} /> : <Missing what="story" />)}
    </Reading>
  );
}

function Whole({ story }: { story: Story }) {
  const numbers = numberSources(
    story.source ? [story.source] : [],
    ...story.steps.map((step) => step.sources),
    ...story.facts.nodes.map((fact) => fact.sources),
  );
  return (
    <article className="sheet-page">
      <p className="t-ui quiet">
        <Link className="plain" to="/stories">
          Stories
        </Link>
        , {plural(story.steps.length, "step")}, {plural(story.sourceCount, "source")}
      </p>
      <h1 className="t-title">{story.title}</h1>
      <p className="t-story second story-summary">
        {story.summary}
        {story.source && <Cite sources={[story.source]} numbers={numbers} />}
      </p>
      <p className="page-ways">
        <Link className="button primary" to={story.view}>
          Open its timeline
        </Link>
        <HistoryLink of="story" slug={story.slug} />
      </p>
      <ol className="steps">
        {story.steps.map((step) => (
          <Step key={step.position} step={step} numbers={numbers} />
        ))}
      </ol>
      {story.facts.nodes.length > 0 && (
        <Facts facts={story.facts} numbers={numbers} source={story.source} />
      )}
      <div className="page-section">
        <SourceList numbers={numbers} />
      </div>
    </article>
  );
}

function Step({ step, numbers }: { step: Story["steps"][number]; numbers: Numbered }) {
  const id = `step-${step.position}`;
  return (
    <li id={id} className="step" tabIndex={-1}>
      <div className="step-when">
        {step.knownOn && (
          <time className="step-known" dateTime={step.knownOn}>
            As known on {longDay(step.knownOn)}
          </time>
        )}
        <a className="plain quiet" href={`#${id}`} aria-label={`Link to step ${step.position}`}>
          Step {step.position}
        </a>
      </div>
      <div className="step-words">
        <h2 className="t-section">{step.title}</h2>
        <p className="t-story">
          {step.text}
          <Cite sources={step.sources} numbers={numbers} most={6} />
        </p>
        <NodeLinks nodes={step.about} />
        <Link className="button" to={step.view} exact>
          Show this day on the timeline
        </Link>
      </div>
    </li>
  );
}
