import { StoriesDocument } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { useRead } from "../page/useRead.ts";
import { plural } from "../when/words.ts";
import "./story.css";

/** All stories, the featured one first. */
export default function StoryList() {
  const known = useKnown();
  const read = useRead(StoriesDocument, { asOf: known ?? null });
  useTitle("Stories");
  return (
    <Reading read={read} what="The stories">
      {({ storiesConnection: { nodes: stories } }) => (
        <div className="sheet-page">
          <h1 className="t-title">Stories</h1>
          <ul className="stories">
            {stories.map((story) => (
              <li key={story.slug}>
                <h2 className="t-detail">
                  <Link className="plain" to={`/stories/${story.slug}`}>
                    {story.title}
                  </Link>
                </h2>
                <p className="t-story second">{story.summary}</p>
                <p className="quiet">
                  {plural(story.steps.length, "step")}, {plural(story.sourceCount, "source")}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Reading>
  );
}
