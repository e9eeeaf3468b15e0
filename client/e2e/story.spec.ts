// The front page and the story it features: two strips that tell then from now, and steps that keep what they promise.
import { expectSaid, flag, openExplore, said, slider, stops, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

const STORY = "/stories/the-timing-has-not-yet-been-fixed";

test("the front page features the story with its quote, and both strips in words", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^“The timing has not yet been fixed”$/i,
  );
  await expect(page.locator(".featured-by")).toContainText("Kremlin spokesman, 3 December 2024");
  const strips = page.getByRole("figure", { name: /as known on 5 Dec 2024 and today/ });
  await expect(strips).toBeVisible();
  const [then, now] = [
    strips.locator("figcaption p").first(),
    strips.locator("figcaption p").last(),
  ];
  await expect(then).toContainText("As known on 5 Dec 2024");
  await expect(then).toContainText("Pezeshkian's official visit to Russia, date not fixed");
  await expect(then).toContainText(/Comprehensive Strategic Partnership Treaty: .*agreed/i);
  await expect(then).not.toContainText(/signed/i);
  await expect(now).toContainText("As known today");
  await expect(now).toContainText("Pezeshkian's official visit to Russia, 17 Jan");
  await expect(now).toContainText(/Signed from 17 Jan/);
  await expect(now).toContainText(/In force from 2 Oct 2025/);
  await expect(page.getByRole("heading", { name: "Latest changes" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Planned, date not fixed" })).toBeVisible();

  await page.getByRole("link", { name: "Read the story" }).click();
  await expect(page).toHaveURL(new RegExp(`${STORY}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /timing has not yet been fixed/i,
  );
});

test("every step of the story is a permalink to the view it promises", async ({ page }) => {
  await page.goto(STORY);
  const steps = page.locator(".steps .step");
  await expect(steps.first()).toBeVisible();
  const promised = await steps.evaluateAll((list) =>
    list.map((step) => ({
      id: step.id,
      known: step.querySelector("time")?.getAttribute("datetime") ?? null,
      to: step.querySelector<HTMLAnchorElement>("a.button")?.getAttribute("href") ?? "",
    })),
  );
  expect(promised.length).toBeGreaterThan(8);
  for (const { known, to } of promised) {
    const view = new URL(to, "http://here").searchParams;
    expect(view.get("lanes"), to).toContain("ru-ir-2025");
    expect(view.get("known"), to).toBe(known);
  }

  // As written in the story: of the visit without a date, the third step.
  const third = page.locator("#step-3");
  await third.getByRole("link", { name: /timeline/i }).click();
  await expectSaid(page, "known", "2024-12-05");
  await expect(flag(page)).toHaveText("As known on 5 Dec 2024");
  await expect(stops(page, VISIT)).toHaveAccessibleName(/^Planned visit, date not fixed\./);
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Pezeshkian's official visit to Russia",
  );
  await page.goBack();
  await expect(third).toBeVisible();

  const last = promised.at(-1);
  await page.goto(`${STORY}#${last?.id}`);
  await expect(page.locator(`#${last?.id}`)).toBeInViewport();
});

test("the story lists the 64 facts of the article, each with a source and what it is about", async ({
  page,
}) => {
  await page.goto(STORY);
  await expect(page.getByRole("heading", { name: /^64 facts in the article of/ })).toBeVisible();
  const facts = page.locator(".article-facts > li");
  await expect(facts).toHaveCount(64);
  const bare = await facts.evaluateAll((list) =>
    list.filter((fact) => !fact.querySelector("sup a, a.cite") || !fact.id).map(({ id }) => id),
  );
  expect(bare, "facts without a source").toEqual([]);
});

test("what is selected tells what was known of it, and when, and who said so", async ({ page }) => {
  await openExplore(page, { sel: VISIT });
  const panel = page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("heading", { name: "What we knew, and when" })).toBeVisible();
  const rungs = panel.locator(".ladder .rung time");
  const days = await rungs.evaluateAll((list) => list.map((time) => time.getAttribute("datetime")));
  for (const day of ["2024-12-23", "2024-12-26", "2025-01-17"]) expect(days).toContain(day);
  expect([...days].sort()).toEqual(days);
  expect(said(page, "known")).toBeNull();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^As known today/);
});
