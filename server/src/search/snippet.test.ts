import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryOf } from "./query.ts";
import { MOST_SHOWN, snippetOf } from "./snippet.ts";

const asked = (text: string, tolerant = false) => queryOf(text, { tolerant });
const long = `${"First of all there is much to say about other things. ".repeat(8)}Then Putin hopes to sign. ${"And more. ".repeat(30)}`;

describe("the passage that is shown", () => {
  it("is the one with most of the words", () => {
    expect(snippetOf(["Statement", "Putin on Iran", "Hope of Putin"], asked("putin hope"))).toBe(
      "Hope of Putin",
    );
  });

  it("is the name when nothing of it was asked for, or all have as much", () => {
    expect(snippetOf(["Statement", "Putin"], asked("moscow"))).toBe("Statement");
    expect(snippetOf(["Putin", "Putin again"], asked("putin"))).toBe("Putin");
  });

  it("is known by its sound where it was found so", () => {
    expect(snippetOf(["Meeting", "Masoud Pezeshkian"], asked("پزشکیان"))).toBe("Masoud Pezeshkian");
    expect(snippetOf(["Meeting", "Masoud Pezeshkian"], asked("Pezeshkiyan", true))).toBe(
      "Masoud Pezeshkian",
    );
  });

  it("is cut between words around what was asked for", () => {
    const snippet = snippetOf(["Name", long], asked("putin hopes"));
    expect(snippet).toMatch(/^….*Then Putin hopes to sign\..*…$/);
    for (const word of snippet.replaceAll("…", "").trim().split(" ")) {
      expect(long.split(" ")).toContain(word);
    }
  });

  it("is never longer than it may be, and always a piece of what is there", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 400 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, fc.string({ maxLength: 20 }), (shown, text) => {
        const snippet = snippetOf(shown, asked(text));
        expect(snippet.length).toBeLessThanOrEqual(MOST_SHOWN + 2);
        const plain = shown.includes(snippet)
          ? snippet
          : snippet.replace(/^…/, "").replace(/…$/, "");
        expect(shown.some((each) => each.includes(plain))).toBe(true);
      }),
    );
  });
});
