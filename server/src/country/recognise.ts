// A country is made, of today or of former days, or what is kept of one is corrected.
import {
  amend,
  type EditInput,
  establish,
  freeSlug,
  givenName,
  givenWords,
  LONGEST_NOTE,
  problemsOfInput,
  type SaidInput,
  slugIn,
  slugOfWords,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import type { CountryFields } from "./kept.ts";
import { isStateOfToday } from "./name.ts";
import { countryOf } from "./store.ts";
import { COUNTRY } from "./thing.ts";

/** What can be said of a country, as the contract has it. */
interface Said {
  code?: string | null;
  alpha3?: string | null;
  name?: string | null;
  officialName?: string | null | undefined;
  kind?: CountryFields["kind"] | null;
  capital?: string | null;
  remark?: string | null;
}

/** The input of `createCountry`, as the contract has it. */
export interface CreateCountryInput extends SaidInput, Said {
  code: string;
  name: string;
  kind: CountryFields["kind"];
}

/** The input of `updateCountry`, as the contract has it. */
export interface UpdateCountryInput extends EditInput, Said {
  countryId: string;
}

/** Carries out the mutation `createCountry`. */
export const createCountry = establish<CreateCountryInput>({
  action: "createCountry",
  alias: "country",
  thing: COUNTRY,
  async read(input, { tx }, { knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const blank: CountryFields = {
      ...{ code: "", alpha3: null, name: "", officialName: "", kind: input.kind },
      ...{ capital: null, remark: null, knownOn: isoOf(knownOn) },
    };
    const said = { ...input, officialName: input.officialName ?? undefined };
    const own = await readCountry(tx, said, blank, wrong);
    const id = await freeSlug(tx, COUNTRY, slugOfWords(own.name) || "country");
    return { id, fields: { ...own }, problems };
  },
});

/** Carries out the mutation `updateCountry`. */
export const updateCountry = amend<UpdateCountryInput>({
  action: "updateCountry",
  alias: "country",
  thing: COUNTRY,
  about: (_, { countryId }) => ({ id: slugIn(countryId, "Country"), field: "countryId" }),
  async read(input, { tx }, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readCountry(tx, input, fields as unknown as CountryFields, wrong);
    return { fields: { ...own }, problems };
  },
});

async function readCountry(
  tx: Tx,
  input: Said,
  held: CountryFields,
  wrong: Wrong,
): Promise<CountryFields> {
  if (input.kind === null) wrong("kind", "Say what it is, or leave it out.");
  const kind = input.kind ?? held.kind;
  const code = givenName(input.code, held.code, "code", wrong).toUpperCase();
  if (code !== held.code || kind !== held.kind) checkCode(code, kind, wrong);
  const [taken] = code === held.code ? [] : [await countryOf(tx, code)];
  if (taken) wrong("code", `${taken.name} has the code ${code} already.`);
  const alpha3 = givenWords(input.alpha3, held.alpha3, "alpha3", wrong)?.toUpperCase() ?? null;
  if (alpha3 !== null && !/^[A-Z]{3}$/.test(alpha3))
    wrong("alpha3", "Give the three letters of ISO 3166-1, such as IRN.");
  const capital = input.capital === undefined ? held.capital : input.capital;
  const [place] = await pick(tx, "place", [capital]);
  if (capital !== null && !place) wrong("capital", unknown("place", capital));
  const name = givenName(input.name, held.name, "name", wrong);
  return {
    code,
    alpha3,
    name,
    officialName: givenName(input.officialName, held.officialName || name, "officialName", wrong),
    kind,
    capital,
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
    knownOn: held.knownOn,
  };
}

function checkCode(code: string, kind: CountryFields["kind"], wrong: Wrong): void {
  if (code === "") return;
  if (kind === "FORMER_STATE") {
    if (!/^[A-Z]{2}([A-Z]{2})?$/.test(code))
      wrong("code", "Give the two letters that it had, or the four of ISO 3166-3, such as CSHH.");
  } else if (!/^[A-Z]{2}$/.test(code)) {
    wrong("code", "Give the two letters of ISO 3166-1, such as IR.");
  } else if (kind === "STATE" && !isStateOfToday(code)) {
    wrong(
      "code",
      `${code} is no code of ISO 3166-1. A state that is no more is a \`FORMER_STATE\`.`,
    );
  }
}
