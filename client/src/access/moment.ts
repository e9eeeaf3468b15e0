// Moments of the desk's own business, for people. Pure.
import { shortDay } from "../when/words.ts";

/** `17 Jan 2025, 14:05 UTC`, of an ISO 8601 moment. */
export function momentWords(at: string): string {
  const iso = new Date(at).toISOString();
  return `${shortDay(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

/** `17 Jan 2025`, of an ISO 8601 moment. */
export function dayWords(at: string): string {
  return shortDay(new Date(at).toISOString().slice(0, 10));
}

/** `17 Jan 2025, about 14:00 UTC`, of the hour that begins then. */
export function hourWords(at: string): string {
  return momentWords(at).replace(", ", ", about ");
}
