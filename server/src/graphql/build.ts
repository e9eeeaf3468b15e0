// Makes the executable schema from the SDL and the rooms. Knows the protocol, no room.
import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import { Refusal } from "../refusal.ts";
import { today } from "../when/day.ts";
import type { Context, Deadline, Reading, Viewer } from "./context.ts";
import { checkGiven } from "./given.ts";
import { globalId, partsOfGlobalId } from "./id.ts";
import { answer, type Relations, type Row, readAttached, rootReader } from "./load.ts";
import type { Room } from "./room.ts";
import { scalars } from "./scalars.ts";
import { stoppable } from "./stoppable.ts";

/** To whoever sends a subscription as if it had one answer. */
const NOT_HERE =
  "A subscription has no single answer. Send it over WebSocket, with the subprotocol graphql-transport-ws, or follow GET /changes.";

/** Gives what lets a mutation through for a viewer, or refuses it. Throws for one to which nobody has a right. */
export type Gates = (mutation: string) => (viewer: Viewer) => void;

/**
 * The executable schema of an SDL text and its rooms. Throws when a room names a type or field that the SDL lacks, and when nobody has a right to
 * a mutation of the SDL.
 */
export function build(sdl: string, rooms: readonly Room[], gateTo: Gates): GraphQLSchema {
  const schema = buildSchema(sdl);
  const relations = mergeRelations(rooms);
  const root = rootReader(relations);

  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && scalars[type.name]) Object.assign(type, scalars[type.name]);
    if (isAbstractType(type)) type.resolveType = (row: Row) => row.__typename;
    if (isObjectType(type) && !type.name.startsWith("__")) defaultFields(type);
  }

  const set = (typeName: string, name: string, resolve: unknown, subscribe?: unknown) => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`A room answers ${typeName}.${name}, which the SDL does not have`);
    // biome-ignore lint/suspicious/noExplicitAny: every resolver is typed where it is made.
    Object.assign(field, { resolve, ...(subscribe !== undefined && { subscribe }) } as any);
  };

  for (const [typeName, fields] of Object.entries(relations)) {
    for (const name of Object.keys(fields)) set(typeName, name, readAttached);
  }
  const gates = new Map(
    Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => [name, gateTo(name)]),
  );
  for (const room of rooms) {
    for (const [name, read] of Object.entries(room.queries ?? {})) set("Query", name, root(read));
    for (const [name, write] of Object.entries(room.mutations ?? {})) {
      set("Mutation", name, (_: unknown, args: Row, context: Context, info: never) => {
        gates.get(name)?.(context.viewer);
        checkGiven(args);
        return write(args, context, (tx, payload) => {
          const reading: Reading = {
            tx,
            asOf: null,
            today: today(context.clock),
            deadline: context.deadline,
          };
          return answer(relations, reading, info, () => payload) as Promise<Row>;
        });
      });
    }
    for (const [name, tell] of Object.entries(room.subscriptions ?? {})) {
      const subscribe = (_: unknown, args: Row, context: Context) => {
        checkGiven(args);
        return stoppable((signal) => tell(args, context, signal));
      };
      const resolve = (row: Row, _args: unknown, context: Context, info: never) => {
        if (row === undefined) throw new Refusal("INVALID_INPUT", NOT_HERE);
        const { storage, clock, inTime } = context;
        const tell = (deadline?: Deadline) =>
          storage.read(
            (tx) => {
              const reading: Reading = { tx, asOf: null, today: today(clock), deadline };
              return answer(relations, reading, info, () => row);
            },
            deadline ? { withinMs: deadline.ms } : {},
          );
        return inTime ? inTime(tell) : tell();
      };
      set("Subscription", name, resolve, subscribe);
    }
    for (const [typeName, fields] of Object.entries(room.fields ?? {})) {
      for (const [name, compute] of Object.entries(fields)) set(typeName, name, compute);
    }
  }
  const nodes = nodeReader(rooms);
  set(
    "Query",
    "node",
    root<{ id: string }>(async (reading, { id }) => (await nodes(reading, [id]))[0]),
  );
  set(
    "Query",
    "nodes",
    root<{ ids: string[] }>((reading, { ids }) => nodes(reading, ids)),
  );
  return schema;
}

function mergeRelations(rooms: readonly Room[]): Relations {
  const merged: Relations = {};
  for (const room of rooms) {
    for (const [typeName, fields] of Object.entries(room.relations ?? {})) {
      merged[typeName] = { ...merged[typeName], ...fields };
    }
  }
  return merged;
}

/** Ids and slugs are the same everywhere: a row's `id` is its slug, and the global id is made of type and slug. */
function defaultFields(type: GraphQLObjectType): void {
  const fields = type.getFields();
  for (const field of Object.values(fields)) field.resolve = readAttached;
  const isNode = type.getInterfaces().some((each) => isInterfaceType(each) && each.name === "Node");
  if (!isNode) return;
  if (fields.id) fields.id.resolve = (row: Row) => globalId(type.name, String(row.id));
  if (fields.slug) fields.slug.resolve = (row: Row) => row.id;
}

function nodeReader(rooms: readonly Room[]) {
  const readers = Object.assign({}, ...rooms.map((room) => room.nodes ?? {})) as NonNullable<
    Room["nodes"]
  >;
  const gone = rooms.flatMap((room) => room.gone ?? [])[0];
  return async (reading: Reading, ids: string[]): Promise<(Row | null)[]> => {
    const parts = ids.map(partsOfGlobalId);
    const found: (Row | null)[] = ids.map(() => null);
    for (const type of new Set(parts.map((part) => part.type))) {
      const read = readers[type];
      if (!read) continue; // an id of a type that is gone, or made by hand: nothing has it
      const places = parts.flatMap((part, index) => (part.type === type ? [index] : []));
      const slugs = places.map((place) => parts[place]?.slug ?? "");
      const rows = await read(reading, slugs);
      const lost = slugs.filter((_, index) => !rows[index]);
      const left = gone && lost.length > 0 ? await gone(reading, type, lost) : [];
      places.forEach((place, index) => {
        const row = rows[index];
        found[place] = row
          ? { ...row, __typename: type }
          : (left[lost.indexOf(slugs[index] ?? "")] ?? null);
      });
    }
    return found;
  };
}
