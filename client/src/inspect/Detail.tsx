import type { ReactNode } from "react";
import { Trouble } from "../page/Trouble.tsx";
import type { Read } from "../page/useRead.ts";
import { Pane } from "./Pane.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

interface Props<Data, Found> {
  read: Read<Data>;
  what: string;
  find: (data: Data) => Found | null | undefined;
  /** The whole pane of what was found. */
  children: (found: Found) => ReactNode;
}

/** The panel over what was read: on its way, failed, not known then, or there. */
export function Detail<Data, Found>({ read, what, find, children }: Props<Data, Found>) {
  if (read.data === undefined) {
    return (
      <Pane>
        {read.failure ? (
          <Trouble what={`The ${what}`} failure={read.failure} again={read.again} />
        ) : (
          <p className="hidden-text">Loading the {what}.</p>
        )}
      </Pane>
    );
  }
  const found = find(read.data);
  if (found !== null && found !== undefined) return children(found);
  return (
    <Pane>
      <p className="panel-kind" />
      <PanelHeading>No such {what} was known then</PanelHeading>
      <p className="second">
        The link may be mistyped, or nobody had reported it on the day shown. Return to latest to
        see more.
      </p>
    </Pane>
  );
}
