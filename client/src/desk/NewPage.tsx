import { useEffect, useState } from "react";
import { Busy } from "../page/Busy.tsx";
import { Link } from "../page/Link.tsx";
import { Missing } from "../page/Missing.tsx";
import { go, useHere } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { askViewer, useEditor } from "../page/viewer.ts";
import { EventFields } from "./EventFields.tsx";
import { MakeFields } from "./MakeFields.tsx";
import { startSending } from "./send.ts";
import { tellSettled } from "./settled.ts";
import type { Name } from "./thing.ts";
import { THINGS } from "./things.ts";
import "./desk.css";
import "./home.css";

/** What can be recorded on this page, in the order in which it is offered. What belongs to a thing is added from its own page. */
const KINDS: readonly Name[] = [
  ...(["event", "leader", "forum", "agreement", "source"] as const),
  ...(["place", "country", "office", "story"] as const),
];

/** The page on which an editor records what is not here yet: an event, or what `slug` names, such as `leader`. */
export default function NewPage({ slug }: { slug: string }) {
  const editor = useEditor();
  const here = useHere();
  const [isAsked, setAsked] = useState(editor);
  const kind = KINDS.find((each) => each === (slug || "event"));
  useTitle(kind && `New ${THINGS[kind].noun}`);
  useEffect(() => {
    void askViewer().then(() => setAsked(true));
    startSending(tellSettled);
  }, []);
  if (!kind) return <Missing />;
  if (!isAsked) return <Busy what="the desk" />;
  return (
    <div className="sheet-page narrow desk-page">
      <p className="t-ui quiet">Desk</p>
      <h1 className="t-title">New {THINGS[kind].noun}</h1>
      <nav className="desk-lists" aria-label="What is new">
        {KINDS.map((each) => (
          <Link
            key={each}
            to={each === "event" ? "/desk/new" : `/desk/new/${each}`}
            aria-current={each === kind ? "page" : undefined}
          >
            {THINGS[each].noun.replace(/^./, (letter) => letter.toUpperCase())}
          </Link>
        ))}
      </nav>
      {!editor ? (
        <p className="t-lead">
          Only editors can record anything.{" "}
          <a href={`/sign-in?to=${encodeURIComponent(here)}`}>Sign in</a> to go on; what you began
          here is kept.
        </p>
      ) : kind === "event" ? (
        <EventFields />
      ) : (
        <MakeFields
          key={kind}
          of={kind}
          onSaved={({ slug: made, code = made }) => {
            const { room } = THINGS[kind];
            go(room === null ? `/history/${kind}/${made}` : `/${room}/${code}`);
          }}
          onCancel={() => go("/desk")}
        />
      )}
    </div>
  );
}
