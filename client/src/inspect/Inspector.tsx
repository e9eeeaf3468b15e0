import { useEffect, useRef } from "react";
import { Icon } from "../page/Icon.tsx";
import { share } from "../page/share.ts";
import { AgreementDetail } from "./AgreementDetail.tsx";
import { EventDetail } from "./EventDetail.tsx";
import { SessionDetail } from "./SessionDetail.tsx";
import "../page/panel.css";
import "./inspect.css";

interface Props {
  of: "event" | "session" | "agreement";
  slug: string;
  /** The forum of a session, by slug. */
  forum: string | null;
  /** Whether the panel lies over the page as a sheet from below. */
  asSheet: boolean;
  onClose: () => void;
  /** What closing leads back to; null for the plot. */
  back?: string | null;
  /** To the previous or next fact in time. */
  onStep: (by: 1 | -1) => void;
}

/** The panel of what is selected. It takes focus when it opens; Escape or the cross closes it and gives focus back. */
export function Inspector({ of, slug, forum, asSheet, onClose, back, onStep }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    const element = panel.current;
    element?.addEventListener("keydown", press);
    return () => element?.removeEventListener("keydown", press);
  }, [onClose]);
  return (
    <>
      {asSheet && (
        <button
          type="button"
          className="sheet-veil"
          aria-label="Close the details"
          tabIndex={-1}
          onClick={onClose}
        />
      )}
      <aside className="panel" data-sheet={asSheet} aria-label="Details" ref={panel}>
        <div className="panel-ways">
          {back && (
            <button type="button" className="button travel panel-back" onClick={onClose}>
              <Icon name="back" /> {back}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label="Previous in time"
            onClick={() => onStep(-1)}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label="Next in time"
            onClick={() => onStep(1)}
          >
            <Icon name="forward" />
          </button>
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div className="panel-content">
          {of === "agreement" ? (
            <AgreementDetail slug={slug} />
          ) : of === "session" ? (
            <SessionDetail slug={slug} forum={forum} />
          ) : (
            <EventDetail slug={slug} />
          )}
        </div>
        <div className="panel-foot">
          <button type="button" className="button" onClick={share}>
            <Icon name="link" /> Copy link
          </button>
        </div>
      </aside>
    </>
  );
}
