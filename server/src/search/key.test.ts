import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "./key.ts";

const plain = (text: string) => keysOf(text).map((key) => key.plain);
const bones = (text: string) => keysOf(text).map((key) => key.bones);
/** Everything a word may be found by. */
const heard = (text: string) => keysOf(text).flatMap((key) => [key.bones, ...key.others]);

describe("the key of a word", () => {
  it.each([
    ["Pezeshkian", "Пезешкиан"],
    ["Erdoğan", "Эрдоган"],
    ["Türkiye", "TURKIYE"],
    ["Ｐｕｔｉｎ", "Путин"],
    ["Артёмов", "Артемов"],
    ["ایران", "ايران"],
    ["کریم", "كريم"],
    ["مصطفى", "مصطفی"],
    ["می‌خواهد", "میخواهد"],
    ["محمّد", "محمد"],
    ["مـحـمـد", "محمد"],
    ["۲۰۲۵", "2025"],
    ["Xi’an", "Xian"],
    ["Pezeshkian's", "Pezeshkian"],
    ["习近平", "XiJinPing"],
  ])("is one for %s and %s", (one, other) => {
    expect(plain(one)).toEqual(plain(other));
    expect(plain(one)).toHaveLength(1);
  });

  it.each([
    ["Pezeshkian", "پزشکیان"],
    ["Pezeshkian", "پزشكيان"],
    ["Pezeshkian", "Pezeshkiyan"],
    ["Pezeshkian", "Pezeškian"],
    ["Pezeshkian", "Пезешкиян"],
    ["Putin", "پوتین"],
    ["Putin", "بوتين"],
    ["Lavrov", "لاوروف"],
    ["Medvedev", "مدودف"],
    ["Khamenei", "خامنه‌ای"],
    ["Khamenei", "Хаменеи"],
    ["Rouhani", "روحانی"],
    ["Rouhani", "Роухани"],
    ["Mohammad", "محمد"],
    ["Raisi", "رئیسی"],
    ["Araghchi", "عراقچی"],
    ["Aliyev", "علی‌اف"],
    ["Erdogan", "اردوغان"],
    ["Reza", "رضا"],
    ["Tehran", "تهران"],
    ["Moscow", "Москва"],
    ["Jinping", "جین‌پینگ"],
    ["Jinping", "Цзиньпин"],
    ["Xi", "Си"],
    ["Kim Jong Un".replaceAll(" ", ""), "김정은"],
  ])("sounds the same for %s and %s", (one, other) => {
    expect(heard(other)).toContain(bones(one)[0]);
  });

  it("differs for people who are not each other", () => {
    const names = ["Pezeshkian", "Putin", "Lavrov", "Khamenei", "Rouhani", "Raisi", "Iran"];
    expect(new Set(names.flatMap(bones)).size).toBe(names.length);
  });

  it("takes hyphens for spaces", () => {
    expect(plain("Amir-Abdollahian")).toEqual(["amir", "abdollahian"]);
  });

  it("is made of Latin letters and digits alone, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const { plain, bones, others } of keysOf(text)) {
          expect(plain).toMatch(/^[a-z0-9]{1,40}$/);
          for (const each of [bones, ...others]) expect(each).toMatch(/^[a-z0-9]*$/);
        }
      }),
    );
  });

  it("does not change with case, with how accents are written, or when it is made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(plain(text.normalize("NFD"))).toEqual(plain(text.normalize("NFC")));
        const once = plain(text).join(" ");
        expect(plain(once).join(" ")).toBe(once);
        expect(plain(once.toUpperCase())).toEqual(plain(once));
      }),
    );
  });

  it("is there for every word: a text of letters always has one", () => {
    const letters = fc.constantFrom("a", "Ж", "ش", "ñ", "习", "김", "7", "ß");
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (list) => {
        expect(keysOf(list.join(" "))).toHaveLength(list.length);
      }),
    );
  });
});
