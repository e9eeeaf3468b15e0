// The search box, as a reader uses it: words of any kind and script, the arrow keys, and a way on when nothing is found.
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const box = (page: Page) => page.getByRole("combobox", { name: /^Find a leader/ });
const options = (page: Page) => page.getByRole("option");
const remark = (page: Page) => page.locator(".matches").getByRole("status");

async function open(page: Page, path = "/leaders") {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
}

test("“Moscow visit” finds the visit, by keyboard, though its title says neither where nor to whom", async ({
  page,
}) => {
  await open(page);
  await page.keyboard.type("Moscow visit");
  const visit = page.getByRole("option", { name: /Pezeshkian's official visit to Russia/ });
  await expect(visit).toHaveCount(1);
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  for (let tries = 0; (await visit.getAttribute("aria-selected")) !== "true"; tries++) {
    expect(tries, "presses of the arrow key").toBeLessThan(20);
    await page.keyboard.press("ArrowDown");
  }
  // What is chosen is in sight, and named to a screen reader.
  await expect(visit).toBeInViewport({ ratio: 1 });
  const id = await visit.getAttribute("id");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", id ?? "");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/events/visit-pezeshkian-moscow-2025");
});

test("a name in Persian, Cyrillic or misspelled finds the person first", async ({ page }) => {
  await open(page);
  for (const name of ["پزشکیان", "Пезешкиан", "Pezeshkiyan"]) {
    await box(page).fill(name);
    await expect(options(page).first()).toHaveAccessibleName(/Masoud Pezeshkian Iran/);
    await expect(options(page).first()).toContainText("Leaders");
  }
  await options(page).first().click();
  await page.waitForURL("**/leaders/masoud-pezeshkian");
});

test("what was said shows beside the name", async ({ page }) => {
  await open(page);
  await box(page).fill("putin hope");
  await expect(
    page.getByRole("option", { name: /Comprehensive Strategic Partnership Treaty/ }),
  ).toContainText("Putin hopes to sign during the coming visit.");
});

test("says what to do when nothing is found, and finds only what was known on the day", async ({
  page,
}) => {
  await open(page, "/leaders?known=2024-10-10");
  await box(page).fill("pezeshkian visit to moscow");
  await expect(remark(page)).toContainText(
    /^Nothing known on that day has “pezeshkian visit to moscow”\. Try fewer words.* return to the latest\.$/,
  );
  await expect(options(page)).toHaveCount(0);
  await page.goto("/leaders?known=2024-12-05");
  await box(page).fill("pezeshkian visit to moscow");
  await expect(page.getByRole("option", { name: /official visit/ })).toContainText(
    "date not fixed",
  );
  await box(page).fill("iran");
  await expect(remark(page)).toHaveText("There is more: add a word.");
});

test("an answer that comes late is not shown", async ({ page }) => {
  await open(page);
  const asked: string[] = [];
  let release = () => {};
  const later = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/graphql\?.*search/, async (route) => {
    const variables = new URL(route.request().url()).searchParams.get("variables") ?? "{}";
    asked.push(JSON.parse(variables).text);
    if (asked.length === 1) await later;
    await route.continue().catch(() => {}); // given up meanwhile
  });
  await box(page).fill("putin");
  await expect.poll(() => asked).toEqual(["putin"]);
  await box(page).fill("xi jinping");
  await expect(options(page).first()).toHaveAccessibleName(/Xi Jinping/);
  release();
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAccessibleName(/Xi Jinping/);
  expect(asked).toEqual(["putin", "xi jinping"]);
});
