// Coming in: from the link that the first start prints to a second person with a token of their own, and out again.
import type { Page } from "@playwright/test";
import { alone } from "./alone.ts";
import { serious } from "./serious.ts";
import { expect } from "./test.ts";

alone.describe.configure({ mode: "serial" });

const VERA = { name: "Vera Lind", email: "vera@example.org", password: "five bridges and a ferry" };
const LEV = { name: "Lev Orlov", email: "lev@example.org", password: "seven sluices, one lock" };
const menu = (page: Page) => page.getByRole("button", { name: /^Signed in/ });
const toast = (page: Page) => page.locator(".toast");

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

alone(
  "an admin invites an editor, who joins in another browser, makes a token that works until it is revoked",
  async ({ page, browser, baseURL, unseen }) => {
    unseen.allow(/status of 40[13]/);
    await page.goto("/desk/users");
    await expect(page.locator("main")).toContainText("Only admins see who can come in");
    await page.locator("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(page, VERA);
    await expect(page).toHaveURL(/\/desk\/users$/);
    await page.getByLabel("E-mail address").fill(LEV.email);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const given = page.getByLabel(`The link for ${LEV.email}`);
    await expect(given).toBeFocused();
    await expect(page.locator("main")).toContainText("Shown this once.");
    expect(await serious(page)).toEqual([]);
    const link = await given.inputValue();

    const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
    const other = await theirs.newPage();
    await other.goto(link);
    await expect(other.locator("main")).toContainText(`For ${LEV.email}, as editor`);
    await other.getByLabel("Name", { exact: true }).fill(LEV.name);
    await other.getByLabel("Password", { exact: true }).fill(LEV.password);
    await other.getByRole("button", { name: "Join" }).click();
    await expect(other).toHaveURL(/\/account$/);
    await expect(other.locator("main")).toContainText("Lev Orlov, editor, by lev@example.org.");
    await other.goto("/desk/users");
    await expect(other.locator("main")).toContainText("You are signed in as Lev Orlov, editor.");

    await other.goto("/account");
    const form = other.getByRole("form", { name: "New token" });
    await expect(form.getByLabel("Role").getByRole("option")).toHaveCount(2);
    await form.getByRole("button", { name: "Make a token" }).click();
    await expect(form.getByLabel("Name")).toBeFocused();
    await form.getByLabel("Name").fill("The nightly import");
    await form.getByLabel("Role").selectOption("EDITOR");
    await form.getByRole("button", { name: "Make a token" }).click();
    const secret = await other.getByLabel("Your new token").inputValue();
    expect(secret).toMatch(/^ent_/);
    expect(await serious(other)).toEqual([]);
    const whoIs = async () => {
      const response = await fetch(`${baseURL}/graphql`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: JSON.stringify({ query: "{ viewer { name role via } }" }),
      });
      return (await response.json()) as { data?: object; errors?: { message: string }[] };
    };
    expect((await whoIs()).data).toEqual({
      viewer: { name: "Lev Orlov", role: "EDITOR", via: "TOKEN" },
    });
    await other.reload();
    const tokens = other.locator(".access-list", { hasText: "The nightly import" });
    await expect(tokens).toContainText(/last used \d+ \w{3} \d{4}, about \d\d:00 UTC/);
    await expect(other.locator("main")).not.toContainText(secret);

    // Another role ends his session, and he is told.
    await page.reload();
    await page.getByLabel(`Role of ${LEV.name}`).selectOption("VIEWER");
    await page.getByRole("button", { name: `Set role of ${LEV.name}` }).click();
    await expect(page.locator(".access-log")).toContainText(`gave another role to ${LEV.email}`);
    expect((await whoIs()).data).toEqual({
      viewer: { name: "Lev Orlov", role: "VIEWER", via: "TOKEN" },
    });
    await other.reload();
    await other.locator("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(other, LEV);
    await expect(other.locator("main")).toContainText("Lev Orlov, viewer");

    await other.getByRole("button", { name: "Revoke The nightly import" }).click();
    await expect(other.getByRole("button", { name: "Revoke", exact: true })).toBeFocused();
    await other.keyboard.press("Enter");
    await expect(tokens).toContainText("revoked");
    expect((await whoIs()).errors?.[0]?.message).toContain("was revoked");
    await other.getByRole("button", { name: "Sign out here" }).click();
    await expect(other.getByRole("link", { name: "Sign in" })).toBeVisible();

    // The last admin stays.
    await page.getByRole("button", { name: `Disable ${VERA.name}` }).click();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Vera Lind is the last admin");
    await theirs.close();
  },
);

alone(
  "whoever is signed in twice sees it, and signs out everywhere else, or everywhere",
  async ({ page, browser, baseURL, unseen }) => {
    unseen.allow(/status of 40[13]/);
    const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
    const other = await theirs.newPage();
    const isOut = (one: Page) =>
      expect(one.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    for (const one of [page, other]) {
      await one.goto("/sign-in?to=/account");
      await signIn(one, VERA);
      await expect(one.getByText("This browser")).toBeVisible();
    }
    await page.reload();
    const others = page.getByText("Another browser");
    await expect(others.first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect(page.getByRole("group", { name: /^End \d+ other session/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(toast(page)).toContainText(/^Signed out of \d+ other session/);
    await expect(others).toHaveCount(0);
    await other.reload();
    await isOut(other);

    await other.goto("/sign-in?to=/account");
    await signIn(other, VERA);
    await other.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
    await other.keyboard.press("Enter");
    await expect(toast(other)).toContainText("Signed out everywhere.");
    await isOut(other);
    await page.reload();
    await isOut(page);
    await theirs.close();
  },
);

alone(
  "a session that ends under an editor's hands leaves the draft, and signing in in another tab goes on with it",
  async ({ page, context, unseen }) => {
    unseen.allow(/status of 40[13]/);
    await page.goto("/sign-in?to=/agreements/smr-2025");
    await signIn(page, VERA);
    await page.getByRole("button", { name: "Update status" }).click();
    const desk = page.getByRole("complementary", { name: "Update status" });
    await desk.getByRole("radio", { name: "Expired" }).check();
    await desk.getByLabel("In effect from").fill("Mar 2026");
    await desk.getByRole("combobox", { name: "Source" }).fill("Rosatom");
    await desk.getByRole("option", { name: /A new source/ }).click();
    await expect(desk.locator(".desk-preview")).toContainText("expired");
    await context.clearCookies();
    await desk.getByRole("button", { name: /^Save/ }).click();
    await expect(desk.getByRole("alert")).toContainText("Your session has ended.");
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    const opened = context.waitForEvent("page");
    await desk.getByRole("link", { name: "Sign in in another tab" }).click();
    const tab = await opened;
    await signIn(tab, VERA);
    await expect(tab).toHaveURL(/\/agreements\/smr-2025$/);
    await tab.close();
    await expect(menu(page)).toBeVisible();
    await expect(desk.getByRole("alert")).toHaveCount(0);
    await desk.getByRole("button", { name: /^Save/ }).click();
    await expect(toast(page)).toContainText("expired from March 2026.");
    await expect(page.locator(".history")).toContainText(VERA.name);
  },
);

alone(
  "an edit that waited until the session had ended says so, and the page knows that nobody is in",
  async ({ page, context, unseen }) => {
    unseen.allow(/status of 40[13]|ERR_INTERNET_DISCONNECTED/);
    await page.goto("/sign-in?to=/agreements/ru-ir-2025");
    await signIn(page, VERA);
    await page.getByRole("button", { name: "Update status" }).click();
    const desk = page.getByRole("complementary", { name: "Update status" });
    await desk.getByRole("radio", { name: "Suspended" }).check();
    await desk.getByLabel("In effect from").fill("Apr 2026");
    await desk.getByRole("combobox", { name: "Source" }).fill("Rosatom");
    await desk.getByRole("option", { name: /A new source/ }).click();
    await expect(desk.locator(".desk-preview")).not.toBeEmpty();
    await context.setOffline(true);
    await desk.getByRole("button", { name: /^Save/ }).click();
    await expect(desk.getByText("Not sent yet.")).toBeVisible();
    await page.keyboard.press("Escape");
    const strip = page.getByRole("alert");
    await expect(strip).toContainText(/You’re offline\. Showing facts saved at \d\d:\d\d\./);
    await expect(strip).toContainText("1 edit waiting");
    await context.clearCookies();
    await context.setOffline(false);
    await expect(toast(page)).toContainText("is not saved: your session has ended.");
    await expect(strip).toHaveCount(0);
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
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

alone(
  "for a finger every field and button of the way in is 44 px high",
  async ({ browser, baseURL, unseen }) => {
    unseen.allow(/status of 401/);
    const theirs = await browser.newContext({
      ...(baseURL && { baseURL }),
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    const phone = await theirs.newPage();
    await phone.goto("/sign-in?to=/desk/users");
    const small = () =>
      phone.locator("main :is(button, input, select)").evaluateAll((parts) =>
        parts
          .filter((part) => part.getClientRects().length > 0)
          .map((part) => [part.textContent, part.getBoundingClientRect().height] as const)
          .filter(([, height]) => height < 44),
      );
    await expect(phone.getByLabel("E-mail address")).toBeVisible();
    expect(await small()).toEqual([]);
    await signIn(phone, VERA);
    await expect(phone.getByRole("button", { name: "Invite" })).toBeVisible();
    expect(await small()).toEqual([]);
    await phone.goto("/account");
    await expect(phone.getByRole("button", { name: "Sign out here" })).toBeVisible();
    expect(await small()).toEqual([]);
    await theirs.close();
  },
);
