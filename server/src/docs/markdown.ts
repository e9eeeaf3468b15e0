import { Marked, type Tokens } from "marked";

/** A heading of a page, for the list of what is on it. */
export interface Heading {
  id: string;
  text: string;
  depth: number;
}

/** A page written in Markdown, as HTML. */
export interface Written {
  /** The text of its first heading. */
  title: string;
  headings: Heading[];
  html: string;
}

/** The words of a heading as a fragment of an address: `Pages and cursors` is `pages-and-cursors`. */
export function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Text as it may stand in HTML, between tags and in attributes. */
export function escaped(text: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (letter) => `&${names[letter]};`);
}

/**
 * Markdown as HTML. `fill` answers what stands for a name in double braces on a line of its own, such as `{{limits}}`: tables that are
 * made from data are written nowhere twice. `link` turns an address in the text, which leads to files of the repository, into one of the site.
 * @throws Error for a name that `fill` does not know.
 */
export function render(
  markdown: string,
  fill: Record<string, string>,
  link: (href: string) => string,
): Written {
  const filled = markdown.replace(/^\{\{(\w+)\}\}$/gm, (_, name: string) => {
    const text = fill[name];
    if (text === undefined) throw new Error(`Nothing is there for {{${name}}}.`);
    return text;
  });
  const headings: Heading[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const text = this.parser.parseInline(tokens);
        const plain = text.replace(/<[^>]+>/g, "");
        headings.push({ id: idOf(plain), text: plain, depth });
        return `<h${depth} id="${idOf(plain)}">${text}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${escaped(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        return `<img src="${escaped(link(href))}" alt="${escaped(text)}">`;
      },
      code({ text, lang }: Tokens.Code) {
        // It may be wider than the page: whoever has no pointer scrolls it by key.
        return `<pre tabindex="0" data-language="${escaped(lang ?? "")}"><code>${escaped(text)}</code></pre>\n`;
      },
    },
  });
  const html = marked
    .parse(filled, { async: false })
    .replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
  return { title: headings[0]?.text ?? "", headings, html };
}
