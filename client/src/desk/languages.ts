// The languages that sources are in, by their names. Pure.

const TAGS = "en ru fa ar zh tr az hy kk ky uz tg be hi ur ps ja ko fr de es pt it sr".split(" ");

/** Tags with their English names, by name; `tag` is among them, whatever it is. */
export function languagesWith(tag: string): [tag: string, name: string][] {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  const tags = tag === "" || TAGS.includes(tag) ? TAGS : [...TAGS, tag];
  return tags
    .map((one): [string, string] => [one, nameOf(names, one)])
    .sort((a, b) => a[1].localeCompare(b[1]));
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
