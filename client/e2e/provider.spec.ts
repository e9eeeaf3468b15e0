// Coming in by a provider of OpenID Connect, there and back in a browser: who is invited, who is known, and who is not.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Issuer, issuer } from "../../server/test/issuer.ts";
import { freePort, type Running, startServer } from "./server.ts";
import { expect, test } from "./test.ts";

const alone = test.extend<object, { there: Issuer; server: Running }>({
  there: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const there = await issuer();
      await use(there);
      await there.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ there }, use) => {
      const port = String(await freePort());
      const server = await startServer({
        PORT: port,
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        OIDC_ISSUER: there.address,
        OIDC_CLIENT_ID: there.clientId,
        OIDC_CLIENT_SECRET: there.clientSecret,
        OIDC_NAME: "The Ministry",
      });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, use) => use(server.url),
});
alone.describe.configure({ mode: "serial" });

const signedAs = (page: Page, role: string) =>
  page.getByRole("button", { name: `Signed in ${role}` });
const byProvider = (page: Page) => page.getByRole("button", { name: "Sign in with The Ministry" });

alone(
  "whoever is invited joins by the provider, under their role, and is known there from then on",
  async ({ page, browser, baseURL, server, there }) => {
    await page.goto(await server.firstLink());
    await page.getByLabel("Name").fill("Vera Lind");
    await page.getByLabel("E-mail address").fill("vera@example.org");
    await page.getByLabel("Password").fill("five bridges and a ferry");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
    await page.getByLabel("E-mail address").fill("lev@example.org");
    await page.getByRole("button", { name: "Invite" }).click();
    await expect(page.locator(".access-once input")).toHaveValue(/\/join\//);

    // The link is not needed: the provider vouches for the address.
    const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
    const lev = await theirs.newPage();
    there.next = { sub: "7", email: "lev@example.org", email_verified: true, name: "Lev Orlov" };
    for (const time of ["first", "next"]) {
      await lev.goto("/agreements/smr-2025");
      await lev.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
      await byProvider(lev).press("Enter");
      await expect(lev, `the ${time} time`).toHaveURL(/\/agreements\/smr-2025$/);
      await expect(signedAs(lev, "editor")).toBeVisible();
      await expect(lev.getByRole("button", { name: "Update status" })).toBeVisible();
      await lev.goto("/account");
      await expect(lev.locator("main")).toContainText("Lev Orlov, editor, by lev@example.org.");
      await theirs.clearCookies();
    }
    await theirs.close();
    await page.reload();
    await expect(page.locator("main")).toContainText("Lev Orlov");
  },
);

alone("whoever is not invited is told what to do, and stays a reader", async ({ page, there }) => {
  for (const [email, email_verified] of [
    ["stranger@example.org", true],
    ["vera@example.org", false],
  ] as const) {
    there.next = { sub: email, email, email_verified };
    await page.goto("/sign-in?to=/desk");
    await byProvider(page).click();
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expect(page.getByRole("alert")).toContainText(
      "Nobody here has the address that The Ministry vouches for. Ask an admin to invite it",
    );
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect(byProvider(page)).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

alone(
  "a provider that cannot be reached is told of, and keeps nobody else out",
  async ({ page, there, server, unseen }) => {
    unseen.allow(/status of 50\d/);
    // A server that has not heard of it before: what it knows of a provider it keeps.
    await there.close();
    await server.halt();
    const anew = await server.next("here");
    await page.goto("/sign-in?to=/leaders");
    await byProvider(page).click();
    await expect(page.getByRole("alert")).toContainText("The Ministry");
    await page.getByLabel("E-mail address").fill("vera@example.org");
    await page.getByLabel("Password").fill("five bridges and a ferry");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/leaders$/);
    await expect(signedAs(page, "admin")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await anew.halt();
  },
);
