import { useEffect, useRef } from "react";
import { closeDesk, leaveDesk, type Task } from "../page/desk.ts";
import { BELOW_DESKTOP, useMedia } from "../page/media.ts";
import { useHere } from "../page/route.ts";
import { useSheet } from "../page/useSheet.ts";
import { AgreementForm } from "./AgreementForm.tsx";
import { EventForm } from "./EventForm.tsx";
import { MergeForm } from "./MergeForm.tsx";
import { PartForm } from "./PartForm.tsx";
import { startSending } from "./send.ts";
import { tellSettled } from "./settled.ts";
import { ThingForm } from "./ThingForm.tsx";
import { undoChanges } from "./undo.ts";
import { WhyForm } from "./WhyForm.tsx";
import { WordForm } from "./WordForm.tsx";
import "../page/panel.css";
import "./desk.css";

/** The desk beside the page: the form of one task. Escape or the cross closes it and keeps the draft; going elsewhere does too. */
export default function Desk({ task }: { task: Task }) {
  const asSheet = useMedia(BELOW_DESKTOP);
  const panel = useRef<HTMLDivElement>(null);
  const path = useHere().split("?")[0];
  const opened = useRef(path);
  useEffect(() => startSending(tellSettled), []);
  useEffect(() => {
    if (opened.current !== path) closeDesk();
  }, [path]);
  useEffect(() => {
    if (task.form !== "undo") return;
    closeDesk();
    void undoChanges([task.change]);
  }, [task]);
  useSheet(panel, asSheet, closeDesk);
  // After the sheet, which gives back what it took out of reach.
  useEffect(() => leaveDesk, []);
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      closeDesk();
    };
    element?.addEventListener("keydown", press);
    return () => element?.removeEventListener("keydown", press);
  }, []);
  if (task.form === "undo") return null;
  return (
    <div>
      {asSheet && (
        <button
          type="button"
          className="sheet-veil"
          aria-label="Close the form"
          tabIndex={-1}
          onClick={closeDesk}
        />
      )}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role takes a name */}
      <div
        className="panel desk"
        role={asSheet ? "dialog" : "complementary"}
        data-sheet={asSheet}
        aria-labelledby="desk-heading"
        ref={panel}
      >
        {asSheet && <div className="sheet-handle" />}
        {task.form === "event" ? (
          <EventForm key={JSON.stringify(task)} slug={task.event} repeat={task.repeat} />
        ) : task.form === "why" ? (
          <WhyForm key={task.change} {...task} />
        ) : "report" in task ? (
          <WordForm key={JSON.stringify(task)} task={task} />
        ) : task.form === "correct" ? (
          <ThingForm key={JSON.stringify(task)} task={task} />
        ) : task.form === "merge" ? (
          <MergeForm key={JSON.stringify(task)} task={task} />
        ) : task.form === "make" ? (
          <PartForm key={JSON.stringify(task)} task={task} />
        ) : (
          <AgreementForm key={JSON.stringify(task)} task={task} />
        )}
      </div>
    </div>
  );
}
