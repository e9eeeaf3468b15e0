// How a publication is named by an editor: its address on the web, and the language it is in. Pure.

/** A web address, normalised; null when it is none. Only http and https: anything else would be a way to run something. */
export function addressOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : null;
}

/** A language tag of BCP 47, as everybody writes it (`zh-Hans`); null when it is none. */
export function languageOf(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
