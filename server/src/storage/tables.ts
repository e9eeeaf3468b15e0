import { accessTables } from "../access/table.ts";
import { agreementTables } from "../agreement/table.ts";
import { AGREEMENT_STATUSES } from "../agreement/values.ts";
import { countryTables } from "../country/table.ts";
import { eventTables } from "../event/table.ts";
import { EVENT_STATUSES } from "../event/values.ts";
import { forumTables } from "../forum/table.ts";
import { historyTables } from "../history/table.ts";
import { leaderTables } from "../leader/table.ts";
import { ledgerTables } from "../ledger/table.ts";
import { searchTables } from "../search/table.ts";
import { sourceTables } from "../source/table.ts";
import { storyTables } from "../story/table.ts";
import { timelineTables } from "../timeline/table.ts";
import type { Key, Kit } from "./kit.ts";

/**
 * Every table of every room, on the engine of the kit. Rooms name each other's columns lazily
 * through the keys given here, so that none of them imports a room that comes after it.
 */
export function tables(kit: Kit) {
  const country: Key = () => countries.country.id;
  const place: Key = () => countries.place.id;
  const source: Key = () => sources.source.id;
  const forum: Key = () => forums.forum.id;
  const session: Key = () => forums.session.id;
  const leader: Key = () => leaders.leader.id;
  const office: Key = () => leaders.office.id;
  const agreement: Key = () => agreements.agreement.id;
  const event: Key = () => events.event.id;
  const report: Key = () => ledger.report.id;
  const topic: Key = () => stories.topic.id;
  const eventStatuses = EVENT_STATUSES;
  const agreementStatuses = AGREEMENT_STATUSES;

  const ledger = ledgerTables(kit, {
    event,
    agreement,
    place,
    source,
    country,
    forum,
    eventStatuses,
    agreementStatuses,
  });
  const history = historyTables(kit, { report, source });
  const sources = sourceTables(kit);
  const access = accessTables(kit);
  const countries = countryTables(kit);
  const forums = forumTables(kit, { country, place, source, eventStatuses });
  const leaders = leaderTables(kit, { country, forum, source });
  const agreements = agreementTables(kit, { country, forum, topic, report });
  const events = eventTables(kit, {
    session,
    leader,
    country,
    forum,
    office,
    place,
    agreement,
    topic,
    report,
  });
  const stories = storyTables(kit, { source, leader });
  const timeline = timelineTables(kit);
  const search = searchTables(kit);

  return {
    ...ledger,
    ...history,
    ...sources,
    ...access,
    ...countries,
    ...forums,
    ...leaders,
    ...agreements,
    ...events,
    ...stories,
    ...timeline,
    ...search,
  };
}

/** All tables, under the names that queries use. */
export type Tables = ReturnType<typeof tables>;
