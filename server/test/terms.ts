// The terms of schema.org that pages speak in, as its vocabulary (version 29) has them: what stands under what, and which property goes from
// which types to which.

/** Types with what they stand under. */
const UNDER: Record<string, string | null> = {
  Thing: null,
  Event: "Thing",
  Person: "Thing",
  Organization: "Thing",
  Place: "Thing",
  AdministrativeArea: "Place",
  Country: "AdministrativeArea",
  City: "AdministrativeArea",
  CreativeWork: "Thing",
  Legislation: "CreativeWork",
  Article: "CreativeWork",
  NewsArticle: "Article",
  WebSite: "CreativeWork",
  Intangible: "Thing",
  Occupation: "Intangible",
  Role: "Intangible",
  GeoCoordinates: "Intangible",
};

/** What a value may be that is no node. */
const PLAIN: Record<string, RegExp> = {
  Text: /\S/,
  URL: /^https?:\/\/\S+$/,
  Date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  Number: /^-?\d+(\.\d+)?$/,
  EventStatusType:
    /^https:\/\/schema\.org\/Event(Scheduled|Postponed|Cancelled|Rescheduled|MovedOnline)$/,
  LegalForceStatus: /^https:\/\/schema\.org\/(InForce|NotInForce|PartiallyInForce)$/,
};

/** Properties: `[types that have it, what it may be]`. */
const PROPERTIES: Record<string, [on: string[], is: string[]]> = {
  name: [["Thing"], ["Text"]],
  alternateName: [["Thing"], ["Text"]],
  description: [["Thing"], ["Text"]],
  identifier: [["Thing"], ["Text", "URL"]],
  url: [["Thing"], ["URL"]],
  subjectOf: [["Thing"], ["CreativeWork", "Event"]],
  eventStatus: [["Event"], ["EventStatusType"]],
  startDate: [["Event", "Role"], ["Date"]],
  endDate: [["Event", "Role"], ["Date"]],
  previousStartDate: [["Event"], ["Date"]],
  location: [
    ["Event", "Organization"],
    ["Place", "Text"],
  ],
  organizer: [["Event"], ["Organization", "Person"]],
  attendee: [["Event"], ["Organization", "Person"]],
  superEvent: [["Event"], ["Event"]],
  about: [["Event", "CreativeWork"], ["Thing"]],
  containedInPlace: [["Place"], ["Place"]],
  containsPlace: [["Place"], ["Place"]],
  geo: [["Place"], ["GeoCoordinates"]],
  latitude: [["GeoCoordinates", "Place"], ["Number"]],
  longitude: [["GeoCoordinates", "Place"], ["Number"]],
  jobTitle: [["Person"], ["Text"]],
  birthDate: [["Person"], ["Date"]],
  deathDate: [["Person"], ["Date"]],
  nationality: [["Person"], ["Country"]],
  hasOccupation: [["Person"], ["Occupation"]],
  occupationLocation: [["Occupation"], ["AdministrativeArea"]],
  foundingDate: [["Organization"], ["Date"]],
  member: [["Organization"], ["Organization", "Person"]],
  abstract: [["CreativeWork"], ["Text"]],
  citation: [["CreativeWork"], ["CreativeWork", "Text"]],
  creativeWorkStatus: [["CreativeWork"], ["Text"]],
  dateCreated: [["CreativeWork"], ["Date"]],
  datePublished: [["CreativeWork"], ["Date"]],
  genre: [["CreativeWork"], ["Text", "URL"]],
  headline: [["CreativeWork"], ["Text"]],
  inLanguage: [["CreativeWork", "Event"], ["Text"]],
  keywords: [["CreativeWork", "Event"], ["Text"]],
  publisher: [["CreativeWork"], ["Organization", "Person"]],
  legislationDate: [["Legislation"], ["Date"]],
  legislationLegalForce: [["Legislation"], ["LegalForceStatus"]],
  legislationType: [["Legislation"], ["Text"]],
};

/** What is wrong with a node by the vocabulary, each with its path; empty when nothing is. `through` is the property that a Role stands in. */
export function mistakesIn(node: unknown, at = "", through?: string): string[] {
  if (typeof node !== "object" || node === null) return [`${at}: is no node`];
  const {
    "@context": _,
    "@id": id,
    "@type": type,
    ...properties
  } = node as Record<string, unknown>;
  const types = [type].flat().map(String);
  const unknown = types.filter((one) => !(one in UNDER)).map((one) => `${at}: no type ${one}`);
  const named = id === undefined || (typeof id === "string" && PLAIN.URL?.test(id));
  return [
    ...unknown,
    ...(named ? [] : [`${at}: @id is no address`]),
    ...Object.entries(properties).flatMap(([name, value]) => {
      const path = `${at}/${name}`;
      const property = PROPERTIES[name];
      if (!property) return [`${path}: no such property`];
      const [on, is] = property;
      // A Role stands between a thing and its value, under the same property.
      const isOn = name === through || types.some((one) => on.some((of) => isUnder(one, of)));
      return [
        ...(isOn ? [] : [`${path}: not of ${types}`]),
        ...[value].flat().flatMap((one) => mistakesInValue(one, is, path, name)),
      ];
    }),
  ];
}

function mistakesInValue(value: unknown, is: string[], path: string, name: string): string[] {
  if (typeof value !== "object" || value === null) {
    const fits = is.some((kind) => PLAIN[kind]?.test(String(value)));
    return fits ? [] : [`${path}: ${value} is no ${is}`];
  }
  const types = [(value as { "@type"?: unknown })["@type"]].flat().map(String);
  const fits = types.some((type) => type === "Role" || is.some((of) => isUnder(type, of)));
  return [
    ...(fits ? [] : [`${path}: ${types} is no ${is}`]),
    ...mistakesIn(value, path, types.includes("Role") ? name : undefined),
  ];
}

function isUnder(type: string, of: string): boolean {
  for (let at: string | null | undefined = type; at; at = UNDER[at]) if (at === of) return true;
  return false;
}
