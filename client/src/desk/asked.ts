// What the one form asks and tells the API, made from what things consist of. `things.test.ts` holds every text against the contract. Pure.
import { capital, type FieldOf } from "./field.ts";
import { fieldsOf, type Name } from "./thing.ts";
import { THINGS } from "./things.ts";

/** A thing as it stands: its fields by their names, and lists of its parts, in it or beside it. */
export interface Asked {
  viewer: { following: number | null };
  thing: Record<string, unknown> | null;
  [list: string]: unknown;
}

/** The question of a thing as it stands, of its parts, and of its last changes; `$slug` is its slug, code or id. */
export function questionOf(name: Name): string {
  const thing = THINGS[name];
  const isNode = thing.ask.startsWith("node");
  const parts = thing.parts ?? [];
  const own = [
    "__typename id",
    ...(thing.owner ? [`${thing.owner} { id slug title version }`] : ["slug version"]),
    ...(name === "source" || thing.owner ? [] : ["called: title"]),
    ...(thing.isReported ? ["reported: reports(first: 1) { totalCount }"] : []),
    ...selectionsOf(fieldsOf(thing, false)),
    ...parts.filter(({ beside }) => !beside).map((part) => listOf(part.ask, part.of)),
  ].join(" ");
  const beside = parts.filter((part) => part.beside).map((part) => listOf(part.ask, part.of));
  const whole = isNode ? `... on ${thing.type} { ${own} }` : own;
  const type = isNode ? "ID" : "String";
  return `query DeskThing($slug: ${type}!) { viewer { following } thing: ${thing.ask} { ${whole} } ${beside.join(" ")} }`;
}

function listOf(ask: string, of: Name): string {
  const line = {
    term: "id title from to",
    office: "id title",
    membership: "id country { name } from to",
    session: "id name when { edtf }",
    place: "id title",
  }[of as string];
  const nodes = ask.includes("(") ? `totalCount nodes { ${line} }` : line;
  return `${of}List: ${ask} { ${nodes} }`;
}

function selectionsOf(fields: readonly FieldOf[]): string[] {
  return fields.map(({ name, read = name }) => read);
}

/** The mutation by its name, as text: one that makes, corrects or merges. Undefined for any other. */
export function mutationOf(action: string): string | undefined {
  const [, verb, noun = ""] = /^(create|update|merge)([A-Z]\w*)$/.exec(action) ?? [];
  if (!verb) return undefined;
  const name = (noun.charAt(0).toLowerCase() + noun.slice(1)).replace(
    verb === "merge" ? /s$/ : "",
    "",
  );
  const isSource = name === "source";
  const isNew = verb === "create" && !THINGS[name as Name]?.owner;
  const stale = isSource ? "StaleSourceError" : "StaleVersionError";
  const faster = isNew ? "" : `... on ${stale} { currentVersion changedBy changedAt }`;
  const own = [isSource ? "title: publisher" : "title", name === "country" ? "code" : ""].join(" ");
  const moved = verb === "merge" ? "after" : "";
  return `mutation DeskThing($input: ${capital(action)}Input!) { ${action}(input: $input) {
    entity { __typename id slug ${own} version } change { id version ${moved} differences { field before after } } replayed
    errors { __typename ... on UserError { code message path } ${faster} } } }`;
}
