// What an automatic checker of accessibility finds: nothing serious, on every kind of page, in both themes.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { explore, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

/** A page, and what shows that it has come. */
const PAGES: [name: string, path: string, ready: string][] = [
  ["landing", "/", ".strips .strip-label"],
  ["explore", explore(), ".timeline-stop"],
  ["the panel", explore({ sel: VISIT }), ".panel .ladder"],
  ["the table", explore({ view: "table" }), "#table [data-row]"],
  ["as known", explore({ known: "2024-12-05" }), ".timeline-stop"],
  ["an agreement", "/agreements/ru-ir-2025", "main h1"],
  ["a story", "/stories/the-timing-has-not-yet-been-fixed", ".article-facts li"],
];

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOURS = ["color-contrast", "link-in-text-block"];

/** The serious and critical findings of a page, one line each. A theme changes colours alone: the dark one is asked for those. */
async function findings(page: Page, name: string, theme: "light" | "dark"): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const asked = theme === "light" ? axe.withTags(WCAG) : axe.withRules(COLOURS);
  const { violations, passes } = await asked.analyze();
  expect(passes.length, `rules that apply to ${name}`).toBeGreaterThan(0);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const why = failureSummary?.split("\n").at(1)?.trim();
        return `${name}: ${id} at ${target.join(" ")}: ${why}`;
      }),
    );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("no page has a serious or critical finding", async ({ page }) => {
      test.setTimeout(120_000);
      const found: string[] = [];
      for (const [name, path, ready] of PAGES) {
        await page.goto(path);
        await expect(page.locator(ready).first()).toBeVisible();
        found.push(...(await findings(page, name, colorScheme)));
      }
      expect(found).toEqual([]);
    });

    test("nor has any on a phone", async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const found: string[] = [];
      for (const [name, path, ready] of [
        ["landing", "/", "main h1"],
        ["explore", explore(), ".phone-row"],
        ["the sheet", explore({ sel: VISIT }), ".panel .ladder"],
        ["an agreement", "/agreements/ru-ir-2025", "main h1"],
      ] as const) {
        await page.goto(path);
        await expect(page.locator(ready).first()).toBeVisible();
        found.push(...(await findings(page, name, colorScheme)));
      }
      expect(found).toEqual([]);
    });
  });
}
