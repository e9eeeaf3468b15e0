// What the address of a page says of it by itself: nothing leaves the machine to find out. Pure.
import { isDay } from "../when/day.ts";

/** What can be told from an address. */
export interface ReadLink {
  /** The address without what only counts visitors. */
  url: string;
  /** Its host without `www.` and the like. */
  host: string;
  /** The day or month in its path, as EDTF; null where there is none. */
  publishedOn: string | null;
}

/** A source that is recorded, as far as it tells of others on its host. */
export interface KnownSource {
  url?: string | null | undefined;
  publisher: string;
  language?: string | null | undefined;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** No page of the web is older. */
const FIRST_YEAR = 1991;
/** Parts of an address that only say whence the reader came. */
const COUNTERS = /^(utm_\w+|fbclid|gclid|yclid|ref|igshid|mc_[ce]id)$/i;

/** Reads an address, http or https; null for any other text. `today`, an ISO day: a page of tomorrow is none. */
export function readLink(text: string, today: string): ReadLink | null {
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(text.trim())) return null;
  let address: URL;
  try {
    address = new URL(text.trim());
  } catch {
    return null;
  }
  for (const name of [...address.searchParams.keys()])
    if (COUNTERS.test(name)) address.searchParams.delete(name);
  if (!address.hash.includes("/")) address.hash = "";
  return {
    url: address.href,
    host: hostOf(address.hostname),
    publishedOn: dateIn(decoded(address.pathname), today),
  };
}

/**
 * Who publishes on a host, and in which language, from the sources recorded: those on the host itself first, then those of its domain, the most
 * usual among them. Null where none is known.
 */
export function publisherOn(
  host: string,
  known: readonly KnownSource[],
): { publisher: string; language: string | null } | null {
  const at = (test: (other: string) => boolean) =>
    known.filter(({ url }) => {
      const other = url ? readLink(url, "9999-12-31")?.host : undefined;
      return other !== undefined && test(other);
    });
  const exact = at((other) => other === host);
  const near = exact.length > 0 ? exact : at((other) => domainOf(other) === domainOf(host));
  const publisher = mostUsual(near.map((source) => source.publisher));
  if (publisher === null) return null;
  const own = near.filter((source) => source.publisher === publisher);
  return { publisher, language: mostUsual(own.flatMap(({ language }) => language ?? [])) };
}

function hostOf(hostname: string): string {
  return hostname.toLowerCase().replace(/^(www\d?|m|amp|mobile)\.(?=.+\.)/, "");
}

/** The part of a host that its owner registered: `irna.ir` of `en.irna.ir`, `bbc.co.uk` of `news.bbc.co.uk`. */
export function domainOf(host: string): string {
  const parts = host.split(".");
  const isDeep = /^(co|com|gov|org|net|ac|edu)$/.test(parts.at(-2) ?? "") && parts.length > 2;
  return parts.slice(isDeep ? -3 : -2).join(".");
}

/** The day in a path, else the month: `/2025/10/20/`, `/2025-10-20`, `/20251020`, `/2025/oct/20/`, `/2025/10/`. */
function dateIn(path: string, today: string): string | null {
  const found = [
    /(?:^|[/_-])(\d{4})[/._-](\d{1,2})[/._-](\d{1,2})(?=$|[/._-])/,
    /(?:^|[/_-])(\d{4})\/([a-z]{3})[a-z]*\/(\d{1,2})(?=$|[/._-])/i,
    /(?:^|[/_-])(\d{4})(\d\d)(\d\d)(?=$|[/._-])/,
    /(?:^|[/_-])(\d{1,2})[.-](\d{1,2})[.-](\d{4})(?=$|[/._-])/,
  ].flatMap((shape, at) => {
    const match = shape.exec(path);
    if (!match) return [];
    const [year = "", month = "", day = ""] = at === 3 ? match.slice(1).reverse() : match.slice(1);
    return `${year}-${numberOf(month)}-${day.padStart(2, "0")}`;
  });
  const day = found.find((one) => isDay(one) && isOfTheWeb(one, today));
  if (day) return day;
  const month = /(?:^|\/)(\d{4})[/-](\d{1,2}|[a-z]{3})(?=$|\/)/i.exec(path);
  if (!month) return null;
  const whole = `${month[1]}-${numberOf(month[2] ?? "")}`;
  return isDay(`${whole}-01`) && isOfTheWeb(`${whole}-01`, today) ? whole : null;
}

function numberOf(month: string): string {
  const name = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return name < 0 ? month.padStart(2, "0") : String(name + 1).padStart(2, "0");
}

function isOfTheWeb(day: string, today: string): boolean {
  return Number(day.slice(0, 4)) >= FIRST_YEAR && day <= today;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function mostUsual(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
