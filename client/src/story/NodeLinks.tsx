import type { NodeNameFragment } from "../app/operations.gen.ts";
import { Link } from "../page/Link.tsx";

/** Where a node lives on this site, and what it is called; null for what has no page of its own. */
function placeOf(node: NodeNameFragment): { to: string | null; name: string } | null {
  switch (node.__typename) {
    case "Event":
      return { to: `/events/${node.slug}`, name: node.title };
    case "Agreement":
      return { to: `/agreements/${node.slug}`, name: node.shortTitle };
    case "Leader":
      return { to: `/leaders/${node.slug}`, name: node.name };
    case "Country":
      return { to: `/countries/${node.code}`, name: node.countryName };
    case "Forum":
      return { to: `/forums/${node.slug}`, name: node.name };
    case "Session":
      return { to: `/forums/${node.forum.slug}#${node.slug}`, name: node.name };
    case "Source":
      return { to: `/sources/${node.slug}`, name: node.publisher };
    case "Place":
    case "Topic":
      return { to: null, name: node.name };
    default:
      return null;
  }
}

/** The nodes a step or fact is about, each leading to its page. */
export function NodeLinks({ nodes }: { nodes: readonly NodeNameFragment[] }) {
  const named = nodes.flatMap((node) => {
    const place = placeOf(node);
    return place ? [{ id: node.id, ...place }] : [];
  });
  if (named.length === 0) return null;
  return (
    <ul className="node-links">
      {named.map(({ id, to, name }) => (
        <li key={id}>
          {to === null ? <span className="quiet">{name}</span> : <Link to={to}>{name}</Link>}
        </li>
      ))}
    </ul>
  );
}
