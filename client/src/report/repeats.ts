const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** Whether a note says no more than the line above it, perhaps with shorter words: `In force 2 Oct 2025, says TASS.` Pure. */
export function repeats(note: string, line: string): boolean {
  const said = wordsOf(line);
  return wordsOf(note).every((word) => said.some((one) => one.startsWith(word)));
}
