import { statusWord } from "../agreement/status.ts";
import type {
  AgreementStatus,
  DeskAgreementLineFragment,
  DeskEventLineFragment,
  EventStatus,
} from "../app/operations.gen.ts";
import { eventStatusWord, kindAndStatus } from "../event/words.ts";
import { openDesk, type Task } from "../page/desk.ts";
import { Link } from "../page/Link.tsx";
import { go } from "../page/route.ts";
import { edtfWords, shortDay } from "../when/words.ts";
import type { Need } from "./home.ts";

export type Line = DeskEventLineFragment | DeskAgreementLineFragment;

/** Things that wait, each with the way to its page and the way to the form that mends it. */
export function HomeLines({ need, lines }: { need: Need; lines: readonly Line[] }) {
  return (
    <ul className="desk-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <div>
            <Link className="plain strong" to={pageOf(line)} exact>
              {line.title}
            </Link>
            <p className="quiet">{wordsOf(line, need)}</p>
            {need === "undecided" && <Claims line={line} />}
          </div>
          {need !== "undecided" && <Way need={need} line={line} />}
        </li>
      ))}
    </ul>
  );
}

/** The form opens beside the page of what it is about, where all that is known of it stands. */
function Way({ need, line }: { need: Need; line: Line }) {
  const isEvent = line.__typename === "Event";
  const isAnother = need === "general";
  const task: Task = {
    ...(isEvent ? { form: "event", event: line.slug } : { form: "status", agreement: line.slug }),
    ...(isAnother && { repeat: true }),
  };
  const does = isAnother ? "Add a source" : "Update status";
  return (
    <button
      type="button"
      className="button"
      aria-label={`${does}: ${line.title}`}
      onClick={() => {
        go(pageOf(line));
        openDesk(task);
      }}
    >
      {does}…
    </button>
  );
}

/** The claims that disagree: which one is shown is decided here, beside the list. */
function Claims({ line: { __typename, slug, title, rivalClaims } }: { line: Line }) {
  const of = __typename === "Event" ? "event" : "agreement";
  return (
    <ul className="desk-claims">
      {rivalClaims.map(({ status, claimant, shown, when, report }) => {
        const word =
          of === "event"
            ? eventStatusWord(status as EventStatus)
            : statusWord(status as AgreementStatus);
        const does = shown ? "Keep this one" : "Show this one";
        const printed = report.source?.publisher;
        return (
          <li key={report.id}>
            <p>
              <strong>
                {word} {when.text}
              </strong>
              , says {claimant}
              {printed && report.source && printed !== claimant && (
                <>
                  {" "}
                  in <Link to={`/sources/${report.source.slug}`}>{printed}</Link>
                </>
              )}
              .{shown && <span className="quiet"> Shown now, by rule.</span>}
            </p>
            <button
              type="button"
              className="undo-link"
              aria-label={`${does}: ${title}, ${when.text}, says ${claimant}`}
              onClick={() => openDesk({ form: "prefer", of, slug, report: report.id })}
            >
              {does}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function pageOf({ __typename, slug }: Line): string {
  return __typename === "Event" ? `/events/${slug}` : `/agreements/${slug}`;
}

/** `Official visit, planned; until 19 January 2025. Last report 17 Jan 2025.` */
function wordsOf(line: Line, need: Need): string {
  if (line.__typename === "Agreement") return `${statusWord(line.status)}, ${line.when.text}.`;
  const { kind, status, title, when, reports } = line;
  const date = when.edtf ? edtfWords(when.edtf) : "no date";
  const heard = need === "overdue" || need === "unchecked" ? reports.nodes.at(-1)?.knownOn : null;
  return `${kindAndStatus(kind, status, title)}; ${date}.${heard ? ` Last report ${shortDay(heard)}.` : ""}`;
}
