// No list of the API grows without pages. Whatever has none stands here with what bounds it; a new list without pages fails until it does, too.
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../src/limits.ts";
import { schema } from "../src/schema.ts";

/** What bounds a list, and whether it is hard: held by the code, or a matter of what there is in the world to tell. */
const WRITTEN = `Named in one list of a write, which holds ${LIMITS.listEntries.anonymous}.`;
const MACHINE = "The statuses of a machine, which is fixed.";
const SOURCES = "A report or a text names what it rests on: one publication, rarely a handful.";
const COLUMNS = `Columns of one answer, which holds ${LIMITS.columns.anonymous} at most.`;
const LANES = `Lanes are named in lists, which hold ${LIMITS.listEntries.anonymous} each.`;
const FACETS = "The hundred values that show most.";
const RIVALS = "One claim for each claimant who disagrees about the same act.";

const BOUNDED: Record<string, string> = {
  "Agreement.aliases": WRITTEN,
  "Agreement.parties": WRITTEN,
  "Agreement.topics": WRITTEN,
  "Agreement.stages": "One for each move that the machine allowed, and each party that ratified.",
  "Agreement.rivalClaims": RIVALS,
  "Agreement.allowedTransitions": MACHINE,
  "AgreementFacets.*": FACETS,
  "Event.participants": WRITTEN,
  "Event.agreements": WRITTEN,
  "Event.topics": WRITTEN,
  "Event.rivalClaims": RIVALS,
  "Event.allowedTransitions": MACHINE,
  "EventFacets.*": FACETS,
  "Membership.sources": SOURCES,
  "Session.sources": SOURCES,
  "Term.sources": SOURCES,
  "Report.sources": SOURCES,
  "Report.parties": WRITTEN,
  "Change.differences": "One for each field of a thing, and each entry of what it consists of.",
  "Change.removed": "The report taken back and the entity gone: two.",
  "IllegalTransitionError.legal": MACHINE,
  "ImportBundlePayload.rows": "Rows of one text, which a request can hold.",
  "ImportedRow.problems": "What is wrong with one row.",
  "InTheWayError.changes": "Ten at most.",
  "InTheWayError.nodes": "Ten at most.",
  "Leader.alsoKnownAs": WRITTEN,
  "Query.nodes": `As many as ids are given, ${LIMITS.listEntries.anonymous} at most.`,
  "Query.stories": "The first hundred; deprecated for pages.",
  "Query.topics": "The first hundred; deprecated for pages.",
  "Dataset.statusMachines": "Two.",
  "StatusMachine.statuses": MACHINE,
  "StatusDefinition.next": MACHINE,
  "Story.steps": "A narrative that is read from one end to the other; it ships with the program.",
  "StoryStep.about": "What one paragraph is about.",
  "StoryStep.sources": SOURCES,
  "Fact.sentences": "Sentences of one publication that state one fact.",
  "Fact.sources": SOURCES,
  "Fact.refs": "What one sentence is about.",
  "Lane.between": WRITTEN,
  "Lane.holders": "Terms of the two highest offices of one country.",
  "Timeline.lanes": LANES,
  "Timeline.bars": LANES,
  "Timeline.notches": "Beginnings of terms of the two highest offices, in the lanes.",
  "TimelineBar.topics": WRITTEN,
  "TimelineBar.segments": "One for each stage of the agreement.",
  "TimelineMarks.*": COLUMNS,
  "TimelineTicks.*": "One for each day on which something in the columns became known.",
  "TimelineDensity.*": COLUMNS,
};

/** Lists whose name says what bounds them. */
const NAMED: readonly [RegExp, string][] = [
  [/Connection\.(nodes|edges)$/, `A page: ${LIMITS.pageSize.anonymous} at most.`],
  [/Payload\.errors$/, "What is wrong with one input."],
  [/Error\.path$/, "The way to a field of one input."],
];

/** Connections that go one way, and why. */
const ONE_WAY: Record<string, string> = {
  "Query.search": "The best stand first; nobody looks for the worst.",
};

const PAGING = ["first", "after", "last", "before"];

type Field = GraphQLField<unknown, unknown>;
const fields: [path: string, field: Field][] = Object.values(schema.getTypeMap())
  .filter((type) => !type.name.startsWith("__"))
  .flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? [type] : []))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field): [string, Field] => [
      `${type.name}.${field.name}`,
      field,
    ]),
  );
const isList = ({ type }: { type: unknown }) => isListType(getNullableType(type as never));
const isConnection = ({ type }: Field) => getNamedType(type).name.endsWith("Connection");

const lists = fields.filter(([, field]) => isList(field)).map(([path]) => path);
const keyOf = (path: string) => (path in BOUNDED ? path : `${path.slice(0, path.indexOf("."))}.*`);

describe("a list without pages", () => {
  it("says what bounds it", () => {
    const unbounded = lists.filter(
      (path) => !(keyOf(path) in BOUNDED) && !NAMED.some(([name]) => name.test(path)),
    );
    // Give it pages (`graphql/page.ts`), or say above why it cannot grow.
    expect(unbounded).toEqual([]);
  });

  it("is there, when something is said of it", () => {
    const keys = new Set(lists.map(keyOf));
    expect(Object.keys(BOUNDED).filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe("a connection", () => {
  it.each(fields.filter(([, field]) => isConnection(field)))("%s is paged", (path, { args }) => {
    const names = args.map(({ name }) => name).filter((name) => PAGING.includes(name));
    expect(names).toEqual(path in ONE_WAY ? PAGING.slice(0, 2) : PAGING);
  });
});

it("lists are given only to fields of the first level, where they are looked at", () => {
  const given = fields.filter(([, { args }]) => args.some(isList)).map(([path]) => path);
  expect(given.filter((path) => !/^(Query|Mutation|Subscription)\./.test(path))).toEqual([]);
});
