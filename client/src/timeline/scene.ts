import type { Look } from "./look.ts";
import type { ShapeName } from "./shapes.ts";

/** The drawing, as a flat list: px from the plot's top left corner, each with the id of what it stands for. */
export type Primitive =
  | TieShape
  | RangeShape
  | MarkShape
  | CountShape
  | SpeckShape
  | LeadShape
  | SpanShape
  | ColumnShape
  | AreaShape
  | BarShape
  | PlaqueShape
  | DateShape
  | LabelShape;

/** What is known now and was not on the day shown: drawn in the colour of the knowledge date. */
interface Dated {
  since?: boolean;
}

/** One event's marks, joined. `carried` goes on to the forum's lane. */
export interface TieShape extends Dated {
  type: "tie";
  id: string;
  x: number;
  top: number;
  bottom: number;
  weight: "bilateral" | "summit" | "carried";
  dashed: boolean;
  /** Ids whose ties lie here, itself first. */
  merged: string[];
}

/** What a mark's fill says: it happened, it is planned, it is a host's side of a plan; `ring`: more is known of the mark within. */
export type MarkStyle = "filled" | "hollow" | "faint" | "ring";

/** A mark in one lane. `strokes`: none, one (postponed) or two (cancelled). */
export interface MarkShape extends Dated {
  type: "mark";
  id: string;
  lane: number;
  x: number;
  y: number;
  shape: ShapeName;
  r: number;
  /** For pills: their width. */
  width: number;
  style: MarkStyle;
  strokes: 0 | 1 | 2;
  disputed: boolean;
  /** Ids that this mark stands for: itself first, those merged into it, and the parts of each. */
  merged: string[];
  /** How many of them count: parts belong to their whole. */
  count: number;
  /** Whether this is the event's own mark, the one with a name and a button, or only its echo in another lane. */
  main: boolean;
}

/** How many events a mark stands for, beside it; `y` is the middle of the figure. */
export interface CountShape extends Dated {
  type: "count";
  id: string;
  lane: number;
  merged: string[];
  x: number;
  y: number;
  width: number;
  text: string;
}

/** A mark in a crowd: a speck of ink. */
export interface SpeckShape extends Dated {
  type: "speck";
  id: string;
  lane: number;
  x: number;
  y: number;
}

/** The days an event took, behind its mark, where they are wider than it. */
export interface RangeShape extends Dated {
  type: "range";
  id: string;
  x1: number;
  x2: number;
  y: number;
  /** Whether both ends are marked: those of several days, where days can be told apart. */
  capped: boolean;
}

/** A date nobody gave: dashes that fade towards `x2`. With `fades` false they end at something. */
export interface LeadShape extends Dated {
  type: "lead";
  id: string;
  x1: number;
  x2: number;
  y: number;
  fades: boolean;
  /** Of something put off by long: until it is chosen or under the pointer only so much of it (px) shows, thin. */
  hint?: number;
}

/** A window: dashes between bars, or a solid line for what was held on a day that is not known. */
export interface SpanShape extends Dated {
  type: "span";
  id: string;
  x1: number;
  x2: number;
  y: number;
  opens: boolean;
  closes: boolean;
  dashed: boolean;
}

/** Density: how much ink in one bin of a lane. */
export interface ColumnShape extends Dated {
  type: "column";
  id: string;
  lane: number;
  x1: number;
  x2: number;
  top: number;
  bottom: number;
  planned: boolean;
  count: number;
}

/** Density: how many agreements stood in a status, as steps in time on those of the statuses under it. */
export interface AreaShape {
  type: "area";
  id: string;
  look: Look;
  steps: { x1: number; x2: number; top: number; bottom: number }[];
}

/** A stretch of an agreement's bar. `share`: what part of it is ratified. `fades`: it runs out past `x2`. */
export interface BarShape extends Dated {
  type: "bar";
  id: string;
  segment: number;
  lane: number;
  x1: number;
  x2: number;
  top: number;
  height: number;
  look: Look;
  share: number;
  opens: boolean;
  fades: boolean;
  disputed: boolean;
}

/** The word of a stretch, on a plaque in the bar or beside its end. */
export interface PlaqueShape {
  type: "plaque";
  id: string;
  x: number;
  y: number;
  width: number;
  look: Look;
  text: string;
  date: string | null;
  inside: boolean;
}

/** The day of a transition, under the bar. `y` is the text's baseline. */
export interface DateShape {
  type: "date";
  id: string;
  x: number;
  y: number;
  text: string;
}

/** A name with its date; `y` is the middle of the line. */
export interface LabelShape extends Dated {
  type: "label";
  id: string;
  x: number;
  y: number;
  width: number;
  text: string;
  date: string;
  /** Where the date begins. */
  dateX: number;
  strong: boolean;
  knockout: boolean;
  leader: { x: number; top: number; bottom: number } | null;
}

/** How wide a text is in px. `label` and `strong` are 12 px names, `bar` is 11.5 px, `count` 10.5 px. */
export type Measure = (text: string, face: "label" | "strong" | "date" | "bar" | "count") => number;

/** An estimate by the mean width of a character, for tests and before the fonts have come. */
export const estimateWidth: Measure = (text, face) =>
  text.length * (face === "strong" ? 6.1 : face === "bar" ? 5.9 : 5.7);
