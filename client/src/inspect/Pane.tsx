import type { ReactNode } from "react";
import { CopyLink } from "../page/CopyLink.tsx";

/** What the panel holds: the content, which scrolls, and the foot, which does not. `foot` is what else can be done with it. */
export function Pane({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <>
      <div className="panel-content">{children}</div>
      <div className="panel-foot">
        <CopyLink />
        {foot}
      </div>
    </>
  );
}
