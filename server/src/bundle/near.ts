// What somebody may have meant. Pure.
import anyAscii from "any-ascii";
import leven from "leven";

/** Most that are named. */
const MOST = 3;

/** A name as it is compared: in whatever script, without case, marks and points. */
export function folded(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Those of the names that are nearest to a text: that hold its words, or differ from it by few letters. At most three, the nearest first. */
export function nearest(text: string, names: readonly string[]): string[] {
  const own = folded(text);
  if (own === "") return [];
  const most = own.length < 4 ? 1 : Math.max(2, Math.floor(own.length * 0.35));
  const far = names.flatMap((name) => {
    const other = folded(name);
    const holds = ` ${other} `.includes(` ${own} `);
    const distance = holds ? 0 : leven(own, other);
    return holds || distance <= most ? [{ name, distance }] : [];
  });
  return far
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}
