// Countries and their places. Pure.
import type { Thing } from "../thing.ts";
import { COUNTRY, choice, REMARK } from "./often.ts";

export const country: Thing = {
  type: "Country",
  noun: "country",
  article: "a",
  ask: "country(code: $slug)",
  room: "countries",
  called: "name",
  fields: [
    { name: "name", label: "Name", kind: "text", needs: true },
    { name: "officialName", label: "Official name", kind: "text" },
    {
      name: "code",
      label: "ISO code",
      aside: "two letters; four of a former state",
      kind: "text",
      needs: true,
      sourced: true,
    },
    { name: "alpha3", label: "Three-letter code", kind: "text" },
    {
      name: "kind",
      label: "Kind",
      kind: "choice",
      options: choice("STATE", "FORMER_STATE", "ORGANISATION"),
      sourced: true,
    },
    {
      name: "capital",
      label: "Capital",
      kind: "one",
      finds: ["PLACE"],
      read: "capital { slug name }",
      sourced: true,
    },
    REMARK,
  ],
  parts: [
    {
      of: "place",
      heading: "Places",
      ask: "places(countries: [$slug], first: 100)",
      beside: true,
    },
    {
      of: "office",
      heading: "Offices",
      ask: "offices(countries: [$slug], first: 100)",
      beside: true,
    },
  ],
};

export const place: Thing = {
  type: "Place",
  noun: "place",
  article: "a",
  ask: "node(id: $slug)",
  room: null,
  called: "name",
  fields: [
    { name: "name", label: "Name", kind: "text", needs: true },
    COUNTRY,
    { name: "latitude", label: "Degrees north", kind: "number", placeholder: "55.75" },
    { name: "longitude", label: "Degrees east", kind: "number", placeholder: "37.62" },
    REMARK,
  ],
};
