// What is said of several types of things. Pure.
import { capital, type FieldOf, type Options } from "../field.ts";

export const COUNTRY: FieldOf = {
  name: "country",
  label: "Country",
  kind: "one",
  finds: ["COUNTRY"],
  read: "country { code name }",
  sourced: true,
  placeholder: "Iran",
};

export const FROM: FieldOf = { name: "from", label: "From", kind: "date", sourced: true };

export const TO: FieldOf = {
  name: "to",
  label: "Until",
  aside: "empty while it lasts",
  kind: "date",
  sourced: true,
};

export const CONFIDENCE: FieldOf = {
  name: "confidence",
  label: "How sure",
  kind: "choice",
  options: choice("CERTAIN", "WELL_ESTABLISHED", "UNCERTAIN"),
};

export const TOPICS: FieldOf = {
  name: "topics",
  label: "Topics",
  kind: "many",
  finds: ["TOPIC"],
  read: "topics { slug name }",
  placeholder: "Trade, energy",
};

export const REMARK: FieldOf = {
  name: "remark",
  label: "Remark",
  kind: "long",
  read: "remark: note",
};

/** Values of an enum with their words: `FULL: Member`, or `OBSERVER` for its own name. */
export function choice(...values: string[]): Options {
  return values.map((each) => {
    const [value = "", words = capital(value.toLowerCase().replaceAll("_", " "))] =
      each.split(": ");
    return [value, words] as const;
  });
}
