// What waits for an editor: lists that the address names, and the form of each thing one press away.
import AxeBuilder from "@axe-core/playwright";
import { type Running, startServer } from "./server.ts";
import { expect, test } from "./test.ts";

const alone = test.extend<object, { server: Running; token: string; reader: string }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  token: [({ server }, use) => server.token("editor", "editor A").then(use), { scope: "worker" }],
  reader: [({ server }, use) => server.token("viewer", "viewer B").then(use), { scope: "worker" }],
  baseURL: ({ server }, use) => use(server.url),
});

alone("leads an editor from what is overdue to its form", async ({ page, token }) => {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  const answer = await page.request.post("/graphql", {
    data: {
      query: `{ upcoming(filter: { overdue: true }, first: 1) { totalCount nodes { slug title } }
        agreements(filter: { disputed: true }, first: 1) { totalCount nodes { title } }
        events(filter: { disputed: true }, first: 1) { totalCount } }`,
    },
  });
  const { upcoming, agreements, events } = (await answer.json()).data;
  expect(upcoming.totalCount).toBeGreaterThan(0);
  expect((await page.goto("/desk"))?.status()).toBe(200);
  const lists = page.getByRole("navigation", { name: "Lists" });
  await expect(lists.getByRole("link").nth(0)).toHaveText(`Overdue ${upcoming.totalCount}`);
  await expect(lists.getByRole("link").nth(1)).toHaveText(`Disputed events ${events.totalCount}`);
  await expect(lists.getByRole("link").nth(2)).toHaveText(
    `Disputed agreements ${agreements.totalCount}`,
  );
  const lines = page.locator(".desk-lines li");
  await expect(lines).toHaveCount(Math.min(25, upcoming.totalCount));
  await expect(lines.first()).toContainText(upcoming.nodes[0].title);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await lists.getByRole("link", { name: /^Disputed agreements/ }).press("Enter");
  await expect(page).toHaveURL(/\/desk\?show=agreements$/);
  await expect(lines).toHaveCount(Math.min(25, agreements.totalCount));
  await expect(lines.first()).toContainText(agreements.nodes[0].title);
  expect(events.totalCount).toBe(0);
  await lists.getByRole("link", { name: /^Disputed events/ }).press("Enter");
  await expect(page.getByText("No two sources disagree about an event.")).toBeVisible();
  await page.goBack();
  await page.goBack();
  await lines.first().getByRole("button").press("Enter");
  await expect(page).toHaveURL(new RegExp(`/events/${upcoming.nodes[0].slug}$`));
  await expect(page.getByRole("complementary", { name: "Update status" })).toBeVisible();
});

alone("tells everybody else whose work it is", async ({ page, reader }) => {
  await page.goto("/desk?show=events");
  await page.locator("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdesk%3Fshow%3Devents$/);
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${reader}` });
  await page.goto("/desk");
  await expect(page.getByText("You are signed in to read")).toBeVisible();
  await expect(page.locator(".desk-lists")).toHaveCount(0);
});
