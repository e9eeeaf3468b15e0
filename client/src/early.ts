// Runs before anything is painted. Inline scripts are not allowed, so it is a small file of its own.
import { parseAddress } from "./app/address.ts";
import columns from "./app/columns.graphql?raw";
import { addressOf, send } from "./page/ask.ts";

const { dataset } = document.documentElement;
const given = new URLSearchParams(location.search);

/** The reader's theme: the address first, then what was chosen here before. */
function theme(): string | null {
  try {
    return given.get("theme") ?? localStorage.getItem("entente.theme");
  } catch {
    // Storage can be switched off; the system's own theme then stands.
    return given.get("theme");
  }
}
const chosen = theme();
if (chosen === "light" || chosen === "dark") dataset.theme = chosen;

// What the page shows at first is drawn for the usual lanes and days; an address that asks for others hides those parts.
if (["lanes", "from", "to", "view"].some((key) => given.has(key))) dataset.own = "";
if (given.has("known")) dataset.past = "";

// The facts set out while the scripts are still on their way.
if (location.pathname === "/explore") {
  const url = addressOf(columns, { lanes: parseAddress(location.search).lanes });
  const answer = send(url);
  // Whoever takes it up says what went wrong.
  answer.catch(() => {});
  globalThis.early = { url, answer };
}
