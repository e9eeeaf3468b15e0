import { type ComponentType, lazy } from "react";

/** What every page is given: the last part of its address, empty for a list. */
export interface PageProps {
  slug: string;
}

type Page = ComponentType<PageProps>;

const Landing = lazy(() => import("./Landing.tsx"));
const Explore = lazy(() => import("./Explore.tsx"));
const Nowhere = lazy(async () => ({ default: (await import("../page/Missing.tsx")).Missing }));

/** A page of a word's room, drawn once the graph and the room have both come. */
function room(load: () => Promise<{ default: Page }>): Page {
  return lazy(async () => {
    const [{ withGraph }, page] = await Promise.all([import("./graph.tsx"), load()]);
    return { default: withGraph(page.default) };
  });
}

const ROOMS: Record<string, { list?: Page; one?: Page }> = {
  stories: {
    list: room(() => import("../story/StoryList.tsx")),
    one: room(() => import("../story/StoryPage.tsx")),
  },
  agreements: {
    list: room(() => import("../agreement/AgreementList.tsx")),
    one: room(() => import("../agreement/AgreementPage.tsx")),
  },
  forums: {
    list: room(() => import("../forum/ForumList.tsx")),
    one: room(() => import("../forum/ForumPage.tsx")),
  },
  countries: {
    list: room(() => import("../country/CountryList.tsx")),
    one: room(() => import("../country/CountryPage.tsx")),
  },
  leaders: {
    list: room(() => import("../leader/LeaderList.tsx")),
    one: room(() => import("../leader/LeaderPage.tsx")),
  },
  events: { one: room(() => import("../event/EventPage.tsx")) },
  sources: { one: room(() => import("../source/SourcePage.tsx")) },
};

const Access = lazy(() => import("../access/Room.tsx"));

/** Pages of the desk. */
const DESK: Record<string, Page> = {
  "": room(() => import("../desk/HomePage.tsx")),
  new: room(() => import("../desk/NewPage.tsx")),
  import: room(() => import("../bundle/ImportPage.tsx")),
  users: Access,
};

/** Reads by itself: it needs no graph. */
const History = lazy(() => import("../history/HistoryPage.tsx")) as Page;

/** Which page a path names. */
export function pageOf(path: string): { Page: Page; slug: string } {
  const [, first = "", second = "", more, ...rest] = path.replace(/\/+$/, "").split("/");
  if (first === "") return { Page: Landing as Page, slug: "" };
  if (first === "explore" && second === "") return { Page: Explore as Page, slug: "" };
  if (/^(sign-in|account)$/.test(first) && second === "") return { Page: Access, slug: "" };
  if (first === "join" && more === undefined) return { Page: Access, slug: second };
  if (first === "desk" && rest.length === 0 && (more === undefined || second === "new"))
    return { Page: DESK[second] ?? (Nowhere as Page), slug: more ?? "" };
  if (first === "history" && (second === "") === (more === undefined) && rest.length === 0) {
    return { Page: History, slug: second === "" ? "" : decodeURIComponent(`${second}/${more}`) };
  }
  const found = more === undefined ? ROOMS[first] : undefined;
  const Page = second === "" ? found?.list : found?.one;
  return { Page: Page ?? (Nowhere as Page), slug: decodeURIComponent(second) };
}
