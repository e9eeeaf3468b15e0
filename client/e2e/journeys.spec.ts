// Three whole journeys by keyboard alone, from the address bar on. At every stop focus can be seen, and says where it is.
import type { Page } from "@playwright/test";
import { expectSaid, TREATY } from "./explore.ts";
import { expect, test } from "./test.ts";

/** What has focus: its name, its role or tag, and whether a reader can see where it is. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement as HTMLElement;
    const { left, right, top, bottom } = on.getBoundingClientRect();
    const style = getComputedStyle(on);
    const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    // The browser itself shows which part of a date has focus.
    const ringed = style.outlineStyle !== "none" || on.matches("input[type=date]");
    return {
      name: (on.ariaLabel ?? on.textContent ?? "").replace(/\s+/g, " ").trim(),
      what: on.getAttribute("role") ?? on.tagName.toLowerCase(),
      seen: inside && style.visibility === "visible" && Number(style.opacity) > 0 && ringed,
    };
  });

/** Presses Tab (or Shift+Tab) until focus is on what a name describes; every stop on the way can be seen. Answers how many it took. */
async function tabTo(page: Page, name: RegExp, { most = 30, key = "Tab" } = {}): Promise<number> {
  const passed: string[] = [];
  for (let tabs = 1; tabs <= most; tabs++) {
    await page.keyboard.press(key);
    const now = await focus(page);
    passed.push(`${now.what} ${now.name}`.slice(0, 60));
    if (now.what === "body") continue;
    expect(now.seen, `a reader sees that focus is on ${passed.at(-1)}`).toBe(true);
    if (name.test(now.name)) return tabs;
  }
  throw new Error(`${most} times ${key} do not lead to ${name}, but to:\n${passed.join("\n")}`);
}

/** Waits until focus is on what a name describes. */
const expectFocus = (page: Page, name: RegExp) =>
  expect.poll(async () => (await focus(page)).name).toMatch(name);

async function open(page: Page) {
  await page.goto("/explore");
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
}

test("find the visit by the search box, and read where it is known from", async ({ page }) => {
  await open(page);
  await tabTo(page, /^Find a leader/, { most: 12 });
  await page.keyboard.type("Pezeshkian visit");
  const visit = page.getByRole("option", { name: /official visit to Russia/ });
  await expect(visit).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/official visit to Russia/);
  // Focus is at the start of the new page, so that the next Tab goes into it.
  expect((await focus(page)).what).toBe("main");
  // As on the page: what came before and after stands above the title, the ways on below it.
  await tabTo(page, /^Show on the timeline$/, { most: 4 });
  await tabTo(page, /^Source 1: /, { most: 8 });
  await page.keyboard.press("Enter");
  await expectFocus(page, /^1\s*\S+/);
  const source = await focus(page);
  expect(source.what).toBe("li");
  await tabTo(page, new RegExp(source.name.slice(1, 12)), { most: 1 });
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sources/*");
  await expect(page.getByRole("heading", { name: /rests? on it$/ })).toBeVisible();
  await tabTo(page, /^Open at the publisher/, { most: 3 });
});

test("travel to 5 December 2024 on the rail, compare with today, and come back", async ({
  page,
}) => {
  await open(page);
  await tabTo(page, /^Skip to as known on$/, { most: 3 });
  await page.keyboard.press("Enter");
  const rail = page.getByRole("slider", { name: "As known on" });
  const day = () => rail.getAttribute("aria-valuetext");
  for (let tabs = 0; (await focus(page)).what !== "slider"; tabs++) {
    expect(tabs, "Tabs from the skip link to the rail").toBeLessThan(6);
    await page.keyboard.press("Tab");
  }
  // By months as far as that goes, then by days.
  const left = async () =>
    Date.parse("2024-12-05") / 86_400_000 - Number(await rail.getAttribute("aria-valuenow"));
  while ((await left()) < -30) await page.keyboard.press("PageDown");
  while ((await left()) < 0) await page.keyboard.press("ArrowLeft");
  while ((await left()) > 0) await page.keyboard.press("ArrowRight");
  await expectSaid(page, "known", "2024-12-05");
  expect(await day()).toMatch(/^As known on 5 December 2024, \d+ facts$/);

  await tabTo(page, /^Compare with today$/, { most: 20, key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await expectSaid(page, "compare", "latest");
  const panel = page.getByRole("complementary", { name: "Comparison" });
  const sentence = panel.getByRole("heading", { level: 2 });
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveText(/agreements? came into force/);
  // Into one of what became, and back to its line.
  await tabTo(page, /Partnership Treaty.*in force/, { most: 8 });
  await page.keyboard.press("Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expectFocus(page, /Partnership Treaty.*in force/);

  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expectFocus(page, /^Compare with today$/);
  await tabTo(page, /^Return to latest$/, { most: 2, key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await expectSaid(page, "known", null);
  await expect(rail, "focus goes on from the rail").toBeFocused();
  expect(await day()).toMatch(/^As known today, \d+ facts$/);
});

test("open the treaty from its bar, and follow it to in force and to its sources", async ({
  page,
}) => {
  await open(page);
  await tabTo(page, /^Skip to the timeline$/, { most: 1 });
  await page.keyboard.press("Enter");
  await tabTo(page, /\d{4}\. .*sources?\.$/, { most: 6 });
  // Lanes by their number, the last stage of the ninth by End.
  await page.keyboard.press("9");
  await expectFocus(page, /^Comprehensive Strategic Partnership Treaty, /);
  await page.keyboard.press("End");
  await expectFocus(page, /Treaty, in force since 2 October 2025/);
  await page.keyboard.press("Enter");
  await expectSaid(page, "sel", TREATY);
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await tabTo(page, /^Open the agreement$/, { most: 1, key: "Shift+Tab" });
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Treaty on Comprehensive/);
  expect((await focus(page)).what).toBe("main");
  await expect(page.locator(".pipeline")).toContainText("In force");
  const tabs = await tabTo(page, /^Source \d+: Kremlin/, { most: 30 });
  expect(tabs).toBeGreaterThan(1);
  await page.keyboard.press("Enter");
  await expectFocus(page, /^\d+\s*Kremlin/);
  await tabTo(page, /Kremlin/, { most: 1 });
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sources/*");
  await expect(page.getByRole("heading", { name: /rests? on it$/ })).toBeVisible();
});
