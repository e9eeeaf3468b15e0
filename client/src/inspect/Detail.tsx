import type { ReactNode } from "react";
import { Trouble } from "../page/Trouble.tsx";
import type { Read } from "../page/useRead.ts";
import { PanelHeading } from "./PanelHeading.tsx";

interface Props<Data, Found> {
  read: Read<Data>;
  what: string;
  find: (data: Data) => Found | null | undefined;
  children: (found: Found) => ReactNode;
}

/** The panel's content over what was read: on its way, failed, not known then, or there. */
export function Detail<Data, Found>({ read, what, find, children }: Props<Data, Found>) {
  if (read.data === undefined) {
    if (read.failure)
      return <Trouble what={`The ${what}`} failure={read.failure} again={read.again} />;
    return <p className="hidden-text">Loading the {what}.</p>;
  }
  const found = find(read.data);
  if (found !== null && found !== undefined) return children(found);
  return (
    <>
      <PanelHeading>No such {what} was known then</PanelHeading>
      <p className="second">
        The link may be mistyped, or nobody had reported it on the day shown. Return to latest to
        see more.
      </p>
    </>
  );
}
