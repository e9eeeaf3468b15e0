import type { RefObject } from "react";
import { closeDesk } from "../page/desk.ts";
import { Icon } from "../page/Icon.tsx";

interface Props {
  title: string;
  /** The version that the form begins from; undefined while that is not known, or for something new. */
  version: number | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The head of the desk: what it is for, from which version, and the cross. It takes the focus when it opens. */
export function Heading({ title, version, heading }: Props) {
  return (
    <div className="desk-head">
      <h2 id="desk-heading" className="t-view" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <span className="quiet">{version !== undefined && `from version ${version}`}</span>
      <button type="button" className="icon-button" aria-label="Close" onClick={closeDesk}>
        <Icon name="close" />
      </button>
    </div>
  );
}
