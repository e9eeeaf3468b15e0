import type { Stop } from "./stops.ts";

/** Where a key takes the focus from a stop. `lanes` is the order of lanes, top to bottom. */
export type Way = "previous" | "next" | "up" | "down" | "first" | "last";

/** The neighbour of a stop, or the stop itself when there is none that way. */
export function neighbour(stops: Stop[], lanes: number[], from: Stop, way: Way): Stop {
  const own = stops.filter((stop) => stop.lane === from.lane);
  const at = own.findIndex((stop) => stop.key === from.key);
  if (way === "previous") return own[at - 1] ?? from;
  if (way === "next") return own[at + 1] ?? from;
  if (way === "first") return own[0] ?? from;
  if (way === "last") return own[own.length - 1] ?? from;
  const step = way === "down" ? 1 : -1;
  for (let row = lanes.indexOf(from.lane) + step; row >= 0 && row < lanes.length; row += step) {
    const nearest = nearestInLane(stops, lanes[row] ?? -1, from.day);
    if (nearest) return nearest;
  }
  return from;
}

/** The stop of a lane that is nearest in time to a day, or null in an empty lane. */
export function nearestInLane(stops: Stop[], lane: number, day: number): Stop | null {
  let nearest: Stop | null = null;
  for (const stop of stops) {
    if (stop.lane !== lane) continue;
    if (!nearest || Math.abs(stop.day - day) < Math.abs(nearest.day - day)) nearest = stop;
  }
  return nearest;
}
