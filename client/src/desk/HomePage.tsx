import { useEffect, useRef, useState } from "react";
import { Busy } from "../page/Busy.tsx";
import { Link } from "../page/Link.tsx";
import { useHere } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { askViewer, useEditor, useViewer } from "../page/viewer.ts";
import { HomeNeed } from "./HomeNeed.tsx";
import { HomeWork } from "./HomeWork.tsx";
import { type Shown, shownIn } from "./home.ts";
import "./desk.css";
import "./home.css";

/** What waits for an editor today, and where to go from there. */
export default function HomePage() {
  const viewer = useViewer();
  const isEditor = useEditor();
  const [isAsked, setAsked] = useState(viewer !== null);
  const here = useHere();
  useTitle("Desk");
  useEffect(() => {
    void askViewer().then(() => setAsked(true));
  }, []);
  if (!isAsked) return <Busy what="the desk" />;
  return (
    <div className="sheet-page desk-home-page">
      <h1 className="t-title">Desk</h1>
      {isEditor && viewer ? (
        <Work me={viewer.name ?? ""} shown={shownIn(here.split("?")[1] ?? "")} />
      ) : viewer?.role ? (
        <p className="page-lead t-lead">
          Here is the work of editors. You are signed in to read; an admin can make you an editor.
        </p>
      ) : (
        <p className="page-lead t-lead">
          Here is the work of editors, and you are not signed in.{" "}
          <Link to={`/sign-in?to=${encodeURIComponent(here)}`} exact>
            Sign in
          </Link>{" "}
          to go on.
        </p>
      )}
    </div>
  );
}

function Work({ me, shown }: { me: string; shown: Shown }) {
  const { need, of, after } = shown;
  useBegun(`${need} ${of} ${after}`);
  return (
    <>
      <p className="page-lead">What needs an editor today.</p>
      <p className="page-ways">
        <Link className="button" to="/desk/new">
          New entry
        </Link>
        <Link className="button" to="/desk/import">
          Import
        </Link>
      </p>
      {need === null ? <HomeWork me={me} shown={shown} /> : <HomeNeed need={need} shown={shown} />}
    </>
  );
}

/** Another list, and the next page of one, are read from their beginning, as another page is. */
function useBegun(list: string) {
  const before = useRef(list);
  useEffect(() => {
    if (before.current === list) return;
    before.current = list;
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [list]);
}
