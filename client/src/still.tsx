import { renderToStaticMarkup } from "react-dom/server";
import { App } from "./app/App.tsx";

/** The first paint at `location` as plain markup, for the build: what `App` draws before any page's own code has come. */
export function still(): string {
  return renderToStaticMarkup(<App />);
}
