import { expect, test } from "vitest";
import { domainOf, publisherOn, readLink } from "./link.ts";

const TODAY = "2025-10-23";
const read = (text: string) => readLink(text, TODAY);

test.each([
  ["https://example.org/2025/10/20/majlis-votes", "2025-10-20"],
  ["https://example.org/news/2025-10-20/majlis", "2025-10-20"],
  ["https://example.org/news/majlis-2025-10-20", "2025-10-20"],
  ["https://example.org/20251020/votes", "2025-10-20"],
  ["https://example.org/world/2025/oct/20/majlis", "2025-10-20"],
  ["https://example.org/20-10-2025/majlis", "2025-10-20"],
  ["https://example.org/2025/10/majlis", "2025-10"],
  ["https://example.org/majlis", null],
  ["https://example.org/news/85961234/majlis", null],
  ["https://example.org/2025/13/40/majlis", null],
  ["https://example.org/2026/01/02/majlis", null],
  ["https://example.org/1823/04/05/majlis", null],
])("%s was published on %s", (url, day) => {
  expect(read(url)?.publishedOn).toBe(day);
});

test("only addresses of pages are read", () => {
  for (const text of ["", "Majlis", "ftp://example.org/a", "javascript:alert(1)", "https://nohost"])
    expect(read(text), text).toBe(null);
});

test("what only counts visitors is left out; what names the page stays", () => {
  expect(read(" https://www.example.org/a?id=7&utm_source=x&fbclid=y#top ")).toMatchObject({
    url: "https://www.example.org/a?id=7",
    host: "example.org",
  });
  expect(read("https://example.org/app#/news/7")?.url).toBe("https://example.org/app#/news/7");
});

test("who publishes on a host is told by the sources recorded there, then by those of its domain", () => {
  const known = [
    { url: "https://en.irna.ir/news/1", publisher: "IRNA", language: "en" },
    { url: "https://en.irna.ir/news/2", publisher: "IRNA", language: "en" },
    { url: "https://en.irna.ir/news/3", publisher: "Islamic Republic News Agency", language: null },
    { url: "https://ru.irna.ir/news/4", publisher: "IRNA (Russian)", language: "ru" },
    { url: "https://tass.com/a", publisher: "TASS", language: "en" },
    { url: null, publisher: "General knowledge" },
  ];
  expect(publisherOn("en.irna.ir", known)).toEqual({ publisher: "IRNA", language: "en" });
  expect(publisherOn("ru.irna.ir", known)).toEqual({ publisher: "IRNA (Russian)", language: "ru" });
  expect(publisherOn("fa.irna.ir", known)?.publisher).toBe("IRNA");
  expect(publisherOn("example.org", known)).toBe(null);
});

test("a domain is what its owner registered", () => {
  expect(domainOf("en.irna.ir")).toBe("irna.ir");
  expect(domainOf("news.bbc.co.uk")).toBe("bbc.co.uk");
  expect(domainOf("kremlin.ru")).toBe("kremlin.ru");
});
