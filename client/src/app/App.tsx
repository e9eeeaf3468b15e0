import { Suspense } from "react";
import { Busy } from "../page/Busy.tsx";
import { Caught } from "../page/Caught.tsx";
import { useHere } from "../page/route.ts";
import { Ground } from "./Ground.tsx";
import { pageOf } from "./pages.ts";
import { Shell } from "./Shell.tsx";

/** The page that the address names, within the shell. */
export function App() {
  const [path = "/", query = ""] = useHere().split("?");
  const { Page, slug } = pageOf(path);
  return (
    <Shell>
      <Caught key={path}>
        <Suspense fallback={path === "/explore" ? <Ground query={query} /> : <Busy />}>
          <Page key={path} slug={slug} />
        </Suspense>
      </Caught>
    </Shell>
  );
}
