/** How many things changed, by what became of them between two days of knowledge. */
export interface Counts {
  /** Dates that became fixed, moved, and plans held on their day or fallen away. */
  fixed: number;
  moved: number;
  held: number;
  fell: number;
  /** Agreements at another stage, by the one they reached; `staged` is any other. */
  inForce: number;
  signed: number;
  ratified: number;
  suspended: number;
  ended: number;
  staged: number;
  /** Facts nobody knew then, and facts taken back since. */
  unknown: number;
  withdrawn: number;
  /** Facts about which sources came to disagree. */
  disagree: number;
  /** Dates that are still not fixed. */
  open: number;
}

export const NONE: Counts = {
  fixed: 0,
  moved: 0,
  held: 0,
  fell: 0,
  inForce: 0,
  signed: 0,
  ratified: 0,
  suspended: 0,
  ended: 0,
  staged: 0,
  unknown: 0,
  withdrawn: 0,
  disagree: 0,
  open: 0,
};

type Say = (count: number) => string;

const were: (noun: string, deed: string) => Say = (noun, deed) => (count) =>
  `${many(count, noun)} ${count === 1 ? "was" : "were"} ${deed}`;
const did: (noun: string, deed: string) => Say = (noun, deed) => (count) =>
  `${many(count, noun)} ${deed}`;

/** What can be said, the most telling first. */
const CLAUSES: [key: Exclude<keyof Counts, "open">, say: Say][] = [
  ["fixed", were("date", "fixed")],
  ["inForce", did("agreement", "came into force")],
  ["ratified", were("agreement", "ratified")],
  ["signed", were("agreement", "signed")],
  ["suspended", were("agreement", "suspended")],
  ["ended", did("agreement", "ended")],
  ["staged", did("agreement", "moved on")],
  ["moved", did("date", "moved")],
  ["fell", did("plan", "fell away")],
  ["held", were("planned event", "held")],
  ["unknown", did("fact", "became known")],
  ["disagree", (count) => `sources came to disagree about ${many(count, "fact")}`],
  ["withdrawn", were("fact", "withdrawn")],
];

const MOST_CLAUSES = 2;

/**
 * What changed, in one sentence without a full stop: "Three dates were fixed, and two agreements came into force". It
 * says the two most telling things and leaves the rest to the lists.
 */
export function sentenceOf(counts: Counts): string {
  const clauses = CLAUSES.flatMap(([key, say]) => (counts[key] > 0 ? [say(counts[key])] : []));
  if (clauses.length === 0) {
    if (counts.open === 0) return "Nothing changed since";
    const still = `${many(counts.open, "date")} ${counts.open === 1 ? "is" : "are"} still not fixed`;
    return `Nothing changed since, and ${still}`;
  }
  return capital(clauses.slice(0, MOST_CLAUSES).join(", and "));
}

/** `one date`, `two dates`, `62 facts`. */
function many(count: number, noun: string): string {
  return `${numberWord(count)} ${noun}${count === 1 ? "" : "s"}`;
}

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number in a word up to twelve, in figures beyond: `three`, `1,204`. */
export function numberWord(count: number): string {
  return WORDS[count] ?? count.toLocaleString("en");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
