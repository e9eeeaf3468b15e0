// Who takes part in an event, as an editor names them.
import { countryOf } from "../country/country.ts";
import { named, unknown, type Wrong } from "../edit/edit.ts";
import { termsOfLeaders } from "../leader/leader.ts";
import { OFFICE_RANKS } from "../leader/values.ts";
import type { Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";

/** Somebody who takes part: a leader, or a country or forum by itself. */
export interface ParticipantInput {
  role: Stored<"eventParticipant">["role"];
  leader?: string | null;
  country?: string | null;
  forum?: string | null;
}

/** Somebody who takes part, as it is stored beside the event. */
export type Participant = Omit<Stored<"eventParticipant">, "eventId" | "position">;

/** Who takes part, in the order given, each with the office held on `day`. A leader stands for their country unless another is named. */
export async function participantsOf(
  tx: Tx,
  inputs: readonly ParticipantInput[],
  day: Day,
  wrong: Wrong,
): Promise<Participant[]> {
  const leaders = await named(
    tx,
    "leader",
    inputs.map(({ leader }) => leader),
  );
  const forums = await named(
    tx,
    "forum",
    inputs.map(({ forum }) => forum),
  );
  const offices = await officesOn(
    tx,
    leaders.map((leader) => leader?.id ?? ""),
    day,
  );
  const participants: Participant[] = [];
  for (const [place, input] of inputs.entries()) {
    const field = (name: string) => `participants.${place}.${name}`;
    const country = input.country == null ? null : await countryOf(tx, input.country);
    if (input.leader == null && input.country == null && input.forum == null)
      wrong(`participants.${place}`, "Name a leader, a country or a forum.");
    if (input.leader != null && !leaders[place])
      wrong(field("leader"), unknown("leader", input.leader));
    if (input.country != null && !country)
      wrong(field("country"), unknown("country", input.country, "ISO code"));
    if (input.forum != null && !forums[place]) wrong(field("forum"), unknown("forum", input.forum));
    participants.push({
      role: input.role,
      leaderId: leaders[place]?.id ?? input.leader ?? null,
      countryId: country?.id ?? leaders[place]?.countryId ?? null,
      forumId: forums[place]?.id ?? input.forum ?? null,
      officeId: offices[place] ?? null,
    });
  }
  return participants;
}

/** The highest office that each leader held on a day; null for one who held none. */
async function officesOn(tx: Tx, leaderIds: readonly string[], day: Day) {
  const terms = await termsOfLeaders(tx, leaderIds, null);
  return terms.map((group) => {
    const held = group.filter(
      ({ fromDay, toDay }) =>
        (fromDay === null || fromDay <= day) && (toDay === null || toDay >= day),
    );
    held.sort(
      (a, b) =>
        OFFICE_RANKS.indexOf(a.office.rank) - OFFICE_RANKS.indexOf(b.office.rank) ||
        (b.fromDay ?? 0) - (a.fromDay ?? 0),
    );
    return held[0]?.officeId ?? null;
  });
}
