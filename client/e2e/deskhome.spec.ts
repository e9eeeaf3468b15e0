// What waits for an editor: lists that the address names, and the form of each thing one press away.
import AxeBuilder from "@axe-core/playwright";
import { alone as own } from "./alone.ts";
import { expect } from "./test.ts";

const alone = own.extend<object, { reader: string }>({
  reader: [({ server }, use) => server.token("viewer", "viewer B").then(use), { scope: "worker" }],
});

alone("leads an editor from each need to the form that mends it", async ({ page, token }) => {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  const answer = await page.request.post("/graphql", {
    data: {
      query: `{ overdue: upcoming(filter: { overdue: true }, orderBy: DUE, first: 1) { totalCount nodes { slug title } }
        disputes: agreements(filter: { undecided: true }, first: 1) { totalCount nodes { shortTitle } }
        general: events(filter: { generalKnowledge: true }) { totalCount }
        russian: events(filter: { generalKnowledge: true, countries: ["RU"] }) { totalCount } }`,
    },
  });
  const { overdue, disputes, general, russian } = (await answer.json()).data;
  expect(overdue.totalCount * disputes.totalCount).toBeGreaterThan(0);
  expect(russian.totalCount).toBeLessThan(general.totalCount);
  expect((await page.goto("/desk"))?.status()).toBe(200);
  const section = (name: string) => page.getByRole("region", { name });
  await expect(
    section(`Overdue ${overdue.totalCount}`).getByRole("listitem").first(),
  ).toContainText(overdue.nodes[0].title);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  // A dispute is decided beside the list, by keyboard, and leaves it.
  const disputed = section(`Disputed, nobody preferred ${disputes.totalCount}`);
  await disputed
    .getByRole("button", { name: /^Keep this one/ })
    .first()
    .press("Enter");
  const form = page.getByRole("complementary", { name: "Show this claim" });
  await form.getByLabel("Why this one is shown").fill("The ministry says so itself.");
  await form.getByLabel("Why this one is shown").press("Control+Enter");
  await expect(form).toHaveCount(0);
  await expect(section(`Disputed, nobody preferred ${disputes.totalCount - 1}`)).toBeVisible();
  const changes = section("Recent changes 2");
  await expect(changes.getByRole("listitem").first()).toContainText("Report preferred.");
  await changes.getByRole("link", { name: "Mine" }).press("Enter");
  await expect(page).toHaveURL(/\/desk\?by=editor(%20|\+)A$/);
  const mine = section("Recent changes 1");
  await expect(mine.getByRole("listitem")).toHaveCount(1);
  await mine.getByRole("button", { name: /^Undo/ }).press("Enter");
  await expect(page.getByRole("complementary", { name: "Undo a change" })).toBeVisible();
  await page.keyboard.press("Escape");

  // What is narrowed stays so on the page of a need, and a source more begins from what stands.
  await page.getByRole("link", { name: "Only Russia" }).press("Enter");
  await page.getByRole("link", { name: `All ${russian.totalCount} events` }).press("Enter");
  await expect(page).toHaveURL(/\/desk\?need=general&country=RU$/);
  await expect(page.locator("main")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const lines = section(`On general knowledge only ${russian.totalCount}`).locator(
    ".desk-lines li",
  );
  await expect(lines).toHaveCount(Math.min(25, russian.totalCount));
  await lines
    .first()
    .getByRole("button", { name: /^Add a source/ })
    .press("Enter");
  await expect(page).toHaveURL(/\/events\//);
  const event = page.getByRole("complementary", { name: "Add a source" });
  await expect(event.getByRole("radio", { checked: true })).toHaveCount(1);
  await expect(event.getByLabel("Held on")).not.toHaveValue("");
});

alone("folds what narrows it behind one button on a phone", async ({ page, token }) => {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk");
  const first = page.getByRole("heading", { name: /^Overdue/ });
  await expect(first).toBeVisible();
  expect((await first.boundingBox())?.y, "where the first need begins").toBeLessThan(360);
  const filter = page.getByRole("button", { name: "Filter", exact: true });
  await expect(page.getByRole("link", { name: "Only Russia" })).toHaveCount(0);
  await filter.press("Enter");
  await page.getByRole("link", { name: "Only Russia" }).press("Enter");
  await expect(page).toHaveURL(/\/desk\?country=RU$/);
  await expect(filter).toBeFocused();
  await expect(filter).toHaveAttribute("aria-expanded", "false");
  await filter.press("Enter");
  await page.getByRole("link", { name: /^On general knowledge only/ }).click();
  await expect(page.getByRole("link", { name: "Not only Russia" })).toBeVisible();
  await page.getByRole("link", { name: "Not only On general knowledge only" }).press("Enter");
  await expect(page).toHaveURL(/\/desk\?country=RU$/);
  await expect(page.locator("main")).toBeFocused();
  await page.getByRole("link", { name: "Not only Russia" }).press("Enter");
  await expect(page).toHaveURL(/\/desk$/);
  await expect(filter).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

alone("says which country or forum it does not know, and leads on", async ({ page, token }) => {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  await page.goto("/desk?country=ZZ&forum=nothing-such");
  const main = page.locator("main");
  await expect(main).toContainText("The record has no country with the code ZZ");
  await expect(main).toContainText("The record has no forum nothing-such");
  await expect(main).not.toContainText("Unknown Region");
  await main.getByRole("link", { name: "Show all forums" }).click();
  await main.getByRole("link", { name: "Show all countries" }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await expect(main).not.toContainText("The record has no");
  // What it knows stands by the record’s own name.
  await page.goto("/desk?need=general&country=RU&forum=brics");
  await expect(page.getByRole("link", { name: "Not only Russia" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Not only BRICS" })).toBeVisible();
  await expect(main).not.toContainText("The record has no");
});

alone("comes by itself when the network is back", async ({ page, token, unseen }) => {
  unseen.allow(/ERR_INTERNET_DISCONNECTED|Unable to preload|dynamically imported module/);
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await page.addInitScript(() => localStorage.setItem("entente.signed", "1"));
  await page.goto("/leaders");
  await page.getByRole("button", { name: /Signed in/ }).click();
  const way = page.getByRole("link", { name: "Desk", exact: true });
  await expect(way).toBeVisible();
  await page.context().setOffline(true);
  await way.click();
  await expect(page.getByText("This page didn’t load.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("region", { name: /^Overdue/ })).toBeVisible();
  await expect(page.getByText("This page didn’t load.")).toHaveCount(0);
});

alone("tells everybody else whose work it is", async ({ page, reader }) => {
  await page.goto("/desk?need=general");
  await page.locator("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdesk%3Fneed%3Dgeneral$/);
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${reader}` });
  await page.goto("/desk");
  await expect(page.getByText("You are signed in to read")).toBeVisible();
  await expect(page.locator(".desk-lists")).toHaveCount(0);
});
