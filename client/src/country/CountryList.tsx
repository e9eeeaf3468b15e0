import { CountriesDocument } from "../app/operations.gen.ts";
import { NextPage } from "../page/NextPage.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { usePages } from "../page/usePages.ts";
import { CountryLink } from "./Monogram.tsx";
import "../page/lines.css";

/** All countries, by name. */
export default function CountryList() {
  const known = useKnown();
  const read = usePages(CountriesDocument, { asOf: known ?? null }, (data) => data.countries);
  useTitle("Countries");
  return (
    <Reading read={read} what="The countries">
      {({ nodes, totalCount }) => (
        <div className="sheet-page">
          <h1 className="t-title">Countries</h1>
          <p className="page-lead">
            {totalCount} states, former states, and organisations that take part like a state.
          </p>
          <ul className="index">
            {nodes.map((country) => (
              <li key={country.code}>
                <CountryLink code={country.code} name={country.name} />
                {country.kind === "FORMER_STATE" && <span className="quiet">, former state</span>}
              </li>
            ))}
          </ul>
          <NextPage read={read} />
        </div>
      )}
    </Reading>
  );
}
