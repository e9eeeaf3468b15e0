// Bytes as text: UTF-8, with or without its mark, lines ended in any way. Anything else is refused, with what to do.
import { Refusal } from "../refusal.ts";

/**
 * The text of a file, part by part, with every line ended by one \n.
 * @throws Refusal INVALID_INPUT for what is not UTF-8.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // What is not UTF-8 comes out as U+FFFD, which is then looked for: so a line can be told.
  const decoder = new TextDecoder();
  let isFirst = true;
  const parts = async function* () {
    for await (const part of bytes) {
      if (isFirst && part.length > 0) refuseOthers(part);
      isFirst = false;
      yield decoder.decode(part, { stream: true });
    }
    yield decoder.decode();
  };
  yield* whole(unended(parts()));
}

/**
 * A text that came as text, in the same form.
 * @throws Refusal INVALID_INPUT where characters were lost on the way.
 */
export function partsOf(text: string): AsyncGenerator<string> {
  return whole(unended([text]));
}

async function* whole(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let line = 1;
  for await (const part of parts) {
    const lost = part.indexOf("\ufffd");
    const read = lost < 0 ? part : part.slice(0, lost);
    line += read.split("\n").length - 1;
    if (lost >= 0) throw notUtf8(line);
    yield part;
  }
}

async function* unended(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let isOpen = false;
  let isFirst = true;
  for await (const part of parts) {
    // A \r may end one part and its \n begin the next.
    let text: string = isOpen ? `\r${part}` : part;
    isOpen = text.endsWith("\r");
    if (isOpen) text = text.slice(0, -1);
    if (isFirst && text !== "") {
      text = text.replace(/^\ufeff/, "");
      isFirst = false;
    }
    if (text !== "") yield text.replace(/\r\n?/g, "\n");
  }
  if (isOpen) yield "\n";
}

function refuseOthers(part: Uint8Array): void {
  const [a, b] = part;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const isZip = a === 0x50 && b === 0x4b;
  if (isUtf16)
    throw new Refusal(
      "INVALID_INPUT",
      "The file is in UTF-16. Save it as “CSV UTF-8”, then import that.",
    );
  if (isZip)
    throw new Refusal(
      "INVALID_INPUT",
      "This is a workbook or an archive, not text. In your spreadsheet, save the sheet as “CSV UTF-8”, then import that.",
    );
}

function notUtf8(line: number): Refusal {
  return new Refusal(
    "INVALID_INPUT",
    `The text is not UTF-8, or lost characters on its way here (from line ${line} on): it looks like Windows-1252. Save it as “CSV UTF-8”, or run: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW`,
    { path: ["input", "text"] },
  );
}
