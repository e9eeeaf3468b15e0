// Coming in: from the link that the first start prints to a second person with a token of their own, and out again.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Running, startServer } from "./server.ts";
import { expect, test } from "./test.ts";

/** A server of one's own for the file, where nobody is a user yet. */
const alone = test.extend<object, { server: Running }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, use) => use(server.url),
});
alone.describe.configure({ mode: "serial" });

const VERA = { name: "Vera Lind", email: "vera@example.org", password: "five bridges and a ferry" };
const menu = (page: Page) => page.getByRole("button", { name: /^Signed in/ });
const toast = (page: Page) => page.locator(".toast");

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

async function signIn(page: Page, { email, password }: typeof VERA): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

alone(
  "the first admin joins by the link that the start prints, goes out, and comes in again to where they wanted to be",
  async ({ page, server, unseen }) => {
    unseen.allow(/status of (401|404)/);
    const link = await server.firstLink();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Join Entente" })).toBeVisible();
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByText("3 problems", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(
      /^Give your name\./,
    );
    expect(await serious(page)).toEqual([]);
    await page.getByLabel("Name", { exact: true }).fill(VERA.name);
    await page.getByLabel("E-mail address").fill(VERA.email);
    const password = page.getByLabel("Password", { exact: true });
    await password.fill("ferry");
    await expect(password).toHaveAccessibleDescription(/^It has 5 of 12 characters\./);
    await password.fill(VERA.password);
    await expect(password).toHaveAttribute("autocomplete", "new-password");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(password).toHaveAttribute("type", "text");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(toast(page)).toContainText("Welcome, Vera Lind.");
    await expect(menu(page)).toHaveText("Signed in admin");

    // The link is used up, and says what to do.
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
    await expect(page.locator("main")).toContainText("ask whoever sent it for a new one");

    await menu(page).click();
    await expect(page.getByRole("link", { name: "Account" })).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(toast(page)).toContainText("Signed out.");

    await page.goto("/agreements/ru-ir-2025");
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.getByRole("button", { name: "Update status" })).toHaveCount(0);
    await page.getByRole("link", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fagreements%2Fru-ir-2025$/);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await signIn(page, { ...VERA, password: "four bridges and a ferry" });
    await expect(page.getByRole("alert")).toHaveText(
      "The e-mail address or the password is wrong.",
    );
    await expect(page.getByRole("alert")).toBeFocused();
    await signIn(page, { ...VERA, email: "nobody@example.org" });
    await expect(page.getByRole("alert")).toHaveText(
      "The e-mail address or the password is wrong.",
    );
    await signIn(page, VERA);
    await expect(page).toHaveURL(/\/agreements\/ru-ir-2025$/);
    await expect(page.getByRole("button", { name: "Update status" })).toBeVisible();

    // Whoever is in is told so, and is sent nowhere else.
    await page.goto("/sign-in?to=//evil.example/");
    await expect(page.getByRole("heading", { name: "You are signed in" })).toBeVisible();
    await expect(page.getByRole("link", { name: "To the front page" })).toHaveAttribute(
      "href",
      "/",
    );
  },
);

alone("whoever tries too often is told for how long to wait", async ({ page, unseen }) => {
  unseen.allow(/status of (401|429)/);
  await page.goto("/sign-in");
  for (let tries = 0; tries < 12; tries += 1) {
    await signIn(page, {
      ...VERA,
      email: "guess@example.org",
      password: `a guess, number ${tries}`,
    });
    await expect(page.getByRole("alert")).toBeFocused();
    if ((await page.getByRole("alert").textContent())?.includes("Too many")) break;
  }
  await expect(page.getByRole("alert")).toHaveText(/^Too many tries\. Try again in \d+ seconds\./);
});
