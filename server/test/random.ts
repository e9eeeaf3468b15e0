// Random requests made from a schema: most of them whole, some bent, some broken. Chance comes in, so that a run can be repeated.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** A number from 0 up to 1. */
export type Chance = () => number;

/** What is sent. */
export interface Sent {
  query: string;
  variables: Record<string, unknown>;
}

/** The same numbers for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts that something might choke on, beside some that are found. */
const TEXTS = [
  "",
  "RU",
  "ir",
  "brics",
  "ru-ir-2025",
  "visit-pezeshkian-moscow-2025",
  "vladimir-putin",
  "2024-12-05",
  "2025-01~",
  "1900-01-01",
  "9999-12-31",
  "-0001-01-01",
  "2024-02-30",
  "2024-12-05T00:00:00Z",
  "Пезешкиан",
  "پزشکیان",
  "👩‍👩‍👧",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e",
  "'",
  '"',
  "\\",
  "%",
  "_",
  "*",
  "a*",
  "AND",
  "NEAR(",
  "'; drop table event; --",
  "__proto__",
  "constructor",
  "https://example.org/",
  "javascript:alert(1)",
  "x".repeat(3000),
  "W10",
  "RXZlbnQ6eA",
  "bnVsbA==",
  "%E0%A4%A",
];
/** Cursors that no answer has given. */
const KEYS = [
  [],
  ["a"],
  ["a", "b"],
  [1, 2],
  ["a", 1],
  [1, "a"],
  [null, "a"],
  [1.5, "a"],
  [1e300, "a"],
  ["a", 1, "b"],
  [1, 2, "a"],
  ["\0", "a"],
];
const CURSORS = KEYS.map((key) => Buffer.from(JSON.stringify(key)).toString("base64url"));
const NUMBERS = [0, 1, 2, 20, 100, 101, -1, 2147483647, -2147483648, 1e9];

/** Makes requests of one schema. */
export class Random {
  readonly #schema: GraphQLSchema;
  readonly #chance: Chance;
  #fragments: string[] = [];
  #definitions: string[] = [];
  #variables: Record<string, unknown> = {};
  #left = 0;

  constructor(schema: GraphQLSchema, chance: Chance) {
    this.#schema = schema;
    this.#chance = chance;
  }

  /** The next request. */
  request(): Sent {
    this.#fragments = [];
    this.#definitions = [];
    this.#variables = {};
    this.#left = 4 + this.#below(40);
    const isWrite = this.#may(0.1);
    const root = isWrite ? this.#schema.getMutationType() : this.#schema.getQueryType();
    if (!root) throw new Error("There is nothing to ask");
    const selection = this.#selection(root, 1);
    const head = this.#definitions.length > 0 ? `(${this.#definitions.join(", ")})` : "";
    const query = `${isWrite ? "mutation" : "query"} Random${head} ${selection}\n${this.#fragments.join("\n")}`;
    return { query: this.#may(0.06) ? this.#broken(query) : query, variables: this.#variables };
  }

  #below(count: number): number {
    return Math.floor(this.#chance() * count);
  }

  #may(part: number): boolean {
    return this.#chance() < part;
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #selection(type: GraphQLNamedOutputType, depth: number): string {
    const parts: string[] = [];
    const count = depth === 1 ? 1 + this.#below(3) : 1 + this.#below(6);
    for (let index = 0; index < count; index++) parts.push(this.#part(type, depth));
    if (!parts.some((part) => part.trim())) parts.push("__typename");
    return `{ ${parts.join(" ")} }`;
  }

  #part(type: GraphQLNamedOutputType, depth: number): string {
    if (this.#may(0.02)) return "__typename";
    if (this.#may(0.005)) return "nothing";
    if (isAbstractType(type) && this.#may(0.6)) return this.#onOne(type.name, depth);
    if (depth > 1 && this.#may(0.06)) return this.#fragment(type, depth);
    if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
    const fields = Object.values(type.getFields()).filter(
      (field) => this.#mayGoOn(depth) || !isCompositeType(getNamedType(field.type)),
    );
    return fields.length === 0 ? "" : this.#field(this.#one(fields), depth);
  }

  #mayGoOn(depth: number): boolean {
    return this.#left > 0 && depth < 4 + this.#below(8);
  }

  #onOne(name: string, depth: number): string {
    const type = this.#schema.getType(name);
    if (!isAbstractType(type)) return "__typename";
    const one = this.#one(this.#schema.getPossibleTypes(type));
    return `... on ${one.name} ${this.#selection(one, depth)}`;
  }

  #fragment(type: GraphQLNamedOutputType, depth: number): string {
    const name = `F${this.#fragments.length}`;
    const place = this.#fragments.push("") - 1;
    this.#fragments[place] = `fragment ${name} on ${type.name} ${this.#selection(type, depth)}`;
    return `...${name}${this.#directive()} ${this.#may(0.2) ? `...${name}` : ""}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#left -= 1;
    const alias = this.#may(0.08) ? `a${this.#left + 50}: ` : "";
    const args = field.args.flatMap((arg) => this.#argument(arg));
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${this.#selection(type, depth + 1)}` : "";
    const list = args.length > 0 ? `(${args.join(", ")})` : "";
    return `${alias}${field.name}${list}${this.#directive()}${below}`;
  }

  #directive(): string {
    if (!this.#may(0.03)) return "";
    return ` @${this.#one(["skip", "include"])}(if: ${this.#one(["true", "false"])})`;
  }

  #argument({ name, type }: GraphQLArgument): string[] {
    if (!isNonNullType(type) && this.#may(0.6)) return [];
    const isCursor = ["after", "before"].includes(name) && this.#may(0.9);
    const value = isCursor ? this.#one(CURSORS) : this.#value(type, 0);
    if (!this.#may(0.3)) return [`${name}: ${literal(value)}`];
    const variable = `v${this.#definitions.length}`;
    this.#definitions.push(`$${variable}: ${type}`);
    if (!this.#may(0.03)) this.#variables[variable] = jsonOf(value);
    return [`${name}: $${variable}`];
  }

  /** A value of a type; now and then one that is not. */
  #value(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.#may(0.05)) return null;
    if (this.#may(0.01)) return this.#one([true, 3, "text", {}, [null]]);
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const count = this.#may(0.02) ? 120 : this.#below(4);
      return Array.from({ length: count }, () => this.#value(bare.ofType, depth + 1));
    }
    if (isEnumType(bare)) return new Word(this.#one(bare.getValues()).name);
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 4 && this.#may(0.35)),
      );
      const pick = bare.isOneOf ? [this.#one(Object.values(bare.getFields()))] : fields;
      return Object.fromEntries(
        pick.map((field) => [field.name, this.#value(field.type, depth + 1)]),
      );
    }
    if (bare.toString() === "Int") return this.#may(0.6) ? 1 + this.#below(30) : this.#one(NUMBERS);
    if (bare.toString() === "Boolean") return this.#may(0.5);
    if (bare.toString() === "Date" && this.#may(0.8))
      return this.#one(["2024-12-05", "2025-01-18", "2026-01-01", "1900-01-01"]);
    return this.#one(TEXTS);
  }

  /** A piece taken out or put in. */
  #broken(query: string): string {
    const at = this.#below(query.length);
    const piece = this.#one([
      "",
      "{",
      "}",
      "(",
      '"',
      "$",
      "@",
      "\u0000",
      "…",
      "{ ".repeat(200),
      "[".repeat(300),
    ]);
    return query.slice(0, at) + piece + query.slice(at + this.#below(4));
  }
}

/** A value of an enum, which is written without quotes. */
class Word {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

function literal(value: unknown): string {
  if (value instanceof Word) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each)}`)
      .join(", ")} }`;
  }
  return JSON.stringify(value);
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each) => (each instanceof Word ? each.name : each)),
  );
}
