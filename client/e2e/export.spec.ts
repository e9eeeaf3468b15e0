// What a reader takes away from a view: links, files and paper, each of exactly what is seen.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openExplore, said, showAs, stops, VISIT } from "./explore.ts";
import { expect, test } from "./test.ts";

const THEN = { known: "2024-12-05" };
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const item = (page: Page, name: string | RegExp) =>
  page.locator(".popover:popover-open").getByRole("button", { name });
const live = (page: Page) => page.locator("p.hidden-text[role='status']");
const facts = async (page: Page) =>
  Number(/^\d+/.exec((await page.locator(".counts").textContent()) ?? "")?.[0]);

/** Exports a view in a format; answers the file's name and content. */
async function take(page: Page, format: string) {
  await button(page, "Export").click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    item(page, new RegExp(format)).click(),
  ]);
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** Shows a view that has just been opened as its paper, once all sources have come. */
async function putOnPaper(page: Page) {
  const last = (list: string) =>
    page.waitForResponse(async (answer) => {
      if (!new RegExp(`Printed.*${list}\\(`).test(decodeURIComponent(answer.url()))) return false;
      return !(await answer.json()).data[list].pageInfo.hasNextPage;
    });
  await Promise.all(["events", "agreements", "forums"].map(last));
  await page.waitForTimeout(300);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

test("the drawing is well-formed, shows the names that the plot shows, and carries title, day, key and sources", async ({
  page,
}) => {
  await openExplore(page, THEN);
  const { name, text } = await take(page, "SVG");
  expect(name).toBe(
    "entente-russia-iran-china-and-turkiye-2024-06-to-2025-11-as-known-2024-12-05.svg",
  );
  await expect(live(page)).toHaveText(/^Exported \d+ facts as SVG\.$/);
  // Its fonts are for where the file stands alone; this page allows no styles but its own.
  const found = await page.evaluate((svg) => {
    const bare = svg.replace(/<style>[^<]*<\/style>/, "");
    const drawing = new DOMParser().parseFromString(bare, "image/svg+xml");
    const all = (selector: string) => [...drawing.querySelectorAll(selector)];
    const ids = (selector: string) => all(selector).map((one) => one.getAttribute("data-id"));
    return {
      error: drawing.querySelector("parsererror")?.textContent ?? null,
      title: drawing.querySelector("svg > title")?.textContent,
      words: all("text").map((one) => one.textContent),
      named: all(".mark > title").map((one) => one.textContent),
      marks: ids(".mark"),
      bars: new Set(ids(".bar")).size,
      patterns: all("pattern").length,
      family: drawing.documentElement.getAttribute("font-family"),
      fonts: svg.match(/@font-face/g)?.length ?? 0,
      loads: all("image, script, foreignObject, [style]").length,
    };
  }, text);
  expect(found.error).toBeNull();
  expect(found.title).toBe("Russia, Iran, China and Türkiye");
  expect(found.words).toContain("As known on 5 Dec 2024");
  expect(found.words).toContain("Negotiating");
  expect(found.words).toContain("Planned, date not fixed");
  expect(found.words.join(" ")).toContain("known=2024-12-05");
  expect(found.words.join("")).not.toContain("…");
  expect(found.marks).toContain(VISIT);
  expect(found.named.join(" ")).toContain("Planned visit, date not fixed. Pezeshkian");
  expect(found.bars).toBeGreaterThanOrEqual(3);
  expect(found.patterns).toBe(7);
  expect(found.family).toContain("IBM Plex Sans");
  expect(found.family).toContain("sans-serif");
  expect(found.fonts).toBeGreaterThanOrEqual(2);
  expect(found.loads).toBe(0);
});

test("from far away the drawing has columns and one area of agreements, as the plot does", async ({
  page,
}) => {
  await openExplore(page, { from: "2005-01-01", to: "2026-03-31" });
  const { text } = await take(page, "SVG");
  expect(text).toContain("Agreements by status");
  expect(text).toContain('class="column"');
  expect(text).toMatch(/In force \d/);
  expect(text).not.toContain('class="bar"');
});

test("the picture has two pixels to a px, ink on light paper even in the dark, and its texts", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openExplore(page);
  const { name, bytes } = await take(page, "PNG");
  expect(name).toMatch(/\.png$/);
  const seen = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([data], { type: "image/png" }));
    const ctx = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (!ctx) throw new Error("no canvas");
    ctx.drawImage(image, 0, 0);
    const inkIn = (x: number, y: number, width: number, height: number) => {
      const { data: pixels } = ctx.getImageData(x, y, width, height);
      let ink = 0;
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 90) ink++;
      return ink / (width * height);
    };
    return {
      width: image.width,
      height: image.height,
      corner: [...ctx.getImageData(4, 4, 1, 1).data],
      title: inkIn(56, 60, 700, 50),
      under: inkIn(56, 124, 700, 30),
      plot: inkIn(600, 350, 1800, 500),
    };
  }, bytes.toString("base64"));
  expect(seen.width).toBe(2880);
  expect(seen.height).toBeGreaterThan(1200);
  expect(seen.corner).toEqual([246, 248, 247, 255]);
  for (const part of ["title", "under", "plot"] as const)
    expect(seen[part], part).toBeGreaterThan(0.01);
});

test("the facts are the table's rows, filtered as it is and as known then", async ({ page }) => {
  await openExplore(page, { ...THEN, kind: "visit" });
  const { text, name } = await take(page, "CSV");
  expect(name).toMatch(/-as-known-2024-12-05\.csv$/);
  const lines = text.slice(1).trimEnd().split("\r\n");
  await expect(live(page)).toHaveText(`Exported ${lines.length - 1} facts as CSV.`);
  expect(lines[0]).toBe(
    "id,kind,title,date,earliest,latest,precision,fixed,status,level,place,participants,known_from,first_known,sources,link",
  );
  const visit = lines.find((line) => line.startsWith(`${VISIT},`));
  expect(visit).toContain(",none,false,Planned,");
  expect(visit).toContain("/events/visit-pezeshkian-moscow-2025?known=2024-12-05");
  await showAs(page, "Table");
  await expect(page.locator("#table [data-row]")).toHaveCount(lines.length - 1);
});

test("the calendar holds what has dates, and only names what has none", async ({ page }) => {
  await openExplore(page, THEN);
  const { text, name } = await take(page, "ICS");
  expect(name).toMatch(/\.ics$/);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  const days = lines.filter((line) => line === "BEGIN:VEVENT").length;
  await expect(live(page)).toHaveText(`Exported ${days} facts as calendar.`);
  expect(lines.filter((line) => line.startsWith("DTSTART;VALUE=DATE:"))).toHaveLength(days);
  expect(lines.join("\n")).not.toContain("UID:event-visit-pezeshkian-moscow-2025");
  const about = lines.find((line) => line.startsWith("DESCRIPTION:Russia")) ?? "";
  expect(about).toContain("as known on 5 December 2024");
  expect(about).toMatch(/Pezeshkian[^\\]*\\, date not fixed/);
});

test("a link is copied live or frozen, and the frozen one shows the same facts", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExplore(page, THEN);
  const shown = await page.locator(".counts").textContent();
  await button(page, "Share").click();
  await item(page, /This view, frozen at 5 Dec 2024/).click();
  await expect(item(page, /frozen/)).toContainText("Link copied");
  await expect(live(page)).toHaveText("Link copied.");
  const frozen = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(frozen).searchParams.get("known")).toBe("2024-12-05");
  await item(page, /This view, live/).click();
  const latest = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(latest).searchParams.has("known")).toBe(false);
  await page.goto(frozen);
  await expect(page.locator(".counts")).toHaveText(shown ?? "");
});

test("today's view is frozen at today's day", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExplore(page);
  const all = await facts(page);
  await button(page, "Share").click();
  await item(page, /frozen at/).click();
  await expect(live(page)).toHaveText("Link copied.");
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(page.locator(".counts")).toContainText(`${all} facts known then`);
});

test("where copying is forbidden, the link stands selected in a field", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("refused")) },
    });
  });
  await openExplore(page);
  await page.keyboard.press("l");
  const field = page.getByRole("textbox", { name: /does not allow copying/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(page.url());
  expect(await page.evaluate(() => String(getSelection()))).toBe(page.url());
});

test("E opens the files, arrows walk them, Escape closes them and gives the focus back", async ({
  page,
}) => {
  await openExplore(page, THEN);
  await page.locator("main").focus();
  await page.keyboard.press("e");
  await expect(button(page, "Export")).toHaveAttribute("aria-expanded", "true");
  await expect(item(page, /Drawing, SVG/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item(page, /Picture, PNG/)).toBeFocused();
  await page.keyboard.press("End");
  await expect(item(page, /Print/)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button(page, "Export")).toBeFocused();
  await expect(button(page, "Export")).toHaveAttribute("aria-expanded", "false");
  expect(said(page, "known")).toBe("2024-12-05");
  await expect(stops(page, VISIT).first()).toBeVisible();
});

test("on paper the view is one drawing in ink, then its facts and sources by number", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openExplore(page);
  await putOnPaper(page);
  await expect(page.locator(".print-drawing svg")).toBeVisible();
  await expect(page.locator("#root")).toBeHidden();
  expect(await page.locator(".print-drawing svg > rect").first().getAttribute("fill")).toBe(
    "#ffffff",
  );
  const numbers = await page.locator(".print-sheet sup").allTextContents();
  const most = Math.max(...numbers.flatMap((text) => text.split(", ").map(Number)));
  expect(most).toBeGreaterThan(20);
  await expect(page.locator(".print-sheet ol > li")).toHaveCount(most);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".print-sheet")).toHaveCount(0);
});

test("two days compared are taken away as they stand on the screen", async ({ page }) => {
  await openExplore(page, { ...THEN, compare: "latest" });
  const panel = page.getByRole("complementary", { name: "Comparison" });
  const sentence = await panel.getByRole("heading", { level: 2 }).textContent();
  const now = await panel.getByRole("textbox", { name: "Now", exact: true }).inputValue();
  const { text, name } = await take(page, "SVG");
  expect(name).toMatch(new RegExp(`-as-known-2024-12-05-and-${now}\\.svg$`));
  const found = await page.evaluate((svg) => {
    const bare = svg.replace(/<style>[^<]*<\/style>/, "");
    const drawing = new DOMParser().parseFromString(bare, "image/svg+xml");
    const all = (selector: string) => [...drawing.querySelectorAll(selector)];
    const stroked = (selector: string) =>
      all(`${selector} [stroke]`).map((one) => one.getAttribute("stroke"));
    return {
      words: all("text").map((one) => one.textContent),
      visit: all('.mark[data-id$="visit-pezeshkian-moscow-2025"] > title').map(
        (one) => one.textContent,
      ),
      strokes: stroked('.mark[data-id$="visit-pezeshkian-moscow-2025"]'),
      bars: all('.bar[data-id="agreement:ru-ir-2025"] > title').map((one) => one.textContent),
      link: drawing.querySelector("a")?.getAttribute("href") ?? "",
    };
  }, text);
  expect(found.words).toContain(`${sentence}.`);
  expect(found.words.join(" ")).toMatch(/5 Dec 2024 compared with today, \d+ \w{3} \d{4}/);
  expect(found.words.filter((words) => words === "then")).toHaveLength(4);
  expect(found.visit).toHaveLength(2);
  expect(found.visit[0]).toMatch(/^Planned visit, date not fixed/);
  expect(found.visit[1]).toMatch(/^Known now\. Visit, held/);
  expect(found.strokes).toContain("#5a3ba8");
  expect(found.bars.some((bar) => bar?.startsWith("Known now."))).toBe(true);
  expect(found.bars.some((bar) => !bar?.startsWith("Known now."))).toBe(true);
  // The address at its foot shows the same two days when today is another.
  expect(new URL(found.link).searchParams.get("compare")).toBe(now);

  const csv = await take(page, "CSV");
  const [head = "", ...lines] = csv.text.slice(1).trimEnd().split("\r\n");
  expect(head).toContain(",known_then,known_now,");
  expect(lines.filter((line) => line.startsWith(`${VISIT},`))).toHaveLength(2);

  // Two on one page, as in a report: each keeps its own patterns, and its own edge.
  const again = await take(page, "SVG");
  const twice = await page.evaluate(
    (both) => {
      const ids = both.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      return { ids: ids.length, different: new Set(ids).size };
    },
    [text, again.text],
  );
  expect(twice.ids).toBeGreaterThan(30);
  expect(twice.different).toBe(twice.ids);
});

test("what is filtered is said over the drawing as the chips say it, and in names of files", async ({
  page,
}) => {
  await openExplore(page, { kind: "visit,summit", level: "leader" });
  const chips = page.getByRole("list", { name: "Filters" }).getByRole("listitem");
  await expect(chips.filter({ hasText: "Leaders" })).toBeVisible();
  const { text, name } = await take(page, "SVG");
  expect(name).toMatch(/-filtered\.svg$/);
  const said = /Filtered: ([^<]*)\./.exec(text)?.[1]?.split("; ") ?? [];
  expect(said).toEqual(["Visits or summits", "Leaders"]);
  for (const words of said) await expect(chips.filter({ hasText: words })).toHaveCount(1);
  const calendar = await take(page, "ICS");
  expect(calendar.text.replaceAll("\r\n ", "")).toMatch(
    /X-WR-CALNAME:.*Filtered: Visits or summits\\; Leaders/,
  );
});

test("on paper the drawing of two days points at nothing of the page around it", async ({
  page,
}) => {
  await openExplore(page, { ...THEN, compare: "latest" });
  await putOnPaper(page);
  const drawing = page.locator(".print-drawing svg");
  await expect(drawing).toContainText(
    "Three dates were fixed, and two agreements came into force.",
  );
  await expect(page.locator(".print-sheet h2")).toHaveText([
    "Known on 5 December 2024",
    "Known now, not then",
    "Sources",
  ]);
  const strange = await drawing.evaluate((svg) => {
    const used = [...svg.outerHTML.matchAll(/url\((?:&quot;)?#([^)&]+)/g)].map(
      ([, id]) => id ?? "",
    );
    const own = used.filter((id) => svg.contains(document.getElementById(id)));
    return { used: used.length, strange: used.length - own.length };
  });
  expect(strange.used).toBeGreaterThan(5);
  expect(strange.strange).toBe(0);
  // No colour stands for a day on paper: what is known since is paler.
  const inks = await drawing.evaluate((svg) => [
    ...new Set(
      [...svg.querySelectorAll(".mark [stroke]")].map((one) => one.getAttribute("stroke")),
    ),
  ]);
  expect(inks).not.toContain("#5a3ba8");
});

test("pages on paper have no arrows and no buttons, and their sources say where they are", async ({
  page,
}) => {
  await page.goto("/events/visit-pezeshkian-moscow-2025");
  const arrow = page.getByRole("link", { name: /^(Previous|Next) event/ }).first();
  await expect(arrow).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(arrow).toBeHidden();
  // What a button would have done is not said either.
  await page.goto("/events/visit-pezeshkian-moscow-2025?known=2024-12-05");
  await expect(page.getByText("As known on 5 December 2024")).toBeVisible();
  await expect(page.locator(".no-date")).toHaveCount(1);
  await expect(page.locator(".no-date")).toBeHidden();
  for (const path of [
    "/events/visit-pezeshkian-moscow-2025",
    "/agreements/ru-ir-2025",
    "/forums/brics",
  ]) {
    await page.goto(path);
    const sources = page.locator(".sources .outward");
    await expect(sources.first()).toBeVisible();
    await expect(page.locator("#main").getByRole("button")).toHaveCount(0);
    const said = await sources.evaluateAll((links) =>
      links.map((link) => [getComputedStyle(link, "::after").content, link.getAttribute("href")]),
    );
    for (const [words, href] of said) expect(words).toContain(href);
  }
});

test("on paper an agreement's history keeps all its columns", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 660, height: 1000 });
  await page.goto("/agreements/ru-ir-2025");
  const last = page.locator(".history thead th").last();
  await expect(last).toHaveText("Source");
  const right = await last.evaluate((cell) => cell.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(660);
});
