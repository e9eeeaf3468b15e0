// How many agreements each value of a facet would show, beside a page of them.
import { desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import type { AgreementFilter } from "./page.ts";
import { matching } from "./page.ts";

/** What agreements are counted by: fields of a filter. */
export const AGREEMENT_FACETS = ["kinds", "statuses", "countries", "forums", "topics"] as const;

/** One of the facets. */
export type AgreementFacet = (typeof AGREEMENT_FACETS)[number];

/** Values of a facet that are told: a list to choose from, not a record. */
export const MOST_FACETS = 100;

/**
 * Counts, for every value of a facet, the agreements that it alone would show while the rest of the filter stands: what the filter itself says
 * of the facet is lifted. The most first; a value that would show nothing is left out, and so is what follows the first hundred. One statement.
 */
export async function facetOfAgreements(
  { tx, asOf }: Reading,
  filter: AgreementFilter,
  facet: AgreementFacet,
): Promise<{ value: string; count: number }[]> {
  const { agreement, agreementState: state, agreementParty, agreementTopic, country } = tx.tables;
  const column = {
    kinds: agreement.kind,
    statuses: state.status,
    countries: country.code,
    forums: agreementParty.forumId,
    topics: agreementTopic.topicId,
  }[facet];
  const count = sql<number>`count(distinct ${agreement.id})`.mapWith(Number);
  const value = sql<string>`${column}`;
  const base = tx.db
    .select({ value, count })
    .from(agreement)
    .innerJoin(state, eq(state.agreementId, agreement.id))
    .leftJoin(
      agreementParty,
      facet === "countries" || facet === "forums"
        ? eq(agreementParty.agreementId, agreement.id)
        : sql`false`,
    )
    .leftJoin(country, eq(country.id, agreementParty.countryId))
    .leftJoin(
      agreementTopic,
      facet === "topics" ? eq(agreementTopic.agreementId, agreement.id) : sql`false`,
    );
  return base
    .where(sql`${matching(tx, { ...filter, [facet]: null }, asOf)} and ${isNotNull(column)}`)
    .groupBy(value)
    .orderBy(desc(count), value)
    .limit(MOST_FACETS)
    .prepare()
    .execute({ asOf });
}
