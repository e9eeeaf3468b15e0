// Many marks on one day, for a limit to be reached.
import { eq } from "drizzle-orm";
import { OPEN } from "../../src/ledger/ledger.ts";
import { insertAll } from "../../src/storage/batch.ts";
import { dayOf } from "../../src/when/day.ts";
import type { World } from "../world.ts";

const DAY = "1900-01-01";

/** Has exactly so many marks lie on a day of which nothing else is told, and answers what asks for them. */
export async function manyMarks({ storage }: World, count: number): Promise<string> {
  await storage.write(async (tx) => {
    const { event, eventState, eventParticipant, country } = tx.tables;
    const there = await tx.db.$count(eventState, eq(eventState.edtf, DAY));
    const [like] = await tx.db.select().from(event).limit(1);
    const [state] = await tx.db.select().from(eventState).limit(1);
    const [iran] = await tx.db.select().from(country).where(eq(country.code, "IR"));
    if (!like || !state || !iran) throw new Error("Nothing ships");
    const ids = Array.from({ length: count - there }, (_, place) => `many-${there + place}`);
    const whole = { partOfId: null, rescheduledToId: null, sessionId: null };
    const [day, span] = [dayOf(DAY), "SHORT" as const];
    const date = { edtf: DAY, fixed: true, precision: "DAY" as const, earliest: day, latest: day };
    await insertAll(
      tx,
      event,
      ids.map((id) => ({ ...like, ...whole, id })),
    );
    await insertAll(
      tx,
      eventState,
      ids.map((eventId) => ({ ...state, ...date, eventId, sortDay: day, span, knownTo: OPEN })),
    );
    await insertAll(
      tx,
      eventParticipant,
      ids.map((eventId) => ({
        eventId,
        position: 0,
        role: "PARTICIPANT" as const,
        countryId: iran.id,
      })),
    );
  });
  // Under a name of its own, so that no answer from before is given.
  return `query Marks${count} { timeline(window: { from: "${DAY}", to: "${DAY}" }, lanes: { countries: ["IR"] }, filter: { fixed: true }) { marks { slug } } }`;
}
