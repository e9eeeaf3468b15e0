// What a released API owes to whoever was written against it. `npm test` holds every change of the SDL against these rules.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(import.meta.dirname, "../schema/package.json"));
const { CriticalityLevel, diff } = require("@graphql-inspector/core");
const { isEnumType, isInputObjectType, isInterfaceType, isObjectType } = require("graphql");

/** So many days at least lie between the last release and the removal of what is deprecated since. */
export const NOTICE_DAYS = 180;

/** The day of a reason that reads `… Removal on 2027-06-01.`; null where it names none that exists. */
export function removalIn(reason) {
  const day = /Removal on (\d{4}-\d\d-\d\d)\b/.exec(reason)?.[1];
  return day && !Number.isNaN(Date.parse(day)) && isoOf(Date.parse(day)) === day ? day : null;
}

/** Everything deprecated in a schema: its path, such as `Query.events.first` or `EventKind.CALL`, and the day it goes. */
export function deprecationsIn(schema) {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__"))
    .flatMap((type) => membersOf(type))
    .filter(({ reason }) => reason != null)
    .map(({ path, reason }) => ({ path, removal: removalIn(reason) }));
}

function membersOf(type) {
  const named = (at, { name, deprecationReason }) => ({
    path: `${at}.${name}`,
    reason: deprecationReason,
  });
  if (isEnumType(type)) return type.getValues().map((value) => named(type.name, value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => named(type.name, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    named(type.name, field),
    ...field.args.map((arg) => named(`${type.name}.${field.name}`, arg)),
  ]);
}

/** Removals that may be announced. Whatever else breaks a client needs a new name beside the old one. */
const REMOVALS = new Set([
  "FIELD_REMOVED",
  "FIELD_ARGUMENT_REMOVED",
  "INPUT_FIELD_REMOVED",
  "ENUM_VALUE_REMOVED",
]);

/**
 * What breaks for those who rely on the released schema, in sentences: every breaking change, but the removal of what
 * the release itself said would go by `today`, an ISO day.
 */
export async function broken(released, present, today) {
  const announced = new Map(deprecationsIn(released).map(({ path, removal }) => [path, removal]));
  const changes = await diff(released, present);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ type, path }) => {
      if (type === "TYPE_REMOVED" && !isNamedByItself(released.getType(path))) return false;
      const removal = REMOVALS.has(type) ? announced.get(path) : undefined;
      return removal == null || removal > today;
    })
    .map(({ message }) => message);
}

/**
 * Whether a query can name a type that no field it asks for leads to: `... on Event` below `node`. The removal of any other shows in the
 * fields that led to it.
 */
function isNamedByItself(type) {
  return isObjectType(type) && type.getInterfaces().length > 0;
}

/** What is newly deprecated and goes too soon after the release, an ISO day, for anybody to have heard of it. */
export function hasty(released, present, releasedOn) {
  const before = new Set(deprecationsIn(released).map(({ path }) => path));
  const earliest = isoOf(Date.parse(releasedOn) + NOTICE_DAYS * 86_400_000);
  return deprecationsIn(present)
    .filter(({ path, removal }) => !before.has(path) && removal !== null && removal < earliest)
    .map(({ path, removal }) => `${path} goes on ${removal}, before ${earliest}`);
}

function isoOf(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}
