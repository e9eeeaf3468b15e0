import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What an automatic checker of accessibility finds on a page, or in a part of it, that is serious or worse: one line each. */
export async function serious(page: Page, within = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}
