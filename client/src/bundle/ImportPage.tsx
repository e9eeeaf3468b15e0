import { useEffect, useState } from "react";
import { Offer } from "../desk/Offer.tsx";
import { Busy } from "../page/Busy.tsx";
import { Link } from "../page/Link.tsx";
import { useHere } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { askViewer, useEditor, useViewer } from "../page/viewer.ts";
import { Done } from "./Done.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { Lately } from "./Lately.tsx";
import { Tried } from "./Tried.tsx";
import { Troubled } from "./Troubled.tsx";
import { useImport } from "./useImport.ts";
import "../desk/desk.css";
import "./bundle.css";

/** The page on which an editor imports a file: tried out first, then as one change. */
export default function ImportPage() {
  const viewer = useViewer();
  const isEditor = useEditor();
  const [isAsked, setAsked] = useState(viewer !== null);
  // A session that ends takes nothing away that was begun.
  const [wasEditor, setWasEditor] = useState(isEditor);
  if (isEditor && !wasEditor) setWasEditor(true);
  const here = useHere();
  useTitle("Import");
  useEffect(() => {
    void askViewer().then(() => setAsked(true));
  }, []);
  if (!isAsked) return <Busy what="the desk" />;
  return (
    <div className="sheet-page narrow desk-page import-page">
      <p className="t-ui">
        <Link className="plain quiet" to="/desk">
          Desk
        </Link>
      </p>
      <h1 className="t-title">Import</h1>
      {wasEditor ? (
        <Work isOut={!isEditor} />
      ) : viewer?.role ? (
        <p className="page-lead t-lead">
          Importing is the work of editors. You are signed in to read; an admin can make you an
          editor.
        </p>
      ) : (
        <p className="page-lead t-lead">
          Importing is the work of editors, and you are not signed in.{" "}
          <Link to={`/sign-in?to=${encodeURIComponent(here)}`} exact>
            Sign in
          </Link>{" "}
          to go on; what you began here is kept.
        </p>
      )}
    </div>
  );
}

const OUT = { of: "signedOut", failure: null, isImport: false } as const;

function Work({ isOut }: { isOut: boolean }) {
  const work = useImport();
  if (work.done) return <Done answer={work.done} onAgain={work.clear} />;
  if (work.earlier)
    return (
      <>
        <Offer draft={work.earlier} onGoOn={work.goOn} onThrowAway={work.throwAway} />
        <Lately />
      </>
    );
  return (
    <>
      <p className="page-lead">
        Many events and agreements at once, from a file. It is tried out first; nothing is written
        before you say so, and all of it can be undone as one.
      </p>
      <p className="import-templates">
        Begin from a template:{" "}
        <a href="/docs/templates/events.csv" download>
          events (CSV)
        </a>
        ,{" "}
        <a href="/docs/templates/agreements.csv" download>
          agreements (CSV)
        </a>{" "}
        or{" "}
        <a href="/docs/templates/bundle.json" download>
          both (JSON)
        </a>
        . <a href="/docs/importing">What each column means</a>
      </p>
      {isOut && work.trouble?.of !== "signedOut" && <Troubled trouble={OUT} />}
      <Lately />
      <ImportForm work={work} />
      {work.tried && <Tried work={work} answer={work.tried} />}
    </>
  );
}
