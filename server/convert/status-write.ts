import { writeFileSync } from "node:fs";
import { pagesOfMachines } from "./status-page.ts";

for (const [path, text] of Object.entries(pagesOfMachines())) {
  writeFileSync(new URL(`../../docs/${path}`, import.meta.url), text);
}
