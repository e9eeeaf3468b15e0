import type { Day } from "./day.ts";
import type { Frame } from "./frame.ts";
import type { Mood, Standing } from "./labels.ts";
import type { Scene } from "./layout.ts";
import type { Primitive } from "./scene.ts";
import type { Stop } from "./stops.ts";

/** Another way to draw a frame than by its own day of knowledge alone: beside what a later day knows. */
export interface Lens {
  /** The later day. */
  now: Day;
  layOut(frame: Frame, standing: Standing, mood: Mood): Scene;
  stopsOf(frame: Frame, primitives: Primitive[]): Stop[];
}
