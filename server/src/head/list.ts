/** What pages tell that are about no single thing. */
import { sentence } from "./sentence.ts";
import type { Site, Told } from "./values.ts";

const ABOUT =
  "A living, sourced timeline of diplomacy: who met whom, what was signed, what is planned, and when the world knew.";

/** What the client calls each of them in its tab, and what else there is to tell. The first part of the path names it; none is the front page. */
const LISTS: Readonly<Record<string, Pick<Told, "title" | "description" | "files">>> = {
  "": {
    title: "Entente",
    description: ABOUT,
    files: [{ view: "changes" }, { view: "events" }],
  },
  explore: {
    title: "Timeline",
    description: ABOUT,
    files: [{ view: "events" }, { view: "agreements" }],
  },
  stories: {
    title: "Stories",
    description: "Stories of diplomacy in steps, each with the view of the timeline that shows it.",
    files: [],
  },
  agreements: {
    title: "Agreements",
    description: "Treaties, agreements and declarations, where each stands, and who says so.",
    files: [{ view: "agreements" }],
  },
  forums: {
    title: "Forums",
    description: "Blocs, organisations, summits and conferences, their sessions and members.",
    files: [],
  },
  countries: {
    title: "Countries",
    description: "Countries, who governs them, what they agreed, and whom they met.",
    files: [{ view: "countries" }],
  },
  leaders: {
    title: "Leaders",
    description: "Leaders, the offices they held, and the events they took part in.",
    files: [{ view: "leaders" }],
  },
};

/** What an address of the timeline may say without being a view of its own. */
const COMMON = ["known", "theme"];

/** Whether there is such a list. */
export function isList(name: string): boolean {
  return Object.hasOwn(LISTS, name);
}

/** What a list, the timeline or the front page tells; null for a name that is none of them. */
export function list(name: string, site: Site): Told | null {
  const told = LISTS[name];
  if (!told) return null;
  const { origin, said } = site;
  return {
    ...told,
    isNamedByBuild: name === "explore" && !said.includes("lanes"),
    description: sentence(told.description, site),
    // Browsers share a page by the address it gives as its own: a view would be lost.
    path: said.every((key) => COMMON.includes(key)) ? `/${name}` : null,
    type: "website",
    linked:
      name === ""
        ? { "@type": "WebSite", "@id": `${origin}/`, name: "Entente", description: ABOUT }
        : null,
  };
}
