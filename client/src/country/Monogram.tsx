import { Link } from "../page/Link.tsx";
import "./country.css";

/** Two letters in a box: a country beside its full name. */
export function Monogram({ code }: { code: string }) {
  return (
    <span aria-hidden="true" className="t-iso mono">
      {code}
    </span>
  );
}

/** A country with its monogram, leading to its page. */
export function CountryLink({ code, name }: { code: string; name: string }) {
  return (
    <Link className="plain country-link" to={`/countries/${code}`}>
      <Monogram code={code} /> {name}
    </Link>
  );
}
