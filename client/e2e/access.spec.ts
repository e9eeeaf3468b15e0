// What an automatic checker of accessibility finds: nothing serious, on every kind of page, in both themes.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { explore, TREATY, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

/**
 * A page or a state of one: its path, what shows that it has come, and what a reader does there first. Without a path it opens where
 * the one before is, and is looked at by itself.
 */
type Place = [
  name: string,
  path: string | null,
  ready: string,
  act?: (page: Page) => Promise<unknown>,
];

/** What a button opens; whatever was open before is closed. */
const opened = (name: string, ready: string, button: string | RegExp = name): Place[] => [
  [
    `what ${name} opens`,
    null,
    ready,
    async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: button, exact: true }).click();
    },
  ],
];

const PAGES: Place[] = [
  ["landing", "/", ".strips .strip-label"],
  ["stories", "/stories", "main li"],
  ["a story", "/stories/the-timing-has-not-yet-been-fixed", ".article-facts li"],
  ["agreements", "/agreements", "main li"],
  ["an agreement", "/agreements/ru-ir-2025", "main h1"],
  ["forums", "/forums", "main li"],
  ["a forum", "/forums/brics", "main h1"],
  ["countries", "/countries", "main li"],
  ["a country", "/countries/IR", "main h1"],
  ["leaders", "/leaders", "main li"],
  ["a leader", "/leaders/abbas-araghchi", "main h1"],
  ["an event", "/events/visit-pezeshkian-moscow-2025", ".ladder"],
  ["a source", "/sources/aussiedlerbote-ashgabat-2024", "main h1"],
  ["the history", "/history", ".record-table"],
  ["the documentation", "/docs", "main h1"],
  ["a table of the documentation", "/docs/limits", "main table"],
  ["worked queries", "/docs/queries", "main details"],
  ["a drawing of the documentation", "/docs/status", "main img"],
  ["nothing there", "/no/such/page", "main h1"],
];

const EXPLORE: Place[] = [
  ["the panel", explore({ sel: VISIT }), ".panel .ladder"],
  ["the panel of an agreement", explore({ sel: TREATY }), ".panel .panel-heading"],
  ["the table", explore({ view: "table" }), "#table [data-row]"],
  ["as known", explore({ known: "2024-12-05" }), ".timeline-stop"],
  ["a comparison", explore({ known: "2024-12-05", compare: "latest" }), ".compare-sentence"],
  ["nothing found", explore({ text: "no such words" }), ".over-plot, .nothing, main h2"],
  ["explore", explore(), ".timeline-stop"],
  ...opened("Filter", "#filter", /^Filter/),
  ...opened("Share", "[popover]:popover-open"),
  ...opened("Export", "[popover]:popover-open"),
  ...opened("Keys", "dialog[open]"),
  ["the search", null, "search", (page) => page.getByRole("combobox").fill("Moscow")],
  ["offline", null, "[role=alert]", (page) => page.context().setOffline(true)],
];

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOURS = ["color-contrast", "link-in-text-block"];

/** The serious and critical findings of a page as it stands, or of a part of it, one line each. */
async function look(page: Page, name: string, rules: string[] | null = null, part?: string) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (part) axe.include(part);
  const { violations, passes } = await (rules
    ? axe.withRules(rules)
    : axe.withTags(WCAG)
  ).analyze();
  expect(rules ?? passes, `rules that apply to ${name}`).not.toEqual([]);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const why = failureSummary?.split("\n").at(1)?.trim();
        return `${name}: ${id} at ${target.join(" ")}: ${why}`;
      }),
    );
}

/** Goes to each place in turn and collects what is found there. A theme changes colours alone: the dark one is asked for those. */
async function findingsOf(page: Page, places: Place[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path, ready, act] of places) {
    await page.emulateMedia({ colorScheme: "light" });
    if (path !== null) await page.goto(path);
    await act?.(page);
    await expect(page.locator(ready).first(), name).toBeVisible();
    const part = path === null ? ready : undefined;
    found.push(...(await look(page, name, null, part)));
    await page.emulateMedia({ colorScheme: "dark" });
    // Grounds of buttons change over a moment, and a colour on its way is not one to judge.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((one) => one.finished)),
    );
    found.push(...(await look(page, `${name}, dark`, COLOURS, part)));
  }
  await page.context().setOffline(false);
  return found;
}

test.describe.configure({ mode: "parallel", timeout: 360_000 });
test.use({ contextOptions: { reducedMotion: "reduce" } });

test("no page has a serious or critical finding, in either theme", async ({ page, unseen }) => {
  unseen.allow(/status of 404/);
  expect(await findingsOf(page, PAGES)).toEqual([]);
});

test("nor has Explore in any of its states", async ({ page, unseen }) => {
  unseen.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const found = await findingsOf(page, EXPLORE);
  // The API answers no more, as when the server is gone.
  await page.route(/\/graphql/, (route) => route.abort());
  found.push(...(await findingsOf(page, [["an error", explore(), "[role=alert]"]])));
  expect(found).toEqual([]);
});

test("nor has any on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const places: Place[] = [
    ["landing", "/", "main h1"],
    ["explore", explore(), ".phone-row"],
    ["the sheet", explore({ sel: VISIT }), ".panel .ladder"],
    ["as known", explore({ known: "2024-12-05" }), ".phone-row"],
    ["the table", explore({ view: "table" }), "#table [data-row]"],
    ["an agreement", "/agreements/ru-ir-2025", "main h1"],
  ];
  expect(await findingsOf(page, places)).toEqual([]);
});

test("in the reader's own colours status is told by more than colour", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(explore({ sel: VISIT }));
  await expect(page.locator(".panel .ladder")).toBeVisible();
  const found = await look(page, "the panel");
  await page.goto("/agreements/ru-ir-2025");
  const bars = page.locator(".pipeline");
  await expect(bars).toContainText("In force");
  await expect(bars.locator("svg").first()).toBeVisible();
  found.push(...(await look(page, "an agreement")));
  expect(found).toEqual([]);
});
