// An editor corrects, makes and merges what no report speaks of, beside its page.
import type { Page } from "@playwright/test";
import { editing } from "./alone.ts";
import { serious } from "./serious.ts";
import { expect } from "./test.ts";

editing.describe.configure({ mode: "serial" });

const desk = (page: Page) => page.locator(".desk");
const toast = (page: Page) => page.locator(".toast");
const preview = (page: Page) => page.locator(".desk-preview");

editing("a leader’s name is corrected by keyboard, and undone", async ({ page }) => {
  await page.goto("/leaders/sergey-lavrov");
  await page.getByRole("button", { name: "Correct" }).focus();
  await page.keyboard.press("Enter");
  await expect(desk(page).getByRole("heading", { name: "Correct a leader" })).toBeFocused();
  const name = desk(page).getByRole("textbox", { name: /^Name/ });
  await expect(name).toHaveValue("Sergey Lavrov");
  // The cross, then the first field.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(name).toBeFocused();
  await page.keyboard.type("Sergei V. Lavrov");
  await expect(preview(page)).toContainText(
    "Name becomes Sergei V. Lavrov, in place of Sergey Lavrov.",
  );
  expect(await serious(page, ".desk")).toEqual([]);

  // A date is more than a spelling; what is wrong is told where it is.
  await desk(page).getByRole("textbox", { name: "Born" }).fill("once");
  await page.keyboard.press("Control+Enter");
  await expect(desk(page).getByText("2 problems", { exact: true })).toBeVisible();
  await expect(desk(page).getByRole("textbox", { name: "Born" })).toBeFocused();
  await expect(desk(page).getByRole("combobox", { name: "Source" })).toHaveAccessibleDescription(
    "Add a source. Every fact needs one.",
  );
  await desk(page).getByRole("textbox", { name: "Born" }).fill("21 Mar 1950");
  await page.keyboard.press("Control+Enter");
  await expect(toast(page)).toContainText("Sergei V. Lavrov: corrected. Version 2.");
  await expect(page.locator("h1")).toHaveText("Sergei V. Lavrov");
  await expect(desk(page)).toHaveCount(0);

  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("h1")).toHaveText("Sergey Lavrov");
});

editing(
  "whoever was slower sees both versions of a forum, and keeps what the other changed",
  async ({ page, browser, server, baseURL }) => {
    await page.goto("/forums/brics");
    await page.getByRole("button", { name: "Correct" }).click();
    await desk(page).getByRole("textbox", { name: "Short name" }).fill("The five and more");
    await desk(page).getByRole("textbox", { name: /^Name/ }).fill("BRICS group");
    await expect(preview(page)).toContainText("Short name becomes");

    const token = await server.token("editor", "editor B");
    const theirs = await browser.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const other = await theirs.newPage();
    await other.addInitScript(() => localStorage.setItem("entente.signed", "1"));
    await other.goto("/forums/brics");
    await other.getByRole("button", { name: "Correct" }).click();
    await desk(other).getByRole("textbox", { name: /^Name/ }).fill("BRICS+");
    await desk(other).getByRole("button", { name: "Save as version 2" }).click();
    await expect(toast(other)).toContainText("BRICS+: corrected. Version 2.");
    await theirs.close();

    await desk(page).getByRole("button", { name: "Save as version 2" }).click();
    const warning = desk(page).getByRole("alert");
    await expect(warning).toContainText("This forum changed while you were editing.");
    await expect(warning).toContainText("Editor B saved version 2 at ");
    const row = desk(page).getByRole("row", { name: /^Name\b.*differs/ });
    await expect(row).toContainText("BRICS+");
    await expect(row).toContainText("BRICS group");
    expect(await serious(page, ".desk")).toEqual([]);
    await expect(
      desk(page).getByRole("radio", { name: /^Keep theirs where both changed it/ }),
    ).toBeChecked();
    await desk(page).getByRole("button", { name: "Save as version 3" }).click();
    await expect(toast(page)).toContainText("BRICS+: corrected. Version 3.");
    await expect(page.locator("h1")).toHaveText("BRICS+");
  },
);

const form = (page: Page) => page.locator(".desk-page");

/** Chooses the first that is found by a text. */
async function choose(page: Page, field: string | RegExp, text: string): Promise<void> {
  await form(page).getByRole("combobox", { name: field }).fill(text);
  await form(page)
    .getByRole("option", { name: new RegExp(`^${text}`) })
    .first()
    .click();
}

editing("a forum is made on a phone, after what it lacks is told", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk/new");
  await page.getByRole("navigation", { name: "What is new" }).getByText("Forum").click();
  await expect(page).toHaveURL("/desk/new/forum");
  await form(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(form(page).getByText("2 problems", { exact: true })).toBeVisible();
  await expect(form(page).getByText("This cannot be empty.", { exact: true })).toBeVisible();
  await form(page).getByRole("textbox", { name: /^Name/ }).fill("Isfahan Round Table");
  await choose(page, "Source", "TASS");
  await expect(preview(page)).toContainText("This records a forum: Isfahan Round Table.");
  expect(await serious(page, "main")).toEqual([]);
  await form(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/forums/isfahan-round-table");
  await expect(page.locator("h1")).toHaveText("Isfahan Round Table");
});

editing("of two that are not one, all that tells them apart is told at once", async ({ page }) => {
  await page.goto("/agreements/smr-2025");
  await page.getByRole("button", { name: "Merge a duplicate" }).click();
  const other = desk(page).getByRole("combobox", { name: "The other agreement" });
  await other.fill("Comprehensive Strategic");
  await desk(page)
    .getByRole("option", { name: /^Comprehensive Strategic Partnership Treaty/ })
    .click();
  await desk(page).getByRole("button", { name: "Merge", exact: true }).click();
  const problems = desk(page).locator(".desk-problem p");
  await expect(problems).toHaveText([
    /treaty goes, memorandum stays/,
    /different force: legal goes/,
    /must be ratified: yes goes, no stays/,
  ]);
  await expect(desk(page).getByText("3 problems", { exact: true })).toBeVisible();
  await expect(problems.first()).toBeInViewport();
});

editing("a leader made twice is merged, and the two are had back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk/new/leader");
  await form(page).getByRole("textbox", { name: /^Name/ }).fill("Abbas Araghchy");
  await choose(page, "Country", "Iran");
  await choose(page, "Source", "TASS");
  await form(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/leaders/abbas-araghchy");

  await page.getByRole("button", { name: "Merge a duplicate" }).click();
  const sheet = page.getByRole("dialog", { name: "Merge a duplicate" });
  await sheet.getByRole("combobox", { name: "The other leader" }).fill("Araghchi");
  await sheet.getByRole("option", { name: /^Abbas Araghchi/ }).click();
  await sheet.getByRole("radio", { name: "Abbas Araghchi" }).check();
  await expect(sheet.getByRole("row", { name: /^Name/ })).toContainText("Abbas Araghchy");
  await expect(preview(page)).toContainText(
    "“Abbas Araghchy” becomes part of “Abbas Araghchi”, and its address leads there.",
  );
  expect(await serious(page, ".desk")).toEqual([]);
  await sheet.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(toast(page)).toContainText("Abbas Araghchy is part of Abbas Araghchi from now on.");
  await expect(page.locator("h1")).toHaveText("Abbas Araghchi");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("h1")).toHaveText("Abbas Araghchy");
});
