import { ForumsDocument } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";
import { NextPage } from "../page/NextPage.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { usePages } from "../page/usePages.ts";
import { edtfWords } from "../when/words.ts";
import { forumKindWord } from "./words.ts";
import "../page/lines.css";

/** All forums, by name. */
export default function ForumList() {
  const known = useKnown();
  const read = usePages(ForumsDocument, { asOf: known ?? null }, (data) => data.forums);
  useTitle("Forums");
  return (
    <Reading read={read} what="The forums">
      {({ nodes, totalCount }) => (
        <div className="sheet-page">
          <h1 className="t-title">Forums</h1>
          <p className="page-lead">
            {totalCount} blocs, organisations, negotiating formats and conferences.
          </p>
          <ul className="lines page-section">
            {nodes.map((forum) => (
              <li key={forum.slug}>
                <Link className="plain strong" to={`/forums/${forum.slug}`}>
                  {forum.shortName}
                </Link>
                <span>
                  {forum.name !== forum.shortName && `${forum.name}. `}
                  <span className="quiet">
                    {forumKindWord(forum.kind)}
                    {forum.founded && `, since ${edtfWords(forum.founded)}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <NextPage read={read} />
        </div>
      )}
    </Reading>
  );
}
