/** Families that documents are set in; the page has them as faces by ranges of letters. */
const FAMILIES = ["IBM Plex Sans Variable", "Source Serif 4 Variable", "Vazirmatn Variable"];

/** Whether a `unicode-range` such as `U+0000-00FF, U+0131` has one of the letters. */
export function hasLetter(range: string, letters: ReadonlySet<number>): boolean {
  return range.split(",").some((part) => {
    const [first = "", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    const to = Number.parseInt(last.replaceAll("?", "F"), 16);
    for (const letter of letters) if (letter >= from && letter <= to) return true;
    return false;
  });
}

/**
 * The fonts of a document as CSS with the files inside it: a picture is drawn without the page around it, and may load
 * nothing. Only the faces whose letters occur; `sans` and `serif` are all the text in either.
 */
export async function fontsFor(sans: string, serif: string): Promise<string> {
  const lettersOf = (words: string) =>
    new Set([...words].flatMap((sign) => sign.codePointAt(0) ?? []));
  const letters = { sans: lettersOf(sans), serif: lettersOf(serif) };
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const family = rule.style.getPropertyValue("font-family").replace(/["']/g, "");
      const range = rule.style.getPropertyValue("unicode-range");
      const used = family.startsWith("Source Serif") ? letters.serif : letters.sans;
      const isUsed = FAMILIES.includes(family) && range !== "" && hasLetter(range, used);
      return isUsed ? [{ rule, family, range, base: sheet.href ?? location.href }] : [];
    }),
  );
  const faces = await Promise.all(
    rules.map(async ({ rule, family, range, base }) => {
      const url = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue("src"))?.[1];
      const file = url && (await dataOf(new URL(url, base).href));
      if (!file) return "";
      const said = ["font-style", "font-weight", "font-stretch"].map((name) => {
        const value = rule.style.getPropertyValue(name);
        return value && `${name}:${value};`;
      });
      return `@font-face{font-family:"${family}";${said.join("")}unicode-range:${range};src:url(${file}) format("woff2")}`;
    }),
  );
  return faces.join("");
}

/** A file as a `data:` address; null where it cannot be had, and other fonts stand in. */
async function dataOf(url: string): Promise<string | null> {
  try {
    const blob = await (await fetch(url)).blob();
    return await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(new Blob([blob], { type: "font/woff2" }));
    });
  } catch {
    return null;
  }
}
