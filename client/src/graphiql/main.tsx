import "./workers.ts";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { examples } from "./examples.ts";
import { ask } from "./fetcher.ts";
import "./page.css";

/** Where GraphiQL keeps the reader's tabs from one visit to the next. */
const KEPT_TABS = "graphiql:tabState";

interface Opening {
  query: string;
  variables: string | null;
}

/** What a link such as `/graphql?query={…}&variables={…}` asks to be opened. */
function linked(): Opening | undefined {
  const address = new URLSearchParams(location.search);
  const query = address.get("query");
  return query === null ? undefined : { query, variables: address.get("variables") };
}

const worked = examples.map(({ text, variables = null }) => ({ query: text, variables }));
const asked = linked();
// Whoever comes back finds the tabs they left. GraphiQL fills its first editors from the opening, not from the first tab.
const opening = asked ?? (localStorage.getItem(KEPT_TABS) === null ? worked[0] : undefined);

const root = document.getElementById("graphiql");
if (!root) throw new Error("The page has no element with the id graphiql.");
createRoot(root).render(
  <StrictMode>
    <GraphiQL
      fetcher={ask}
      defaultTabs={asked ? [asked, ...worked] : worked}
      {...(opening && { initialQuery: opening.query, initialVariables: opening.variables ?? "" })}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a className="home" href="/">
          Entente
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
