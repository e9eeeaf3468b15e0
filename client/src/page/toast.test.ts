import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dismiss, dismissUndo, type Notice, shown, toast } from "./toast.ts";

const text = () => shown()?.text ?? null;
const undo = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("a toast goes by itself, one with a way back later", () => {
  toast("Told.");
  vi.advanceTimersByTime(5_100);
  expect(text()).toBe(null);
  toast("Done.", undo);
  vi.advanceTimersByTime(5_100);
  expect(text()).toBe("Done.");
  vi.advanceTimersByTime(5_000);
  expect(text()).toBe(null);
});

test("one that lasts comes back after others, until its minutes are over or it is sent away", () => {
  toast("Saved.", undo, 600_000);
  toast("Link copied.");
  expect(text()).toBe("Link copied.");
  vi.advanceTimersByTime(5_100);
  expect(text()).toBe("Saved.");
  // Leaving a page takes the ways back of that page away, and not this one.
  dismissUndo();
  expect(text()).toBe("Saved.");
  toast("Lane moved.", undo);
  dismissUndo();
  expect(text()).toBe("Saved.");
  vi.advanceTimersByTime(600_000);
  expect(text()).toBe(null);
  toast("Saved again.", undo, 600_000);
  dismiss();
  expect(text()).toBe(null);
});

test("what came back says whether it lasts", () => {
  toast("Saved.", undo, 600_000);
  expect(shown()).toMatchObject<Partial<Notice>>({ lasting: true });
  dismiss();
  toast("Done.", undo);
  expect(shown()).toMatchObject<Partial<Notice>>({ lasting: false });
});
