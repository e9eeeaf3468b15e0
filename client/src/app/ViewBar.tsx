import type { ReactNode } from "react";
import { Icon } from "../page/Icon.tsx";
import { PHONE, useMedia } from "../page/media.ts";
import type { Address } from "./address.ts";

interface Props {
  title: string;
  counts: string;
  address: Address;
  /** How many filters stand. */
  filters: number;
  filterOpen: boolean;
  onFilter: () => void;
  onView: (view: Address["view"]) => void;
  onLatest: () => void;
  onCompare: () => void;
  /** What is new and waits to be shown. */
  fresh?: ReactNode;
  /** What can be taken away. */
  children?: ReactNode;
}

/** The bar above the plot: what is shown, how much of it, and what can be done with it. */
export function ViewBar({
  title,
  counts,
  address,
  filters,
  filterOpen,
  onFilter,
  onView,
  onLatest,
  onCompare,
  fresh,
  children,
}: Props) {
  const phone = useMedia(PHONE);
  const other = address.view === "table" ? "timeline" : "table";
  return (
    <div className="view-bar">
      <h1 className="t-view">{title}</h1>
      <p className="counts quiet">{counts}</p>
      <div className="view-actions">
        {fresh}
        {address.known !== null && !phone && (
          <button type="button" className="button travel" onClick={onLatest}>
            Return to latest
          </button>
        )}
        {address.known !== null && address.compare === null && !phone && (
          <button type="button" className="button stamp" data-compare onClick={onCompare}>
            Compare with today
          </button>
        )}
        <button
          id="filter-button"
          type="button"
          className="button bare"
          aria-expanded={filterOpen}
          aria-controls="filter"
          onClick={onFilter}
        >
          <Icon name="filter" /> <span className="word">Filter</span>
          {filters > 0 && (
            <span className="dot">
              {filters}
              <span className="hidden-text"> in use</span>
            </span>
          )}
        </button>
        {phone ? (
          <button type="button" className="button bare" onClick={() => onView(other)}>
            <Icon name={other} /> {other === "table" ? "Table" : "Timeline"}
          </button>
        ) : (
          <fieldset className="joined">
            <legend className="hidden-text">Show as</legend>
            {(["timeline", "table"] as const).map((view) => (
              <button
                key={view}
                type="button"
                className="button"
                aria-pressed={address.view === view}
                onClick={() => onView(view)}
              >
                <Icon name={view} />{" "}
                <span className="word">{view === "table" ? "Table" : "Timeline"}</span>
              </button>
            ))}
          </fieldset>
        )}
        {children}
      </div>
    </div>
  );
}
