/** What a name is about begins with one of these: `Treaty on principles` is a treaty. */
const ABOUT = /\s(?:on|of|for|between|concerning|regarding|with)\s.*$/i;

/**
 * The shortest ends of names that still tell them apart, in the order given: of `Comprehensive Strategic Partnership
 * Treaty` and `EAEU-Iran FTA`, `Treaty` and `FTA`. Only whole words are left out, and never any of a name that would
 * then be mistaken for one of `others`.
 */
export function shortened(names: string[], others: string[]): string[] {
  const all = [...new Set([...names, ...others])];
  return names.map((name) => {
    const words = headOf(name);
    for (let count = 1; count < words.length; count++) {
      const end = words.slice(-count).join(" ");
      const mistaken = all.some((other) => other !== name && endsIn(headOf(other), end));
      if (!mistaken && /^\p{L}/u.test(end)) return capital(end);
    }
    return name;
  });
}

function headOf(name: string): string[] {
  return name.replace(ABOUT, "").trim().split(/\s+/);
}

function endsIn(words: string[], end: string): boolean {
  return ` ${words.join(" ")}`.toLowerCase().endsWith(` ${end.toLowerCase()}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
