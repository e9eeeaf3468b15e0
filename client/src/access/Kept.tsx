import type { ReactNode } from "react";
import { Busy } from "../page/Busy.tsx";
import { here } from "../page/route.ts";
import { Trouble } from "../page/Trouble.tsx";
import { useViewer } from "../page/viewer.ts";
import { roleWord } from "./rules.ts";
import { signInFor } from "./to.ts";
import type { useTold } from "./useTold.ts";

interface Props<Data> {
  told: ReturnType<typeof useTold<Data>>;
  title: string;
  /** What it is for, in a sentence, to whoever may not see it. */
  closed: string;
  children: (data: Data) => ReactNode;
}

/** A page that is not for everybody: what it shows, or why not and what to do. */
export function Kept<Data>({ told, title, closed, children }: Props<Data>) {
  const { data, failure, again } = told;
  const viewer = useViewer();
  if (!data && !failure) return <Busy what={title.toLowerCase()} />;
  const isClosed = failure?.code === "UNAUTHENTICATED" || failure?.code === "FORBIDDEN";
  return (
    <>
      {failure && !isClosed && (
        <Trouble
          what={title}
          failure={failure}
          safe={data ? "What you see was loaded before." : ""}
          again={again}
        />
      )}
      <div className="sheet-page narrow access-page desk-page">
        <h1 className="t-title">{title}</h1>
        {isClosed && (
          <p className="page-lead t-lead">
            {closed}{" "}
            {viewer?.role && `You are signed in as ${viewer.name}, ${roleWord(viewer.role)}. `}
            <a href={signInFor(here())}>Sign in{viewer?.role && " as somebody else"}</a> to go on.
          </p>
        )}
        {data && children(data)}
      </div>
    </>
  );
}
