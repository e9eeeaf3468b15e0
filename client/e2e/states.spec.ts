// What stands when things are slow, fail, are gone or are not there: calm, and with a way on.
import type { Page, Route } from "@playwright/test";
import { explore, FOUNDING, flag, following, openExplore, said } from "./explore.ts";
import { expect, test } from "./test.ts";

/** Handles what pages ask the API. */
const onAsk = (page: Page, handle: (route: Route) => unknown) =>
  page.route(
    (url) => url.pathname === "/graphql",
    (route) => handle(route),
  );

/** The header of a country's lane. */
const laneOf = (page: Page, country: string) =>
  page.locator(".timeline-head[data-kind=COUNTRY]", { hasText: country });

test("a slow answer: lanes, axis and rail stand at once with a line of progress, then the facts come", async ({
  page,
}) => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await onAsk(page, async (route) => {
    await answered;
    await route.continue();
  });
  await page.goto(explore());
  await expect(laneOf(page, "Russia")).toBeVisible();
  await expect(laneOf(page, "Iran")).toBeVisible();
  await expect(page.locator(".timeline-axis canvas")).toBeVisible();
  await expect(page.locator(".busy-line")).toBeVisible();
  await expect(page.locator(".plot-place")).toHaveAttribute("aria-busy", "true");
  await expect(page.locator(".view-bar .counts")).toHaveText(/^Loading/);
  await expect(page.getByRole("slider", { name: "As known on" })).toBeVisible();
  await expect(page.locator(".timeline-stop")).toHaveCount(0);
  answer();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  await expect(page.locator(".busy-line")).toHaveCount(0);
  await expect(page.locator(".view-bar .counts")).toHaveText(/^\d+ facts/);
});

test("an API that does not answer is named, and Try again works; so does an answer of 500, with its number", async ({
  page,
  unseen,
}) => {
  unseen.allow(/ERR_FAILED|status of 500/);
  await onAsk(page, (route) => route.abort());
  await page.goto(explore());
  const trouble = page.getByRole("alert");
  await expect(trouble).toContainText("The timeline didn’t load.");
  await expect(trouble).toContainText("The server did not answer.");
  await expect(laneOf(page, "Russia")).toBeVisible();

  await page.unrouteAll();
  await onAsk(page, (route) =>
    route.fulfill({
      status: 500,
      headers: { "x-request-id": "req-42" },
      contentType: "application/graphql-response+json",
      body: JSON.stringify({ errors: [{ message: "No.", extensions: { code: "INTERNAL" } }] }),
    }),
  );
  await trouble.getByRole("button", { name: "Try again" }).click();
  await expect(trouble).toContainText("Error 500, request req-42.");

  await page.unrouteAll();
  await trouble.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  await expect(trouble).toHaveCount(0);
});

test("a page of an agreement that does not load says so, and Try again works", async ({
  page,
  unseen,
}) => {
  unseen.allow(/ERR_FAILED/);
  await onAsk(page, (route) => route.abort());
  await page.goto("/agreements/ru-ir-2025");
  const trouble = page.getByRole("alert");
  await expect(trouble).toContainText("didn’t load");
  await page.unrouteAll();
  await trouble.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Comprehensive Strategic");
  await expect(trouble).toHaveCount(0);
});

test("offline, a strip says so and of when the copy is; what was loaded stays; online, it goes", async ({
  page,
  context,
}) => {
  const follows = following(page);
  await openExplore(page);
  await follows;
  await context.setOffline(true);
  const strip = page.getByRole("alert");
  await expect(strip).toContainText("You’re offline.");
  await expect(strip).toContainText(/Showing facts saved at \d\d:\d\d\./);
  await expect(flag(page)).toHaveText(/^Saved \d\d? [A-Z][a-z]{2}, \d\d:\d\d/);
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  await context.setOffline(false);
  await expect(strip).toHaveCount(0);
  await expect(flag(page)).toHaveText(/^Today, /);
});

test("a filter that nothing passes keeps the lanes, says so in a sentence, and offers the way out", async ({
  page,
}) => {
  await page.goto(explore({ text: "no such words anywhere" }));
  const sentence = page.getByRole("heading", { name: /^Nothing matches these filters/ });
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText(/from Jun 2024 to Nov 2025$/);
  await expect(laneOf(page, "Russia")).toBeVisible();
  await expect(page.getByText(/^Without them the nearest is .+/)).toBeVisible();
  await page.locator(".nothing").getByRole("button", { name: "Clear filters" }).click();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
  expect(said(page, "text")).toBeNull();
  expect(said(page, "from") ?? FOUNDING.from).toBe(FOUNDING.from);

  await page.goto(explore({ text: "no such words anywhere", from: "2024-06-02" }));
  await page.getByRole("button", { name: /^Go to / }).click();
  await expect(page.locator(".timeline-stop").first()).toBeVisible();
});

test("filters narrow what is shown, act at once and stand in the address", async ({ page }) => {
  await openExplore(page);
  const all = await page.locator(".view-bar .counts").textContent();
  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByRole("checkbox", { name: "Visits" }).check();
  await expect.poll(() => said(page, "kind")).toBe("visit");
  await expect(page.locator(".view-bar .counts")).not.toHaveText(all ?? "");
  const events = page.locator('.timeline-stop[data-id^="event:"]');
  const names = () => events.evaluateAll((list) => list.map((one) => one.ariaLabel ?? ""));
  await expect
    .poll(async () => (await names()).filter((name) => !/^\w* ?visit,/i.test(name)))
    .toEqual([]);
  expect((await names()).length).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.locator(".view-bar .counts")).toHaveText(all ?? "");
});

for (const [path, what] of [
  ["/agreements/no-such-treaty", "agreement"],
  ["/events/no-such-event", "event"],
  ["/stories/no-such-story", "story"],
  ["/leaders/no-such-leader", "leader"],
] as const) {
  test(`${path} is a calm page that says there is no such ${what}`, async ({ page, unseen }) => {
    unseen.allow(/status of 404/);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^There is no such/);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Open the timeline" })).toBeVisible();
    await expect(page).toHaveTitle(/not found/i);
  });
}
