import "./states.css";

/** A line that says something is on its way; it shows itself only after 200 ms, since what is quicker needs no word. */
export function Busy({ what = "this page" }: { what?: string }) {
  return (
    <div className="busy" role="status">
      <span className="busy-line" />
      <span className="hidden-text">Loading {what}.</span>
    </div>
  );
}
