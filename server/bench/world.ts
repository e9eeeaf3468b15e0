// The bench's world: the shipped set, and synthetic meetings on the days of twenty years.
import { refoldEvents } from "../src/event/event.ts";
import { appendReports, type NewReport } from "../src/ledger/ledger.ts";
import { insertAll } from "../src/storage/batch.ts";
import type { Storage } from "../src/storage/storage.ts";
import { loadShipped } from "../src/transfer/load.ts";
import { readShipped } from "../src/transfer/shipped.ts";
import { dayAt, isoOf } from "../src/when/day.ts";
import { parseWhen } from "../src/when/when.ts";

/** The first year of the synthetic meetings: before all that ships. */
export const FIRST_YEAR = 1980;
const YEARS = 20;

/** Loads the shipped set and makes `count` meetings, each with a report, two to four participants and now and then an agreement. */
export async function fill(storage: Storage, count: number): Promise<void> {
  await storage.migrate();
  await loadShipped(storage, { clock: () => new Date() });
  const shipped = await readShipped();
  const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
  const start = dayAt(FIRST_YEAR, 1, 1);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const id = (number: number) => `meeting-${String(number).padStart(6, "0")}`;
  const day = (number: number) => start + Math.floor((number * YEARS * 365) / count);

  await storage.write(async (tx) => {
    const { event, eventParticipant, eventAgreement } = tx.tables;
    const rows = numbers.map((number) => ({
      ...of(shipped.event, number),
      id: id(number),
      title: `${of(shipped.event, number).title} (${number})`,
      summaryKnownOn: of(shipped.event, number).summary === null ? null : day(number),
      sessionId: null,
      partOfId: null,
      rescheduledToId: null,
      firstKnown: day(number),
      version: 1,
    }));
    await insertAll(tx, event, rows);
    const parts = numbers.flatMap((number) =>
      Array.from({ length: 2 + (number % 3) }, (_, position) => ({
        eventId: id(number),
        position,
        role: "PARTICIPANT" as const,
        leaderId: of(shipped.leader, number * 7 + position * 3).id,
        countryId: of(shipped.country, number * 5 + position).id,
        officeId: of(shipped.office, number * 11 + position).id,
        forumId: null,
      })),
    );
    await insertAll(tx, eventParticipant, parts);
    const links = numbers.filter((number) => number % 3 === 0);
    await insertAll(
      tx,
      eventAgreement,
      links.map((number) => ({
        eventId: id(number),
        agreementId: of(shipped.agreement, number).id,
        relation: "DISCUSSED" as const,
      })),
    );
    await appendReports(
      tx,
      numbers.map(
        (number): NewReport => ({
          id: `report-${id(number)}`,
          subject: "EVENT",
          subjectId: id(number),
          act: "CLAIM",
          targetId: null,
          knownOn: day(number),
          knownOnBasis: "EVENT_DAY",
          status: "HELD",
          step: null,
          moves: true,
          when: parseWhen(isoOf(day(number))),
          placeId: of(shipped.place, number).id,
          claimant: "The bench",
          standing: "PARTY",
          parties: [],
          body: null,
          confidence: "CERTAIN",
          dateConfidence: "CERTAIN",
          uncertainty: null,
          note: null,
          sourceIds: [of(shipped.source, number).id],
          recordedAt: "2026-01-01T00:00:00.000Z",
          recordedBy: "bench",
        }),
      ),
    );
    await refoldEvents(tx, numbers.map(id));
  });
}
