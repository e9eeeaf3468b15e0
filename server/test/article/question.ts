// How a fact of the founding article is asked for: one question, and what its answer must hold.
import { expect } from "vitest";
import { globalId } from "../../src/graphql/id.ts";

/** A question whose answer carries a fact itself, not a text about it. */
export interface Question {
  /** GraphQL fields of the root, such as `event(slug: "…", ${DAY}) { status }`. */
  ask: string;
  /** What the answer must hold; it may hold more. */
  answer: object;
}

/** The day of the article: what it states must be what the API answers as of then. */
export const DAY = 'asOf: "2024-12-05"';

/** A list that holds at least these. */
export const among = (...items: (object | string)[]) => expect.arrayContaining(items);

/** A text that contains this. */
export const says = (text: string) => expect.stringContaining(text);

/** What only a person says or judges is carried by the fact as said: who, by way of whom, how sure. */
export function said(id: string, answer: object): Question {
  return {
    ask: `node(id: "${globalId("Fact", id)}", ${DAY}) { ... on Fact {
      kind statement quote certainty attributedTo uncertainty speaker { slug }
      refs { ... on Event { slug } ... on Agreement { slug } ... on Country { slug } ... on Leader { slug } } } }`,
    answer: { node: answer },
  };
}
