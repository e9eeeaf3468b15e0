import { expect, test } from "vitest";
import { Failure, failureOf, failureWords } from "./failure.ts";

test("a failed answer is told by its status and the request's number", () => {
  expect(failureWords(new Failure("Bad gateway", 502, "7f3a-91"))).toBe(
    "Error 502, request 7f3a-91.",
  );
});

test("no answer at all is told as that", () => {
  expect(failureWords(failureOf(new TypeError("Failed to fetch")))).toBe(
    "The server did not answer.",
  );
});

test("what the API says of an error is passed on, with the request's number", () => {
  const error = {
    message: "x",
    errors: [{ message: "Too deep.", extensions: { requestId: "r1" } }],
  };
  expect(failureWords(failureOf(error))).toBe("Too deep, request r1.");
});

test("a failure is passed on as it is, even as the cause of another error", () => {
  const failure = new Failure("No.", 503, "r2");
  expect(failureOf(failure)).toBe(failure);
  expect(failureOf(new Error("wrapped", { cause: failure }))).toBe(failure);
});
