/** A worked query, as it is kept in `docs/queries`: a question, perhaps a hint, and what asks it. */
export interface WorkedQuery {
  /** The file's name without its ending, such as `01-hoped-for`. */
  slug: string;
  /** The question that it answers. */
  question: string;
  /** What to know before running it; empty when the question says it all. */
  hint: string;
  /** The whole file: GraphQL that can be sent as it stands. */
  text: string;
}

/**
 * Reads a worked query. Its first line is a comment with the question; the comment lines that follow are the hint.
 * @throws Error when there is no question.
 */
export function readQuery(slug: string, text: string): WorkedQuery {
  const lines = text.split("\n");
  const isComment = (line: string) => line.startsWith("# ");
  const end = lines.findIndex((line) => !isComment(line));
  const [question, ...hint] = lines.slice(0, end).map((line) => line.slice(2).trim());
  if (!question) throw new Error(`${slug}: its first line must be a comment with the question.`);
  return { slug, question, hint: hint.join(" "), text };
}
