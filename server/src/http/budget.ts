/**
 * What one address or token may ask in a minute, in requests and in points: a bucket of each, that fills up steadily and is never fuller than
 * a minute's worth. Knows neither HTTP nor the clock.
 */

/** What a bucket holds at most, which is what runs into it in a minute. */
export interface Allowance {
  requests: number;
  points: number;
}

/** A bucket of each as it stands: what was in it, in parts of which `WINDOW_MS` make one, so that all sums are exact; and when, in milliseconds. */
export interface Budget {
  allowance: Allowance;
  left: Allowance;
  at: number;
}

const MEASURES = ["requests", "points"] as const;
/** What is counted. */
export type Measure = (typeof MEASURES)[number];

/** Milliseconds in which an empty bucket fills up. */
export const WINDOW_MS = 60_000;

function scaled({ requests, points }: Allowance): Allowance {
  return { requests: requests * WINDOW_MS, points: points * WINDOW_MS };
}

/** Full buckets. */
export function newBudget(allowance: Allowance, now: number): Budget {
  return { allowance, left: scaled(allowance), at: now };
}

/** Lets run in what came since. A clock that was set back lets nothing in. */
function refill(budget: Budget, now: number): void {
  const passed = Math.max(0, now - budget.at);
  for (const measure of MEASURES) {
    const most = budget.allowance[measure];
    budget.left[measure] = Math.min(most * WINDOW_MS, budget.left[measure] + most * passed);
  }
  budget.at = now;
}

/** A measure that has run out. */
export interface Short {
  measure: Measure;
  /** Milliseconds until there is enough. */
  waitMs: number;
}

/** Takes out, of both or of neither. Answers null, or what there is too little of. */
export function spend(budget: Budget, wanted: Partial<Allowance>, now: number): Short | null {
  refill(budget, now);
  for (const measure of MEASURES) {
    const lacking = (wanted[measure] ?? 0) * WINDOW_MS - budget.left[measure];
    if (lacking > 0) return { measure, waitMs: Math.ceil(lacking / budget.allowance[measure]) };
  }
  owe(budget, wanted);
  return null;
}

/** Takes out what was used up already, even if there is less: what is missing must run in before anything else is given. */
export function owe(budget: Budget, used: Partial<Allowance>): void {
  for (const measure of MEASURES) budget.left[measure] -= (used[measure] ?? 0) * WINDOW_MS;
}

/** How a measure stands, in whole numbers. */
export interface Standing {
  measure: Measure;
  limit: number;
  remaining: number;
  /** Milliseconds until the bucket is full. */
  resetMs: number;
}

/** How one measure stands. */
export function standingOf(budget: Budget, measure: Measure, now: number): Standing {
  refill(budget, now);
  const limit = budget.allowance[measure];
  const left = budget.left[measure];
  return {
    measure,
    limit,
    remaining: Math.max(0, Math.floor(left / WINDOW_MS)),
    resetMs: Math.ceil((limit * WINDOW_MS - left) / limit),
  };
}

/** How the measure stands of which the smaller part is left. */
export function scarcest(budget: Budget, now: number): Standing {
  const [requests, points] = [
    standingOf(budget, "requests", now),
    standingOf(budget, "points", now),
  ];
  return points.remaining / points.limit < requests.remaining / requests.limit ? points : requests;
}
