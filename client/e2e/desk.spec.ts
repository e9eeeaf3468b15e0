// An editor at the desk: an illegal move explained, a save seen before it is made, drafts that last, all of it by keyboard.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { editing } from "./alone.ts";
import { serious } from "./serious.ts";
import { expect } from "./test.ts";

editing.describe.configure({ mode: "serial" });

const MEMORANDUM = "/agreements/smr-2025";
const desk = (page: Page) => page.getByRole("complementary", { name: /Update status|Record a/ });
const toast = (page: Page) => page.locator(".toast");
const saveButton = (page: Page) => desk(page).getByRole("button", { name: /^Save as version/ });

/** Opens the form of a new status by its key. */
async function openForm(page: Page, path = MEMORANDUM): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Update status" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(desk(page).getByRole("heading", { name: "Update status" })).toBeVisible();
}

/** Says that the treaty came into force on a day, by a source that is not recorded. */
async function sayInForce(page: Page, day: string, publisher: string): Promise<void> {
  await desk(page)
    .getByRole("radio", { name: /^In force/ })
    .check();
  await desk(page).getByLabel("In effect from").fill(day);
  await desk(page).getByRole("combobox", { name: "Source" }).fill(publisher);
  await desk(page)
    .getByRole("option", { name: /A new source/ })
    .click();
  await expect(desk(page).locator(".desk-preview")).toContainText("stays in force");
}

editing(
  "an illegal move is explained at once, and saving leads to what is missing",
  async ({ page }) => {
    await page.goto("/agreements/ru-ir-2025");
    await expect(page.getByRole("button", { name: "Update status" })).toBeVisible();
    // However far down the page was read, the form begins below the bar, and nothing lies bare above it.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByRole("banner")).not.toBeInViewport();
    await page.keyboard.press("u");
    await expect(desk(page).getByRole("heading", { name: "Update status" })).toBeFocused();
    await expect(page.getByRole("banner")).toBeInViewport({ ratio: 1 });
    await desk(page)
      .getByRole("radio", { name: /^Negotiating/ })
      .check();
    await expect(desk(page).getByRole("alert")).toContainText(
      "An agreement in force can’t go back to negotiating.",
    );
    await expect(desk(page).getByText("already passed, 17 Jan 2025")).toBeVisible();
    await desk(page).getByRole("radio", { name: "Suspended" }).check();
    await expect(desk(page).getByRole("alert")).toHaveCount(0);
    await desk(page).getByLabel("In effect from").fill("20 Oct 2025");
    await saveButton(page).click();
    await expect(desk(page).getByText("1 problem", { exact: true })).toBeVisible();
    const source = desk(page).getByRole("combobox", { name: "Source" });
    await expect(source).toBeFocused();
    await expect(source).toHaveAttribute("aria-invalid", "true");
    await expect(source).toHaveAccessibleDescription("Add a source. Every fact needs one.");
    expect(await serious(page, ".desk")).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(desk(page)).toHaveCount(0);
    await expect(page.locator("#main")).toBeFocused();

    // The way out where no change of ours can be undone: what the report that it stands on being wrong would come to.
    await page.keyboard.press("u");
    await desk(page).getByRole("button", { name: "Go on" }).click();
    await desk(page)
      .getByRole("radio", { name: /^Negotiating/ })
      .check();
    await desk(page).getByRole("button", { name: "take back the report" }).click();
    const back = page.getByRole("complementary", { name: "Take a report back" });
    await expect(back).toContainText("In force 2 October 2025, says");
    await back.getByLabel(/^Why it is wrong/).fill("It was another treaty.");
    await expect(back.locator(".desk-preview")).toContainText("The agreement stays in force");
    await back.getByRole("button", { name: "Cancel" }).click();
    await expect(back).toHaveCount(0);
  },
);

editing(
  "a save is seen in words before it is made, shows at once, and is undone by Z; all by keyboard",
  async ({ page }) => {
    await page.goto(MEMORANDUM);
    const button = page.getByRole("button", { name: "Update status" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(desk(page).getByRole("heading", { name: "Update status" })).toBeFocused();
    await expect(desk(page).getByRole("radiogroup")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(desk(page).getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Tab");
    for (let steps = 0; steps < 12; steps += 1) {
      if (await desk(page).getByRole("radio", { name: "In force", checked: true }).count()) break;
      await page.keyboard.press(steps === 0 ? "Space" : "ArrowDown");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.type("10 February 2026");
    await expect(desk(page).getByText("10 February 2026")).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(
      "https://tass.com/economy/2026/02/12/small-reactors?utm_source=x",
    );
    await expect(desk(page).getByLabel("Publisher")).toHaveValue("TASS");
    await expect(desk(page).getByLabel("Published on")).toHaveValue("12 Feb 2026");
    await expect(desk(page).getByLabel("Link")).toHaveValue(
      "https://tass.com/economy/2026/02/12/small-reactors",
    );
    const preview = desk(page).locator(".desk-preview");
    await expect(preview).toContainText("in force from 10 February 2026. It is signed now.");
    await expect(preview).toContainText("Known from 12 Feb 2026, the day its source came out.");
    await expect(page.locator(".status-line")).toContainText("Signed");
    // Nobody scrolls for it, and what is being filled in is not covered by it; on a phone neither.
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(page.locator(".desk-preview")).toBeInViewport({ ratio: 1 });
      await page.locator(".desk").getByLabel("Link").focus();
      await expect(page.locator(".desk :focus")).toBeInViewport({ ratio: 1 });
    }
    expect(await serious(page, ".desk")).toEqual([]);
    // Beside the page it is a part of it, and nothing in it is taken for the head of the site.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await expect(toast(page)).toContainText("in force from 10 February 2026. Version 2.");
    await expect(desk(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(page.locator(".status-line")).toContainText("In force since 10 February 2026");
    await expect(page.locator(".history")).toContainText("editor A");

    await page.keyboard.press("z");
    await expect(toast(page)).toContainText("version 2 undone, as version 3.");
    await expect(page.locator(".status-line")).toContainText("Signed");
    const retracted = page.locator(".history tr", { hasText: "Retracted" });
    await expect(retracted).toContainText("Version 2 undone.");
    await expect(retracted).not.toContainText(/According to|date not fixed/);

    // Of the same day, what was recorded last stands first.
    await page.keyboard.press("z");
    await expect(toast(page)).toContainText("version 3 undone, as version 4.");
    await page.keyboard.press("z");
    await expect(toast(page)).toContainText("version 4 undone, as version 5.");
    await expect(retracted.locator(".version")).toHaveText(["5", "4", "3"]);
  },
);

editing("what a source field finds is in sight on a phone, above the foot", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(MEMORANDUM);
  await page.getByRole("button", { name: "Update status" }).click();
  const sheet = page.getByRole("dialog", { name: "Update status" });
  const source = sheet.getByRole("combobox", { name: "Source" });
  await source.focus();
  await page.keyboard.type("Rosatom");
  const last = sheet.getByRole("option", { name: /A new source/ });
  await expect(last).toBeVisible();
  const bottom = async (of: Locator) => {
    const box = await of.boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };
  const foot = await sheet.locator(".desk-foot").boundingBox();
  await expect.poll(() => bottom(last)).toBeLessThanOrEqual(foot?.y ?? 0);
  await expect(source).toBeInViewport({ ratio: 1 });
  expect(await serious(page, ".desk")).toEqual([]);
});

editing(
  "a draft outlives the page, a lost connection sends it once when it is back, and an ended session keeps it",
  async ({ page, token, unseen }) => {
    unseen.allow(/ERR_CONNECTION_RESET|status of 40[13]/);
    await openForm(page);
    await desk(page).getByRole("radio", { name: "Expired" }).check();
    await desk(page).getByLabel("In effect from").fill("Mar 2026");
    await desk(page).getByRole("combobox", { name: "Source" }).fill("Rosatom");
    await desk(page)
      .getByRole("option", { name: /A new source/ })
      .click();
    await expect(desk(page).getByLabel("Publisher")).toHaveValue("Rosatom");
    await page.reload();
    await openForm(page);
    await expect(desk(page)).toContainText("You began this on");
    await desk(page).getByRole("button", { name: "Go on" }).click();
    await expect(desk(page).getByLabel("In effect from")).toHaveValue("Mar 2026");
    await expect(desk(page).getByLabel("Publisher")).toHaveValue("Rosatom");
    await expect(desk(page).locator(".desk-preview")).toContainText("expired");

    // The session ends: nothing is lost.
    await page.context().setExtraHTTPHeaders({ authorization: "Bearer ent_no_longer" });
    await saveButton(page).click();
    await expect(desk(page).getByRole("alert")).toContainText("Your session has ended.");
    await expect(desk(page).getByRole("link", { name: /Sign in/ })).toHaveAttribute(
      "href",
      `/sign-in?to=${encodeURIComponent(MEMORANDUM)}`,
    );
    await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });

    // The answer is lost on its way: what was carried out is not carried out again.
    const sent: string[] = [];
    await page.route("/graphql", async (route) => {
      const body = route.request().postData() ?? "";
      if (!body.includes("idempotencyKey")) return route.continue();
      sent.push(JSON.parse(body).variables.input.idempotencyKey);
      if (sent.length > 1) return route.continue();
      await route.fetch();
      return route.abort("connectionreset");
    });
    await saveButton(page).click();
    await expect(desk(page).getByText("Not sent yet.")).toBeVisible();
    const version = await saveButton(page).textContent();
    // Even the page is left: what waits goes out by itself when one of ours is open again.
    await page.reload();
    await expect(toast(page)).toContainText(
      `expired from March 2026. ${version?.replace("Save as v", "V")}.`,
    );
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    await expect(page.locator(".status-line")).toContainText("Expired");
  },
);

editing(
  "whoever was slower loses nothing: both versions side by side, a competing claim, and its undo",
  async ({ page, browser, server, baseURL }) => {
    const treaty = "/agreements/ru-ir-2025";
    await openForm(page, treaty);
    await sayInForce(page, "1 Oct 2025", "Kommersant");
    const base = Number(/\d+/.exec((await saveButton(page).textContent()) ?? "")?.[0]) - 1;

    const token = await server.token("editor", "editor B");
    const theirs = await browser.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const other = await theirs.newPage();
    await other.addInitScript(() => localStorage.setItem("entente.signed", "1"));
    const recorded = async () => {
      await other.goto(`/history${treaty.replace("agreements", "agreement")}`);
      const count = await other.getByText(/^\d+ changes?$/).textContent();
      return Number.parseInt(String(count), 10);
    };
    const before = await recorded();
    await openForm(other, treaty);
    await sayInForce(other, "3 Oct 2025", "Interfax");
    await saveButton(other).click();
    await expect(other.locator(".toast")).toContainText(`Version ${base + 1}.`);

    await saveButton(page).click();
    const warning = desk(page).getByRole("alert");
    await expect(warning).toContainText("This agreement changed while you were editing.");
    await expect(warning).toContainText(`Editor B saved version ${base + 1} at `);
    await expect(warning).toBeFocused();
    const row = (name: RegExp) => desk(page).getByRole("row", { name });
    await expect(row(/^In effect from/)).toContainText("3 Oct 2025");
    await expect(row(/^In effect from/)).toContainText("1 Oct 2025");
    await expect(row(/^Source/)).toContainText("Interfax");
    await expect(
      desk(page).getByRole("radio", {
        name: `Keep version ${base + 1}, add mine as a competing claim`,
      }),
    ).toBeChecked();
    // Either way is seen in words before it is chosen.
    const preview = desk(page).locator(".desk-preview");
    await expect(preview).toContainText("The agreement stays in force");
    await expect(preview).toContainText("in force 1 October 2025 (Kommersant)");
    await expect(preview).toContainText(/follows? the record right now, and (is|are) told/);
    await desk(page).getByRole("radio", { name: "Replace with mine" }).check();
    await expect(preview).toContainText(
      `Version ${base + 1} is taken back, with yours in its place.`,
    );
    await desk(page).getByRole("radio", { name: "Discard mine" }).check();
    await expect(preview).toBeEmpty();
    await desk(page)
      .getByRole("radio", { name: /add mine as a competing claim/ })
      .check();
    await expect(preview).toContainText("(Interfax)");
    expect(await serious(page, ".desk")).toEqual([]);
    await saveButton(page).click();
    await expect(toast(page)).toContainText(`sources disagree. Version ${base + 2}.`);
    const rivals = page.locator(".rivals");
    await expect(rivals).toContainText("In force 1 October 2025, says Kommersant.");
    await expect(rivals).toContainText("In force 3 October 2025, says Interfax.");

    // The other page was told as it happened, and waits until its reader asks.
    await other.getByRole("button", { name: "This page changed. Show" }).click();
    await expect(other.locator(".rivals")).toContainText("says Kommersant.");

    await toast(page).getByRole("button", { name: "Undo" }).click();
    await expect(toast(page)).toContainText(`version ${base + 2} undone, as version ${base + 3}.`);
    await expect(rivals).not.toContainText("Kommersant");
    await expect(rivals).toContainText("Interfax");
    await other.getByRole("button", { name: "This page changed. Show" }).click();
    await expect(other.locator(".rivals")).not.toContainText("Kommersant");
    // It stays in the history, and theirs can be undone from there.
    const rows = page.locator(".history tr");
    await expect(rows.filter({ hasText: "says Kommersant" }).first()).toHaveAttribute(
      "data-retracted",
      "true",
    );
    await rows
      .filter({ hasText: "says Interfax" })
      .first()
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(toast(page)).toContainText(`as version ${base + 4}.`);
    await expect(rivals).not.toContainText("Interfax");
    // Two edits and two undoings: each is a change of its own, and none went.
    expect(await recorded()).toBe(before + 4);
    await theirs.close();
  },
);

editing(
  "the Majlis has voted: the last party's step makes a convention ratified",
  async ({ page }) => {
    await page.goto("/agreements/caspian-2018");
    await expect(page.locator(".status-line")).toContainText("Ratified by 4 of 5");
    await page.getByRole("button", { name: "Record a party’s step" }).click();
    await desk(page).getByRole("checkbox", { name: "Iran" }).check();
    await desk(page).getByLabel("What was done").selectOption("RATIFIED");
    await desk(page)
      .getByLabel(/^By the chamber/)
      .fill("Islamic Consultative Assembly");
    await desk(page).getByLabel("Done on").fill("3 Nov 2026");
    await desk(page).getByRole("combobox", { name: "Source" }).fill("IRNA");
    await desk(page)
      .getByRole("option", { name: /A new source/ })
      .click();
    await desk(page).getByLabel("Published on").fill("3 Nov 2026");
    await expect(desk(page).locator(".desk-preview")).toContainText(
      "This makes the agreement ratified from 3 November 2026. It is signed now.",
    );
    expect(await serious(page, ".desk")).toEqual([]);
    await saveButton(page).click();
    await expect(toast(page)).toContainText("ratified from 3 November 2026");
    await expect(page.locator(".status-line")).toContainText("Ratified 3 November 2026");
    await expect(page.locator(".history")).toContainText(
      "Iran, Islamic Consultative Assembly: ratified 3 Nov 2026, says IRNA.",
    );
  },
);

editing("a visit is planned, then called off, from its own page", async ({ page }) => {
  await page.goto("/desk/new");
  const form = page.locator("form.desk-form");
  await form.getByLabel("Kind").selectOption("VISIT");
  const who = form.getByRole("combobox", { name: "Who takes part" });
  for (const [text, name] of [
    ["Pezeshk", /Masoud Pezeshkian/],
    ["Kazakhst", /^Kazakhstan/],
  ] as const) {
    await who.fill(text);
    await expect(form.getByRole("option", { name }).first()).toBeVisible();
    await who.press("Enter");
  }
  await expect(form.getByLabel("Role of Masoud Pezeshkian")).toHaveValue("GUEST");
  await expect(form.getByLabel("Role of Kazakhstan")).toHaveValue("HOST");
  await form.getByLabel("When", { exact: true }).fill("12 Mar 2031");
  await expect(form.getByLabel("Stands as")).toHaveValue("SCHEDULED");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("combobox", { name: "Source" })).toBeFocused();
  await form.getByRole("combobox", { name: "Source" }).fill("Tengrinews");
  await form.getByRole("option", { name: /A new source/ }).click();
  await expect(form.locator(".desk-preview")).toContainText(
    "This records “Masoud Pezeshkian to visit Kazakhstan”: planned, 12 March 2031.",
  );
  expect(await serious(page, "main")).toEqual([]);
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/events\/./);
  await expect(page.locator("h1")).toHaveText("Masoud Pezeshkian to visit Kazakhstan");

  await page.getByRole("button", { name: "Update status" }).click();
  await desk(page).getByRole("radio", { name: "Cancelled" }).check();
  await desk(page).getByRole("combobox", { name: "Source" }).fill("Tengrinews");
  await desk(page)
    .getByRole("option", { name: /^Tengrinews/ })
    .click();
  await expect(desk(page).locator(".desk-preview")).toContainText("This makes it cancelled");
  await page.keyboard.press("Control+Enter");
  await expect(toast(page)).toContainText("cancelled, 12 March 2031. Version 2.");
  await expect(page.locator(".event-kicker")).toContainText("Visit, cancelled");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".event-kicker")).toContainText("Visit, planned");
});

/** Says why in the form that is open, sees what that comes to, and saves. */
async function sayWhy(page: Page, title: string, why: string, preview: string): Promise<void> {
  const form = page.getByRole("complementary", { name: title });
  await form.getByRole("button", { name: /^Save as version/ }).click();
  await expect(form.getByLabel(/^Why /)).toBeFocused();
  await form.getByLabel(/^Why /).fill(why);
  await expect(form.locator(".desk-preview")).toContainText(preview);
  expect(await serious(page, ".desk")).toEqual([]);
  await form.getByRole("button", { name: /^Save as version/ }).click();
  await expect(form).toHaveCount(0);
}

editing(
  "a report of the data set is taken back from its row and had back; of two claims the other is shown",
  async ({ page }) => {
    await page.goto("/agreements/ru-ir-2025");
    const rows = page.locator(".history tbody tr");
    const row = rows.filter({ hasText: "Zamir Kabulov" });
    await row.getByRole("button", { name: "Take back" }).click();
    await sayWhy(page, "Take a report back", "He spoke of another text.", "stays in force");
    await expect(toast(page)).toContainText("Taken back. ");
    await expect(row.first()).toHaveAttribute("data-retracted", "true");
    await expect(row.first().getByRole("button")).toHaveCount(0);
    // The word that took it back is a change of ours, and undone like any.
    await page.reload();
    await rows
      .filter({ hasText: "He spoke of another text." })
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(toast(page)).toContainText("undone, as version");
    await expect(row.first()).toHaveAttribute("data-retracted", "false");

    const rival = page.locator(".rivals li", { hasText: "Kazem Jalali" });
    const shown = page.locator(".rivals li", { hasText: "The date shown above." });
    await expect(shown).toContainText("2 October 2025");
    await rival.getByRole("button", { name: "Show this one" }).click();
    await sayWhy(
      page,
      "Show this claim",
      "He negotiated it.",
      "the date shown becomes about 18 July 2025",
    );
    await expect(shown).toContainText("Kazem Jalali");
    await toast(page).getByRole("button", { name: "Undo" }).click();
    await expect(shown).toContainText("2 October 2025");
  },
);

editing(
  "an event’s own page and its history take a report back, and have it back",
  async ({ page }) => {
    const visit = "visit-pezeshkian-moscow-2025";
    await page.goto(`/events/${visit}`);
    const claim = page.locator(".rung-words p", { hasText: "Vladimir Putin" });
    await claim.getByRole("button", { name: "Take back" }).click();
    await sayWhy(page, "Take a report back", "He hoped for it only.", "It stays held");
    await expect(claim).toHaveCount(0);
    await toast(page).getByRole("button", { name: "Undo" }).click();
    await expect(claim).toHaveCount(1);

    await page.goto(`/history/event/${visit}`);
    const told = page.getByRole("region", { name: /^Reports that came with/ }).getByRole("row");
    await expect(told).toHaveCount(9);
    const first = told.filter({ hasText: "Vladimir Putin" });
    await first.getByRole("button", { name: /^Take back Expected/ }).click();
    await sayWhy(page, "Take a report back", "He hoped for it only.", "It stays held");
    await expect(first).toContainText("Taken back");
    await page
      .locator(".record-table tr", { hasText: "Report taken back" })
      .first()
      .getByRole("button", { name: /^Undo/ })
      .click();
    const form = page.getByRole("complementary", { name: "Undo a change" });
    await form.getByLabel(/^Why it is undone/).fill("It was no slip.");
    await form.getByRole("button", { name: "Undo this change" }).click();
    await expect(first).not.toContainText("Taken back");
  },
);
