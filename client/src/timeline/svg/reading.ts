/** An element as it is read back. */
export interface Read {
  name: string;
  attributes: Record<string, string>;
  children: (Read | string)[];
}

const NAME = /[A-Za-z_][\w.-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)="([^<"]*)"/y;
/** What XML 1.0 allows as a character. */
const ALLOWED = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads a drawing as strictly as XML is read, for tests. Knows what the painters write: elements, attributes in double quotes, text, and
 * references by number. Throws where the text is not well-formed.
 */
export function read(xml: string): Read {
  if (!ALLOWED.test(xml)) throw new Error("A character that XML forbids.");
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${xml.slice(at, at + 40)}`);
  };
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at += found[0].length;
    return found;
  };
  const expect = (sign: string) => {
    if (!xml.startsWith(sign, at)) fail(`No ${sign}`);
    at += sign.length;
  };
  const element = (): Read => {
    expect("<");
    const name = take(NAME)?.[0] ?? fail("No name");
    const attributes: Record<string, string> = {};
    for (let found = take(ATTRIBUTE); found; found = take(ATTRIBUTE)) {
      const [, key = "", value = ""] = found;
      if (key in attributes) fail(`Twice ${key}`);
      attributes[key] = plain(value);
    }
    const children: Read["children"] = [];
    if (xml.startsWith("/>", at)) {
      at += 2;
      return { name, attributes, children };
    }
    expect(">");
    while (!xml.startsWith("</", at)) {
      if (at >= xml.length) fail(`${name} does not end`);
      if (xml[at] === "<") children.push(element());
      else {
        const end = xml.indexOf("<", at);
        children.push(plain(xml.slice(at, end === -1 ? xml.length : end)));
        at = end === -1 ? xml.length : end;
      }
    }
    expect(`</${name}>`);
    return { name, attributes, children };
  };
  const root = element();
  if (at < xml.length) fail("More than one root");
  return root;
}

/** Text without its references. Throws at one that is not by number, and at what only a reference may stand for. */
function plain(text: string): string {
  if (/&(?!#\d+;)/.test(text) || text.includes("]]>")) throw new Error(`Not escaped: ${text}`);
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** An element and all that is in it, outermost first. */
export function all(root: Read): Read[] {
  return [root, ...root.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

/** The text in an element. */
export function wordsIn({ children }: Read): string {
  return children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join("");
}
