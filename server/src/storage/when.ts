import { PRECISIONS, QUALIFIERS } from "../when/values.ts";
import type { When } from "../when/when.ts";
import type { Kit } from "./kit.ts";

/** The columns of a `When`: EDTF text and the days (since 1970-01-01) that it allows. */
export function whenColumns(kit: Kit) {
  return {
    edtf: kit.text("edtf"),
    fixed: kit.bool("fixed").notNull(),
    earliest: kit.int("earliest"),
    latest: kit.int("latest"),
    precision: kit.word("precision", PRECISIONS).notNull(),
    qualifier: kit.word("qualifier", QUALIFIERS),
  };
}

/** The columns of the `When` that a postponed event had before; all null when there was none. */
export function formerWhenColumns(kit: Kit) {
  return {
    formerEdtf: kit.text("former_edtf"),
    formerFixed: kit.bool("former_fixed"),
    formerEarliest: kit.int("former_earliest"),
    formerLatest: kit.int("former_latest"),
    formerPrecision: kit.word("former_precision", PRECISIONS),
    formerQualifier: kit.word("former_qualifier", QUALIFIERS),
  };
}

/** The rules of a table with `whenColumns`. */
export function whenChecks(kit: Kit, table: string) {
  return [
    kit.oneOf(`${table}_precision`, "precision", PRECISIONS),
    kit.oneOf(`${table}_qualifier`, "qualifier", QUALIFIERS),
    kit.check(`${table}_days`, kit.sql('"earliest" <= "latest"')),
  ];
}

/** The rules of a table with `formerWhenColumns`. */
export function formerWhenChecks(kit: Kit, table: string) {
  return [
    kit.oneOf(`${table}_former_precision`, "former_precision", PRECISIONS),
    kit.oneOf(`${table}_former_qualifier`, "former_qualifier", QUALIFIERS),
    kit.check(`${table}_former_days`, kit.sql('"former_earliest" <= "former_latest"')),
  ];
}

/** The date in a row with `whenColumns`. */
export function whenOf(row: When): When {
  const { edtf, fixed, earliest, latest, precision, qualifier } = row;
  return { edtf, fixed, earliest, latest, precision, qualifier };
}
