// Pages of agreements, filtered and ordered. There are some thousands at most, so a page may sort what it filters.
import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { INT, type Order, type PageRequest, type SortKey, TEXT } from "../graphql/page.ts";
import { lastChanged } from "../history/history.ts";
import { isChosen, isGeneralKnowledge, isKnown, isUnheardSince, OPEN } from "../ledger/ledger.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import { checkNesting, conditionIn, type Nested } from "../storage/logic.ts";
import { eachIn } from "../storage/match.ts";
import type { Tx } from "../storage/storage.ts";
import { containWords } from "../storage/words.ts";
import type { Day } from "../when/day.ts";
import { checkRange } from "../when/range.ts";
import { rank } from "./move.ts";
import { type AgreementRow, agreementRow } from "./rows.ts";
import { type AGREEMENT_KINDS, AGREEMENT_STATUSES } from "./values.ts";

/** Which agreements to list; see `AgreementFilter` in the contract. */
export interface AgreementFilter extends Nested<AgreementFilter> {
  between?: { from?: Day | null; to?: Day | null } | null;
  kinds?: (typeof AGREEMENT_KINDS)[number][] | null;
  statuses?: (typeof AGREEMENT_STATUSES)[number][] | null;
  countries?: string[] | null;
  forums?: string[] | null;
  topics?: string[] | null;
  text?: string | null;
  disputed?: boolean | null;
  undecided?: boolean | null;
  lastReportBefore?: Day | null;
  generalKnowledge?: boolean | null;
}

/** In what order; see `AgreementOrder` in the contract. */
export interface AgreementOrder {
  field: "WHEN" | "TITLE" | "STATUS" | "CHANGED";
  direction: "ASC" | "DESC";
}

/** An agreement in a list; with what it was sorted by, when that is its last change. */
export type ListedAgreement = AgreementRow & { lastChanged?: number | undefined };

/** One more than a page of agreements as known on the day. */
export async function agreementsPage(
  tx: Tx,
  filter: AgreementFilter,
  order: AgreementOrder,
  request: PageRequest,
  asOf: Day | null,
): Promise<ListedAgreement[]> {
  const { agreement, agreementState } = tx.tables;
  const by: By[] = [
    { value: valueIn(tx, order), way: order.direction },
    { value: agreement.id, way: "ASC" },
  ];
  const rows = await tx.db
    .select({
      agreement,
      agreementState,
      ...(order.field === "CHANGED" && { lastChanged: valueIn(tx, order).mapWith(Number) }),
    })
    .from(agreement)
    .innerJoin(agreementState, eq(agreementState.agreementId, agreement.id))
    .where(and(matching(tx, filter, asOf), between(by, request)))
    .orderBy(...inOrder(by, request))
    .limit(request.size + 1)
    .prepare()
    .execute({ asOf });
  return rows.map((row) => ({ ...agreementRow(row), lastChanged: row.lastChanged }));
}

/** How many agreements there are of those asked for. */
export async function countAgreements(
  tx: Tx,
  filter: AgreementFilter,
  asOf: Day | null,
): Promise<number> {
  const { agreement, agreementState } = tx.tables;
  const [row] = await tx.db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(agreement)
    .innerJoin(agreementState, eq(agreementState.agreementId, agreement.id))
    .where(matching(tx, filter, asOf))
    .prepare()
    .execute({ asOf });
  return row?.count ?? 0;
}

/** What cursors in an order are made of. */
export function orderOf({ field, direction }: AgreementOrder): Order {
  return {
    of: `Query.agreements ${field} ${direction}`,
    parts: [field === "TITLE" ? TEXT : INT, TEXT],
  };
}

/** The sort key of a row in an order: what `agreementsPage` sorts by. */
export function keyIn(order: AgreementOrder): (row: ListedAgreement) => SortKey {
  return (row) => {
    if (order.field === "CHANGED") return [row.lastChanged ?? 0, row.id];
    if (order.field === "TITLE") return [row.title, row.id];
    if (order.field === "STATUS") return [rank(row.status), row.id];
    return [row.sortDay ?? undated(order), row.id];
  };
}

/** Where those without a date stand: last, either way. */
function undated(order: AgreementOrder): number {
  return order.direction === "ASC" ? OPEN : -OPEN;
}

function valueIn(tx: Tx, order: AgreementOrder): SQL {
  const { agreement, agreementState } = tx.tables;
  if (order.field === "TITLE") return sql`${agreement.title}`;
  if (order.field === "CHANGED")
    return lastChanged(tx.tables, "Agreement", agreement.id, agreementState.began);
  if (order.field === "WHEN") {
    return sql`coalesce(${agreementState.sortDay}, ${sql.raw(String(undated(order)))})`;
  }
  const cases = AGREEMENT_STATUSES.map((status) => `when '${status}' then ${rank(status)}`);
  return sql`case ${agreementState.status} ${sql.raw(cases.join(" "))} end`;
}

/** The condition of a filter on `agreement` and `agreement_state`, as known on the day; it takes the parameter `asOf`. */
export function matching(tx: Tx, filter: AgreementFilter, asOf: Day | null): SQL | undefined {
  checkNesting(filter, ["filter"]);
  return and(
    isKnown(tx.tables.agreementState, asOf),
    conditionIn(filter, (each) => clauses(tx, each, asOf)),
  );
}

/** What one filter says itself. */
function clauses(tx: Tx, filter: AgreementFilter, asOf: Day | null): SQL | undefined {
  const { agreement, agreementState, agreementParty, agreementTopic, country } = tx.tables;
  const hasParty = (which: SQL | undefined) =>
    exists(
      tx.db
        .select({ one: sql`1` })
        .from(agreementParty)
        .leftJoin(country, eq(country.id, agreementParty.countryId))
        .where(and(eq(agreementParty.agreementId, agreement.id), which)),
    );
  const hasTopic = (topics: string[]) =>
    exists(
      tx.db
        .select({ one: sql`1` })
        .from(agreementTopic)
        .where(
          and(
            eq(agreementTopic.agreementId, agreement.id),
            inArray(agreementTopic.topicId, topics),
          ),
        ),
    );
  const day = asOf === null ? null : sql`${sql.placeholder("asOf")}`;
  const subject = { column: "agreement_id", id: agreement.id } as const;
  const as = (asked: boolean | null | undefined, holds: () => SQL) =>
    asked == null ? undefined : asked ? holds() : sql`not (${holds()})`;
  checkRange(filter.between, "filter", "between");
  const { from, to } = filter.between ?? {};
  const codes = filter.countries?.map((code) => code.toUpperCase());
  return and(
    to == null ? undefined : sql`${agreementState.began} <= ${to}`,
    from == null ? undefined : sql`coalesce(${agreementState.ended}, ${OPEN}) >= ${from}`,
    filter.kinds == null ? undefined : inArray(agreement.kind, filter.kinds),
    filter.statuses == null ? undefined : inArray(agreementState.status, filter.statuses),
    codes == null ? undefined : hasParty(inArray(country.code, codes)),
    filter.forums == null ? undefined : hasParty(inArray(agreementParty.forumId, filter.forums)),
    filter.topics == null ? undefined : hasTopic(filter.topics),
    filter.disputed == null ? undefined : eq(agreementState.disputed, filter.disputed),
    as(filter.undecided, () => isUndecided(tx, day)),
    as(filter.generalKnowledge, () => isGeneralKnowledge(subject, day)),
    filter.lastReportBefore == null
      ? undefined
      : isUnheardSince(sql`${filter.lastReportBefore}`, subject, day),
    containWords(
      tx,
      [agreement.title, agreement.shortTitle, sql`cast(${agreement.aliases} as text)`],
      filter.text,
    ),
  );
}

/** Whether claims disagree, of which no editor preferred one: where one is preferred, it is the one shown. */
function isUndecided(tx: Tx, asOf: SQL | null): SQL {
  const { agreementState: state } = tx.tables;
  const { from, field } = eachIn(tx, state.rivals, "rival");
  return sql`${state.disputed} and exists (select 1 from ${from}
    where ${field("shown")} in ('1', 'true') and not ${isChosen(field("reportId"), asOf)})`;
}
