import { longDay } from "../when/words.ts";
import { go, here, useKnown } from "./route.ts";
import "./states.css";

/** The violet line that says a page speaks as of a day, with the way back to today. Nothing in the present. */
export function AsKnown() {
  const known = useKnown();
  if (known === undefined) return null;
  const latest = () => {
    const [path, query] = here().split("?");
    const left = new URLSearchParams(query);
    left.delete("known");
    go(path + (left.size > 0 ? `?${left}` : ""));
  };
  return (
    <div className="as-known">
      As known on {longDay(known)}
      <button type="button" className="button travel" onClick={latest}>
        Return to latest
      </button>
    </div>
  );
}
