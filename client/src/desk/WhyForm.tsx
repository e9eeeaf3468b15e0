import { type FormEvent, useEffect, useRef, useState } from "react";
import { actionWords, nameOf, TYPES } from "../history/words.ts";
import { closeDesk } from "../page/desk.ts";
import { failureOf } from "../page/failure.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { Field } from "./Field.tsx";
import { Foot } from "./Foot.tsx";
import { Heading } from "./Heading.tsx";
import { type Refused, undoFor } from "./undo.ts";

type State = "editing" | "saving" | "signedOut";

/** A change is undone, with a public reason. Where something later builds on it, that is named, with the ways to it. */
export function WhyForm({ change, what }: { change: string; what: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [note, setNote] = useState("");
  const [state, setState] = useState<State>("editing");
  const [lacking, setLacking] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  // The same as long as it is tried: what got through without an answer is not done twice.
  const [key] = useState(() => crypto.randomUUID());
  const undo = async () => {
    setState("saving");
    setRefused(null);
    try {
      const why = await undoFor(change, note.trim(), key);
      if (why === null) return closeDesk();
      setRefused(why);
      setState("editing");
    } catch (error) {
      const { code, message } = failureOf(error);
      const isOut = code === "UNAUTHENTICATED" || code === "FORBIDDEN";
      setState(isOut ? "signedOut" : "editing");
      if (!isOut) setRefused({ message: `Not undone yet: ${message}`, changes: [], nodes: [] });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state === "saving") return;
    const isLacking = note.trim() === "";
    setLacking(isLacking);
    if (isLacking) field.current?.focus();
    else void undo();
  };
  const problems = lacking
    ? [{ field: "note", message: "Say in one sentence why: it is public." }]
    : [];
  return (
    <>
      <Heading title="Undo a change" version={undefined} heading={heading} />
      <form className="desk-form" noValidate onSubmit={submit}>
        <div className="desk-fields">
          <p className="desk-field">
            <strong>{what}</strong>.{" "}
            <span className="quiet">
              Both the change and its undoing stay in the history. What is undone can be had back.
            </span>
          </p>
          <Field
            name="note"
            label="Why it is undone"
            aside="shown in the history"
            problems={problems}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                className="field"
                rows={3}
                ref={field}
                value={note}
                onChange={(event) => {
                  setNote(event.target.value);
                  setLacking(false);
                }}
              />
            )}
          </Field>
          {refused && <InTheWay {...refused} />}
        </div>
        <Foot
          state={state}
          problems={problems.length}
          save="Undo this change"
          other="Cancel"
          onOther={closeDesk}
        />
      </form>
    </>
  );
}

/** Why nothing was undone, and what has to be undone or changed first. */
function InTheWay({ message, changes, nodes }: Refused) {
  return (
    <div className="desk-note danger" role="alert">
      <Icon name="warning" />
      <div>
        <p>{message}</p>
        <ul>
          {changes.map(({ id, revision, action, by, entityType, entitySlug }) => (
            <li key={id}>
              <Link
                to={
                  entityType && entitySlug
                    ? `/history/${TYPES[entityType].one}/${entitySlug}?before=${revision + 1}`
                    : `/history?before=${revision + 1}`
                }
                exact
              >
                No. {revision}: {actionWords(action)}, by {by}
              </Link>
            </li>
          ))}
          {nodes.map((node) => (
            <li key={node.id}>
              <NodeLink node={node} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function NodeLink({ node }: { node: Refused["nodes"][number] }) {
  const type = TYPES[node.__typename.toUpperCase() as keyof typeof TYPES];
  if (!("slug" in node)) return node.__typename;
  const name = node.title || nameOf(node.slug);
  const slug = node.__typename === "Country" ? node.code : node.slug;
  return type?.room ? <Link to={`/${type.room}/${slug}`}>{name}</Link> : name;
}
