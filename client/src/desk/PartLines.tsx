import { openDesk, type Task } from "../page/desk.ts";
import { edtfWords } from "../when/words.ts";
import type { Asked } from "./asked.ts";
import type { PartOf, Thing } from "./thing.ts";
import { THINGS } from "./things.ts";

type Line = Record<string, unknown>;

/** What belongs to a thing, each with the way to its own form, and the way to add one. */
export function PartLines({
  task,
  thing,
  asked,
}: {
  task: Extract<Task, { form: "correct" }>;
  thing: Thing;
  asked: Asked;
}) {
  return thing.parts?.map((part) => <Part key={part.of} {...{ task, part, asked }} />);
}

function Part({
  task,
  part,
  asked,
}: {
  task: Extract<Task, { form: "correct" }>;
  part: PartOf;
  asked: Asked;
}) {
  const { of, heading } = part;
  const list = (part.beside ? asked : asked.thing)?.[`${of}List`] as
    | ({ totalCount: number; nodes: Line[] } & Line)
    | null;
  if (!list) return null;
  // One thing stands by itself, such as the office of a time in office.
  const lines = list.nodes ?? [list];
  const { article, noun } = THINGS[of];
  return (
    <details className="desk-field desk-parts">
      <summary>
        <span className="desk-label">{heading}</span>{" "}
        {list.nodes && <span className="quiet">{list.totalCount}</span>}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={String(line.id)}>
            <button
              type="button"
              className="desk-link"
              onClick={() => openDesk({ form: "correct", of, slug: String(line.id) })}
            >
              {wordsOf(line)}
            </button>
          </li>
        ))}
      </ul>
      {list.nodes && (
        <button
          type="button"
          className="button"
          onClick={() => openDesk({ form: "make", of, under: task.of, slug: task.slug })}
        >
          Add {article} {noun}
        </button>
      )}
    </details>
  );
}

/** A line in words: its name, then its dates. */
function wordsOf({ title, name, country, from, to, when }: Line): string {
  const called = title ?? name ?? (country as Line | undefined)?.name;
  const edtf = (when as { edtf: string | null } | undefined)?.edtf;
  const words = (date: unknown) => (date ? edtfWords(String(date), "short") : "");
  const span = [words(from), words(to)].filter(Boolean).join(" to ");
  const since = from && !to ? `since ${span}` : !from && to ? `until ${span}` : span;
  return [String(called), words(edtf) || since].filter(Boolean).join(", ");
}
