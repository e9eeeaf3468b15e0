import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** As a browser asks for a page. */
const PAGE = { headers: { accept: "text/html" } };

test("the landing page and the explorer answer and show a heading", async ({ page }) => {
  for (const path of ["/", "/explore"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()["cache-control"]).toBe("no-cache");
    await expect(page.getByRole("heading").first()).toBeVisible();
  }
});

test("an address that is nowhere answers 404, and still with a page", async ({ page, unseen }) => {
  unseen.allow(/status of 404/);
  const answer = await page.goto("/nowhere-at-all");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading").first()).toBeVisible();
});

test("a page is called the same before its scripts run and after, and tells of itself until the reader goes on", async ({
  page,
  request,
  unseen,
}) => {
  unseen.allow(/status of 404/);
  const paths = {
    "/": /^Entente$/,
    "/explore": /^Russia, Iran/,
    "/agreements": /^Agreements/,
    "/agreements/ru-ir-2025": /^Comprehensive/,
    "/countries/ir": /^Iran/,
    "/events/visit-pezeshkian-moscow-2025?known=2024-12-05": /^Pezeshkian/,
    "/forums/brics": /^BRICS/,
    "/leaders/vladimir-putin": /^Vladimir Putin/,
    "/sources/kremlin-2025-01-17": /^./,
    "/stories/the-timing-has-not-yet-been-fixed": /^./,
    "/stories/no-such-story": /^Not found/,
  };
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      const names = [document.title];
      Object.assign(window, { names });
      const tab = document.querySelector("title");
      if (tab)
        new MutationObserver(() => names.push(document.title)).observe(tab, { childList: true });
    });
  });
  for (const [path, name] of Object.entries(paths)) {
    const served = /<title>([^<]*)<\/title>/.exec(
      await (await request.get(path, PAGE)).text(),
    )?.[1];
    expect(served).toMatch(name);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await expect(page.locator(".still")).toHaveCount(0);
    const names = await page.evaluate(() => (window as unknown as { names: string[] }).names);
    expect([path, ...new Set(names)]).toEqual([path, served?.replaceAll("&amp;", "&")]);
  }
  await page.goto("/agreements/ru-ir-2025");
  const told = page.locator("[data-told]");
  const data = await page.locator("script[type='application/ld+json']").textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ "@type": "Legislation" });
  expect(await told.count()).toBeGreaterThan(5);
  await page.getByRole("link", { name: "Agreements" }).first().click();
  await expect(page).toHaveTitle("Agreements · Entente");
  await expect(told).toHaveCount(0);
});

/** Runs what GraphiQL's editor holds, once the editor is there to be read, and answers where the answer appears. */
async function run(page: Page) {
  await expect(page.locator(".graphiql-query-editor .view-line").first()).toBeVisible();
  await page.getByRole("button", { name: /execute query/i }).click();
  return page.getByRole("region", { name: /result/i });
}

test("GraphiQL loads with no network but its own server, and runs a query", async ({ page }) => {
  const answer = await page.goto("/graphql");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("tab", { name: "HopedFor" })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(13);
  const result = await run(page);
  await expect(result).toContainText("Xi Jinping to visit Iran");
  await expect(result).toContainText("EXPECTED");
});

test("a link to GraphiQL opens with its query", async ({ page }) => {
  await page.goto(`/graphql?query=${encodeURIComponent("query Linked { dataset { title } }")}`);
  await expect(await run(page)).toContainText('"title"');
});
