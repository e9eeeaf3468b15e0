import { useCallback, useMemo } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { EventMark } from "../event/EventMark.tsx";
import { AsKnown } from "../page/AsKnown.tsx";
import { ask } from "../page/ask.ts";
import { Fresh } from "../page/Fresh.tsx";
import { Link } from "../page/Link.tsx";
import { Offline } from "../page/Offline.tsx";
import { useKnown } from "../page/route.ts";
import { Trouble } from "../page/Trouble.tsx";
import { useTitle } from "../page/title.ts";
import { useAsk } from "../page/useAsk.ts";
import { dayOf, isoOf } from "../when/day.ts";
import { edtfWords, plural, shortDay } from "../when/words.ts";
import { FOUNDING } from "./founding.ts";
import landing from "./landing.graphql?raw";
import { type Latest, latestOf } from "./latest.ts";
import type {
  LandingQuery,
  LandingQueryVariables,
  StripsQuery,
  StripsQueryVariables,
} from "./operations.gen.ts";
import { Strips } from "./Strips.tsx";
import stripsQuery from "./strips.graphql?raw";
import "../agreement/patterns.css";
import "../page/states.css";
import "./landing.css";

const STRIPS = {
  lanes: { countries: ["RU", "IR"], agreements: [FOUNDING.treaty] },
  filter: {
    agreements: [FOUNDING.treaty],
    levels: ["LEADERS"],
    kinds: ["VISIT", "MEETING", "STATEMENT"],
  },
  window: { from: isoOf(FOUNDING.from), to: isoOf(FOUNDING.to) },
} satisfies StripsQueryVariables;

type LandingStory = LandingQuery["storiesConnection"]["nodes"][number];

/** The front page: the featured story with its two strips, what changed last, what is planned without a date, more stories. */
export default function Landing() {
  const known = useKnown();
  useTitle("Entente");
  const variables = useMemo<LandingQueryVariables>(() => ({ asOf: known ?? null }), [known]);
  const { data, failure, at, again, take } = useAsk<LandingQuery, LandingQueryVariables>(
    landing,
    variables,
  );
  const strips = useAsk<StripsQuery, StripsQueryVariables>(stripsQuery, STRIPS);
  const look = useCallback(
    (revision: number) =>
      Promise.all([
        ask<LandingQuery, LandingQueryVariables>(landing, variables),
        ask<StripsQuery, StripsQueryVariables>(stripsQuery, STRIPS),
      ]).then((both) => {
        // A cache on the way may not have heard of it yet: asked again later.
        if (reachedBy(both) < revision) throw new Error("The answer is older than the change.");
        return both;
      }),
    [variables],
  );
  const shown: Both | undefined = data && strips.data && [data, strips.data];
  const show = useCallback(
    ([front, two]: Both) => {
      take(front);
      strips.take(two);
    },
    [take, strips.take],
  );
  const stories = data?.storiesConnection.nodes;
  const story = stories?.find((one) => one.featured) ?? stories?.[0];
  const first = story?.steps.find((step) => step.knownOn !== null)?.knownOn;
  const then = story?.view.match(/known=(\d{4}-\d\d-\d\d)/)?.[1] ?? first;
  return (
    <div className="landing">
      <AsKnown />
      <Offline savedAt={at} />
      {failure && <Trouble what="The front page" failure={failure} again={again} />}
      <section className="featured" aria-busy={!data && !failure}>
        <div className="featured-words">
          {story && <Featured story={story} changed={strips.data && lastChange(strips.data)} />}
        </div>
        {strips.failure ? (
          <Trouble what="The two strips" failure={strips.failure} again={strips.again} />
        ) : (
          <Strips
            columns={(data && strips.data?.timeline) ?? null}
            known={then ? dayOf(then) : FOUNDING.known}
          />
        )}
      </section>
      <div className="lists">
        {data && (
          <>
            <LatestChanges lines={latestOf(data, 4)} />
            <Planned events={data.upcoming.nodes} />
            <More stories={data.storiesConnection.nodes.filter((one) => one !== story)} />
          </>
        )}
      </div>
      <Fresh
        shown={shown}
        look={look}
        after={shown && reachedBy(shown)}
        loading={strips.loading}
        take={show}
      />
    </div>
  );
}

/** The two answers that the page is made of. */
type Both = [LandingQuery, StripsQuery];

/** The revision that both are as new as. */
function reachedBy(both: Both): number {
  return Math.min(...both.map(({ dataset }) => dataset.revision));
}

/** The last day on which something new became known of the visit or the treaty; undefined when nothing is known of either. */
function lastChange({ timeline: { bars, marks } }: StripsQuery): number | undefined {
  const days = bars.map((bar) => bar.knownFrom);
  marks.slug.forEach((slug, index) => {
    if (slug === FOUNDING.visit) days.push(marks.knownFrom[index] ?? 0);
  });
  return days.length > 0 ? Math.max(...days) : undefined;
}

function Featured({ story, changed }: { story: LandingStory; changed: number | undefined }) {
  const quote = story.quote && story.quote.charAt(0).toUpperCase() + story.quote.slice(1);
  return (
    <>
      <h1 className="t-display">{quote ? `“${quote}”` : story.title}</h1>
      {story.quoteBy && (
        <p className="t-ui quiet featured-by">
          {story.quoteBy}
          {story.source && (
            <sup>
              <Link
                className="cite"
                to={`/sources/${story.source.slug}`}
                aria-label={`Source: ${story.source.publisher}`}
              >
                1
              </Link>
            </sup>
          )}
        </p>
      )}
      <p className="t-story second">{story.summary}</p>
      <p className="featured-ways">
        <Link className="button primary large" to={`/stories/${story.slug}`}>
          Read the story
        </Link>
        <Link className="button large" to={story.view}>
          Open its timeline
        </Link>
      </p>
      <p className="t-ui quiet">
        {plural(story.steps.length, "step")}, {plural(story.sourceCount, "source")}
        {changed !== undefined && `, last changed ${shortDay(changed)}`}
      </p>
    </>
  );
}

function LatestChanges({ lines }: { lines: Latest[] }) {
  return (
    <section>
      <h2 className="t-section">Latest changes</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.to + line.text}>
            <span className="quiet">{line.when}</span>
            <Link className="plain" to={line.to}>
              {line.standing && <StatusGlyph of={line.standing} size={14} />}
              <span>{line.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The longest known first; what is overdue says so. */
function Planned({ events }: { events: LandingQuery["upcoming"]["nodes"] }) {
  const open = events.filter((event) => !event.when.fixed);
  return (
    <section>
      <h2 className="t-section">Planned, date not fixed</h2>
      <ul>
        {open.slice(0, 4).map((event) => {
          const since = event.reports.nodes[0]?.knownOn;
          return (
            <li key={event.slug}>
              <span className="quiet">{windowOf(event.when)}</span>
              <Link className="plain" to={`/events/${event.slug}`}>
                <EventMark
                  kind={event.kind}
                  status={event.status}
                  fixed={false}
                  disputed={event.disputed}
                />
                <span>{event.title}</span>
                <span className="quiet planned-since">
                  {since && `planned since ${shortDay(since)}`}
                  {event.overdue &&
                    (event.when.latest === null ? "; no word for a year" : "; its time has passed")}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {open.length === 0 && <p className="quiet">Everything planned has a date.</p>}
    </section>
  );
}

/** `2026` for a year, a window in short words, `open` where nobody set an end. */
function windowOf(when: LandingQuery["upcoming"]["nodes"][number]["when"]): string {
  if (when.edtf === null || when.latest === null) return "open";
  return when.precision === "DAY"
    ? shortDay(when.latest)
    : edtfWords(when.edtf, "short").replace(/ – (?=\D)/, "–");
}

function More({ stories }: { stories: readonly LandingStory[] }) {
  return (
    <section>
      <h2 className="t-section">More stories</h2>
      <ul>
        {stories.slice(0, 4).map((story) => (
          <li key={story.slug}>
            <span className="quiet">{plural(story.steps.length, "step")}</span>
            <Link className="plain" to={`/stories/${story.slug}`}>
              {story.title}
            </Link>
          </li>
        ))}
      </ul>
      {stories.length === 0 && (
        <p className="quiet">
          <Link to="/explore">The timeline</Link> has the rest.
        </p>
      )}
    </section>
  );
}
