import type { Day } from "./day.ts";
import { nearestInLane, neighbour } from "./focus.ts";
import type { Command } from "./keys.ts";
import type { Stage } from "./stage.ts";

/** Bins and changes of office answer to the pointer, but have nothing to open. */
export function isSelectable(id: string): boolean {
  return /^(event|session|agreement):/.test(id);
}

/** What keys do beyond moving the view. */
export interface Doings {
  /** Opens what stands there. */
  open(id: string): void;
  /** Selects it and stays, or clears the selection. */
  mark(id: string): void;
  /** Closes the innermost that is open; answers whether something was. */
  close(): boolean;
  /** Asks for a date. */
  ask(): void;
}

/** Does what a key asks for on a stage; answers whether the key was used. */
export function perform(command: Command, stage: Stage, today: Day, doings: Doings): boolean {
  const stop = stage.current();
  const lanes = stage.stack()?.rows.map(({ lane }) => lane) ?? [];
  if (command.do === "close") return doings.close();
  if (command.do === "move" && stop)
    stage.focusOn(neighbour(stage.stops(), lanes, stop, command.way));
  else if (command.do === "open" && stop?.id.startsWith("bin:")) stage.zoomTo(stop.id);
  else if (command.do === "open" && stop) {
    if (isSelectable(stop.id)) doings.open(stop.id);
  } else if (command.do === "select" && stop) {
    if (isSelectable(stop.id)) doings.mark(stop.id);
  } else if (command.do === "zoom") stage.camera.zoomBy(command.factor, stop?.x);
  else if (command.do === "fit") stage.fitAll();
  else if (command.do === "line") stage.toLine();
  else if (command.do === "goto") doings.ask();
  else if (command.do === "lane") {
    const nearest = nearestInLane(stage.stops(), lanes[command.index] ?? -1, stop?.day ?? today);
    if (nearest) stage.focusOn(nearest);
  }
  return true;
}
