// Everything the founding article says can be asked of the API, as of the day it appeared.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShipped } from "../src/transfer/shipped.ts";
import { BEIJING } from "./article/beijing.ts";
import { MOSCOW } from "./article/moscow.ts";
import { DAY, type Question } from "./article/question.ts";
import { TEHRAN } from "./article/tehran.ts";
import { ask, engines, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

const QUESTIONS: Record<string, Question> = { ...MOSCOW, ...TEHRAN, ...BEIJING };

describe.each(engines)("the founding article on %s", (engine) => {
  let home: World;
  // biome-ignore lint/suspicious/noExplicitAny: an answer.
  let facts: any[];

  beforeAll(async () => {
    home = await shippedWorld(engine);
    const { stories } = await ask(
      home.storage,
      `{ stories(${DAY}) { featured facts(first: 100) { nodes {
           slug statement quote source { slug } sources { slug } refs { __typename id } } } } }`,
    );
    facts = stories[0].facts.nodes;
  });
  afterAll(() => home.close());

  it("states 64 facts, and each has its question here", () => {
    expect(facts).toHaveLength(64);
    expect(Object.keys(QUESTIONS).sort()).toEqual(facts.map((fact) => fact.slug).sort());
  });

  it("is told fact by fact, with its words, its sources and what each fact is about", async () => {
    const { fact: shipped } = await readShipped();
    for (const each of shipped) {
      const fact = facts.find(({ slug }) => slug === each.id);
      expect(fact).toMatchObject({
        statement: each.statement,
        quote: each.quote,
        source: { slug: "jpost-2024-12-05" },
        sources: each.sourceIds.map((slug) => ({ slug })),
      });
      const about = fact.refs.map((ref: { __typename: string; id: string }) => {
        const [, id] = Buffer.from(ref.id, "base64url").toString().split(":");
        return { type: ref.__typename, id };
      });
      expect(about).toEqual(each.refs);
    }
  });

  it.each(Object.entries(QUESTIONS))("%s is in the answer to its question", async (_, question) => {
    expect(await ask(home.storage, `{ ${question.ask} }`)).toMatchObject(question.answer);
  });
});
