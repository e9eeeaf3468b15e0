import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

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
