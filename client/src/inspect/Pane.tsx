import type { ReactNode } from "react";
import { CopyLink } from "../page/CopyLink.tsx";

/**
 * What the panel holds: the content, which scrolls, and the foot, which does not. `foot` is what else can be done with it. By keyboard it
 * comes before the content: one step back from the heading, which takes focus, instead of one past every source.
 */
export function Pane({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <>
      <div className="panel-foot">
        <CopyLink />
        {foot}
      </div>
      <div className="panel-content">{children}</div>
    </>
  );
}
