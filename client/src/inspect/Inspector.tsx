import { useEffect, useRef } from "react";
import { Icon } from "../page/Icon.tsx";
import { useSheet } from "../page/useSheet.ts";
import { AgreementDetail } from "./AgreementDetail.tsx";
import { EventDetail } from "./EventDetail.tsx";
import { SessionDetail } from "./SessionDetail.tsx";
import { type Near, Ways } from "./Ways.tsx";
import "../page/panel.css";
import "./inspect.css";

interface Props {
  of: "event" | "session" | "agreement";
  slug: string;
  /** The forum of a session, by slug. */
  forum: string | null;
  /** Whether the panel lies over the page as a sheet from below. */
  asSheet: boolean;
  /** What comes before and after in time; undefined while that is not known. */
  near: Near | undefined;
  onSelect: (id: string) => void;
  onClose: () => void;
  /** Shows what has changed of it meanwhile; undefined where nothing has. */
  onShow?: (() => void) | undefined;
  /** What closing leads back to; null for the plot. */
  back?: string | null;
}

/** The panel of what is selected. It takes focus when it opens; Escape or the cross closes it and gives focus back. */
export function Inspector({
  of,
  slug,
  forum,
  asSheet,
  near,
  onSelect,
  onClose,
  back,
  onShow,
}: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useSheet(panel, asSheet, onClose);
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
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role takes a name */}
      <div
        className="panel"
        role={asSheet ? "dialog" : "complementary"}
        data-sheet={asSheet}
        aria-label="Details"
        ref={panel}
      >
        {asSheet && <div className="sheet-handle" />}
        <div className="panel-ways">
          {back && (
            <button type="button" className="button travel panel-back" onClick={onClose}>
              <Icon name="back" /> {back}
            </button>
          )}
          {onShow && (
            <button type="button" className="button fresh-button" onClick={onShow}>
              Changed: show
            </button>
          )}
          <Ways near={near} onGo={onSelect} />
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {of === "agreement" ? (
          <AgreementDetail key={slug} slug={slug} />
        ) : of === "session" ? (
          <SessionDetail key={slug} slug={slug} forum={forum} />
        ) : (
          <EventDetail key={slug} slug={slug} />
        )}
      </div>
    </>
  );
}
