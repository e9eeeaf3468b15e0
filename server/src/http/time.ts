/** Time that a request may take. */
import type { Deadline } from "../graphql/context.ts";
import { tookTooLong } from "../limits.ts";

/** A deadline so many milliseconds from now. */
export function deadlineIn(ms: number): Deadline {
  const end = performance.now() + ms;
  return { ms, isOver: () => performance.now() > end };
}

/**
 * What some work comes to, if it does so in time.
 * @throws Refusal EXECUTION_TIMEOUT when it does not. The work goes on, since nothing can stop it, and nobody hears how it ends.
 */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tookTooLong(ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
