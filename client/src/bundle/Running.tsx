import type { Progress } from "./upload.ts";
import type { Importing } from "./useImport.ts";

/** How far it is, while it runs, and the way to stop it. */
export function Running({ work: { progress, running, stop } }: { work: Importing }) {
  const words = progressWords(progress);
  return (
    <div className="import-running">
      <progress
        aria-label={running === "importing" ? "Importing" : "Trying it out"}
        max={1}
        value={partOf(progress) ?? undefined}
      />
      <p>
        <span className="quiet">{words}</span>
        <button type="button" className="button" onClick={stop}>
          Stop
        </button>
      </p>
    </div>
  );
}

function partOf(progress: Progress | null): number | null {
  if (progress === null) return null;
  if (progress.of === "sending") return progress.part < 1 ? progress.part : null;
  const { line, lines } = progress;
  return line !== null && lines !== null && lines > 0 ? Math.min(1, line / lines) : null;
}

function progressWords(progress: Progress | null): string {
  if (progress === null) return "Sending the file.";
  if (progress.of === "sending")
    return progress.part < 1 ? "Sending the file." : "Sent. Reading its rows.";
  const { rows, line, lines } = progress;
  return line !== null && lines !== null
    ? `Line ${line.toLocaleString("en")} of ${lines.toLocaleString("en")}.`
    : `${rows.toLocaleString("en")} rows read.`;
}
