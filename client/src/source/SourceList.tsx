import type { SourceLineFragment } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { edtfWords } from "../when/words.ts";
import { sourceKindWords } from "./kind.ts";
import type { Numbered } from "./numbers.ts";
import "./source.css";

/** The numbered sources of a page; general knowledge is named as such, without a number and without a link. */
export function SourceList({
  numbers,
  heading = "Sources",
}: {
  numbers: Numbered;
  heading?: string;
}) {
  if (numbers.list.length + numbers.general.length === 0) return null;
  return (
    <section className="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading" className="t-ui strong">
        {heading}
      </h2>
      <ol>
        {numbers.list.map((source) => (
          <li key={source.slug} id={`source-${numbers.of(source)}`} tabIndex={-1}>
            <span className="number">{numbers.of(source)}</span>
            <SourceWords source={source} />
          </li>
        ))}
      </ol>
      {numbers.general.length > 0 && (
        <p className="general-note">
          General knowledge:{" "}
          {numbers.general
            .map((source) => source.description ?? source.title ?? source.publisher)
            .join("; ")}
          . No publication is cited for what rests on it.
        </p>
      )}
    </section>
  );
}

/** `Kremlin, treaty text and visit record. 17 Jan 2025, official`. */
export function SourceWords({ source }: { source: SourceLineFragment }) {
  const what = source.title ?? source.description;
  const when = source.publishedOn ? edtfWords(source.publishedOn, "short") : "undated";
  return (
    <span>
      <Link className="plain strong" to={`/sources/${source.slug}`}>
        {source.publisher}
      </Link>
      {what && `, ${decapitalised(what)}`}
      {!what?.endsWith(".") && "."}{" "}
      <span className="quiet">
        {when}, {sourceKindWords(source)}
        {source.language && source.language !== "en" && `, in ${languageName(source.language)}`}
      </span>
      {source.url && (
        <a
          className="outward"
          href={source.url}
          rel="noopener noreferrer"
          aria-label={`Open the page at ${source.publisher}`}
        >
          <Icon name="out" size={12} />
        </a>
      )}
    </span>
  );
}

/** Starts a description in the middle of a line, unless it starts with a name in capitals. */
function decapitalised(text: string): string {
  return /^(The|A|An|Report|Text|Reports|Summary|Page|Interview|Statement|Article|Full|Official)\b/.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
