import { statusWord } from "../agreement/status.ts";
import type { DeskHomeQuery } from "../app/operations.gen.ts";
import { kindAndStatus } from "../event/words.ts";
import { openDesk, type Task } from "../page/desk.ts";
import { Link } from "../page/Link.tsx";
import { go } from "../page/route.ts";
import { edtfWords, shortDay } from "../when/words.ts";

type Line = (
  | NonNullable<DeskHomeQuery["events"]>
  | NonNullable<DeskHomeQuery["agreements"]>
)["nodes"][number];

/** Things that wait, each with the way to its page and the way to its form there. */
export function HomeLines({ lines, none }: { lines: readonly Line[]; none: string }) {
  if (lines.length === 0) return <p className="nothing">{none}</p>;
  return (
    <ul className="desk-lines">
      {lines.map((line) => {
        const isEvent = "kind" in line;
        const page = isEvent ? `/events/${line.slug}` : `/agreements/${line.slug}`;
        const task: Task = isEvent
          ? { form: "event", event: line.slug }
          : { form: "status", agreement: line.slug };
        return (
          <li key={line.id}>
            <div>
              <Link className="plain strong" to={page} exact>
                {line.title}
              </Link>
              <p className="quiet">{isEvent ? eventWords(line) : statusWord(line.status)}</p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={`Update status: ${line.title}`}
              onClick={() => {
                go(page);
                openDesk(task);
              }}
            >
              {isEvent && line.status !== "HELD" ? "Hold, postpone, cancel…" : "Update status…"}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** `Official visit, planned; until 19 January 2025. Last heard of on 17 Jan 2025.` */
function eventWords({ kind, status, title, when, reports }: Extract<Line, { kind: unknown }>) {
  const date = when.edtf ? edtfWords(when.edtf) : "no date";
  const heard = reports.nodes.at(-1)?.knownOn;
  const last = heard ? ` Last report ${shortDay(heard)}.` : "";
  return `${kindAndStatus(kind, status, title)}; ${date}.${last}`;
}
