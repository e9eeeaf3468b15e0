import { longDay } from "../when/words.ts";
import { Link } from "./Link.tsx";
import { useKnown } from "./route.ts";
import { useTitle } from "./title.ts";
import "./states.css";

/** There is no such thing; or there is, and it was not known yet on the day asked. */
export function Missing({ what = "page" }: { what?: string }) {
  const known = useKnown();
  useTitle("Not found");
  return (
    <div className="nothing sheet-page">
      <h1 className="t-title">
        {known === undefined || what === "page"
          ? `There is no such ${what}.`
          : `No such ${what} was known.`}
      </h1>
      <p className="t-lead">
        {known === undefined || what === "page"
          ? "The link may be mistyped. Search by name in the bar above, or begin with the timeline."
          : `On ${longDay(known)} nobody had reported it. It may be known by now.`}
      </p>
      <p className="choices">
        <Link className="button primary" to="/explore">
          Open the timeline
        </Link>
        <Link className="button" to="/stories">
          Stories
        </Link>
      </p>
    </div>
  );
}
