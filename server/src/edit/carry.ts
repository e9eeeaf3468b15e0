// One action, one mutation, one transaction; a dry run's is rolled back.
import { requireRole } from "../access/access.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Write } from "../graphql/room.ts";
import type { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import { refused } from "./answer.ts";
import type { SaidInput } from "./input.ts";
import type { Request } from "./plan.ts";

/** What came of an edit is not fit to stand: thrown inside a write, which it takes back. */
export class Unfit extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The mutation that carries a request out. Refuses whoever is not an editor; everything else that is expected is in the payload. */
export function carriedOut<Input extends SaidInput>(
  alias: string | undefined,
  carry: (request: Request<Input>) => Promise<Row>,
): Write<{ input: Input }> {
  return async ({ input }, { viewer, clock, storage }, complete) => {
    const by = requireRole(viewer, "EDITOR");
    const at = clock().toISOString();
    const now = today(clock);
    const answer = (tx: Tx, payload: Row) =>
      complete(tx, alias ? { ...payload, [alias]: payload.entity } : payload);
    try {
      return await storage.write(
        async (tx) => {
          const reading: Reading = { tx, asOf: null, today: now };
          return answer(tx, await carry({ input, by, at, reading }));
        },
        { dryRun: input.dryRun === true },
      );
    } catch (error) {
      // Seen only once it had been written: it is taken back with the transaction, and told like the rest.
      if (!(error instanceof Unfit)) throw error;
      return storage.read((tx) => answer(tx, refused(error.refusal)));
    }
  };
}
