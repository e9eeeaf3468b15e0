import type { Day } from "../when/day.ts";

/** One person's time in one of the offices that stand at the head of a country. */
export interface HeadTerm {
  countryId: string;
  officeId: string;
  officeKind: string;
  title: string;
  leaderId: string;
  name: string;
  fromDay: Day | null;
  /** Last day; null while it lasts. */
  toDay: Day | null;
  /** How many events somebody takes part in as holder of this office. */
  events: number;
}

/** Who stood at the head of a country; `until` is the day after the last. */
export interface Holder {
  leaderId: string;
  name: string;
  title: string;
  from: Day | null;
  until: Day | null;
  /** Whether `from` is the day the office was taken, not the day another holder made room. */
  takesOffice: boolean;
}

const ACTING = "acting-";
/** A shorter gap in the first office is a handover, which nobody else fills. */
const GAP_DAYS = 90;
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Who stood at the head of one country, oldest first, one at a time. Of several offices of the first rank the one whose
 * holders take part in most events goes first (it is the one that meets abroad: Iran's president, not its Supreme
 * Leader); whoever acts for it comes next; any other office fills only gaps longer than 90 days.
 */
export function holdersOf(terms: readonly HeadTerm[]): Holder[] {
  const holders: Holder[] = [];
  for (const [rank, office] of officesInOrder(terms).entries()) {
    const shortest = rank === 0 || office.acts ? 1 : GAP_DAYS;
    for (const term of office.terms) {
      for (const gap of gapsIn(holders, term)) {
        if (gap.until - gap.from >= shortest) holders.push(holderIn(term, gap));
      }
    }
  }
  return holders.sort((a, b) => (a.from ?? -NEVER) - (b.from ?? -NEVER));
}

function officesInOrder(terms: readonly HeadTerm[]): { acts: boolean; terms: HeadTerm[] }[] {
  const byOffice = new Map<string, HeadTerm[]>();
  for (const term of terms) {
    const known = byOffice.get(term.officeId);
    if (known) known.push(term);
    else byOffice.set(term.officeId, [term]);
  }
  const offices = [...byOffice.values()].map((list) => ({
    id: list[0]?.officeId ?? "",
    kind: list[0]?.officeKind ?? "",
    events: list[0]?.events ?? 0,
    terms: inTurn(list),
  }));
  offices.sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1));
  const full = offices.filter((office) => !office.kind.startsWith(ACTING));
  const acting = offices.filter((office) => office.kind.startsWith(ACTING));
  const first = full[0];
  const actsFirst = acting.filter((office) => office.kind === `${ACTING}${first?.kind}`);
  const others = acting.filter((office) => !actsFirst.includes(office));
  return [
    ...(first ? [{ acts: false, terms: first.terms }] : []),
    ...actsFirst.map((office) => ({ acts: true, terms: office.terms })),
    ...[...full.slice(1), ...others].map((office) => ({ acts: false, terms: office.terms })),
  ];
}

/** The terms in one office, oldest first. On the day of a handover the successor stands there. */
function inTurn(terms: readonly HeadTerm[]): HeadTerm[] {
  const sorted = [...terms].sort((a, b) => (a.fromDay ?? -NEVER) - (b.fromDay ?? -NEVER));
  return sorted.map((term, index) => {
    const next = sorted[index + 1]?.fromDay ?? NEVER;
    return term.toDay !== null && term.toDay >= next ? { ...term, toDay: next - 1 } : term;
  });
}

interface Stretch {
  from: number;
  until: number;
}

function stretchOf(term: HeadTerm): Stretch {
  return { from: term.fromDay ?? -NEVER, until: term.toDay === null ? NEVER : term.toDay + 1 };
}

/** The stretches of a term in which nobody is shown yet. */
function gapsIn(holders: readonly Holder[], term: HeadTerm): Stretch[] {
  let gaps = [stretchOf(term)];
  for (const holder of holders) {
    const from = holder.from ?? -NEVER;
    const until = holder.until ?? NEVER;
    gaps = gaps.flatMap((gap) => [
      { from: gap.from, until: Math.min(gap.until, from) },
      { from: Math.max(gap.from, until), until: gap.until },
    ]);
    gaps = gaps.filter((gap) => gap.from < gap.until);
  }
  return gaps;
}

function holderIn(term: HeadTerm, gap: Stretch): Holder {
  return {
    leaderId: term.leaderId,
    name: term.name,
    title: term.title,
    from: gap.from === -NEVER ? null : gap.from,
    until: gap.until === NEVER ? null : gap.until,
    takesOffice: term.fromDay !== null && gap.from === term.fromDay,
  };
}
