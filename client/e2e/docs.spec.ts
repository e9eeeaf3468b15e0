// The documentation as a page: read without a pointer, on a phone, in the dark, and led from and to.
import { expect, test } from "./test.ts";

test("the documentation is led to from every page, lists its pages, and opens a query in GraphiQL", async ({
  page,
}) => {
  await page.goto("/stories");
  await page.getByRole("link", { name: "API and its documentation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Getting started" })).toBeVisible();
  await page.getByRole("link", { name: "Worked queries" }).first().click();
  await expect(page).toHaveTitle("Worked queries · Entente");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(12);

  await page.locator("summary").first().click();
  await expect(page.locator("details[open] code")).toContainText("visit-pezeshkian-moscow-2025");
  await page.getByRole("link", { name: "Run it in GraphiQL" }).first().click();
  await expect(page.locator(".graphiql-query-editor")).toContainText("HopedFor");
});

test("the machines are drawn, and the theme that was chosen in the client holds", async ({
  page,
}) => {
  await page.goto("/docs/status");
  const drawing = page.getByRole("img").first();
  await expect(drawing).toBeVisible();
  expect(await drawing.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.evaluate(() => localStorage.setItem("entente.theme", "dark"));
  await page.reload();
  await expect.poll(ground).not.toBe(light);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("no page of the documentation scrolls sideways", async ({ page }) => {
    for (const name of ["", "/queries", "/limits", "/status"]) {
      await page.goto(`/docs${name}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        name,
      ).toBeLessThanOrEqual(0);
    }
  });
});
