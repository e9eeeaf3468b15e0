import { expect, test } from "vitest";
import { outcomeOf, type Payload } from "./outcome.ts";

test("yes and no of a merge are words, too, and other words in capitals stay", () => {
  const message =
    "They are different in whether they must be ratified: true goes, false stays. The SCO stayed.";
  const errors = [
    { __typename: "InvalidInputError", code: "INVALID_INPUT", message, path: ["input", "fromId"] },
  ] as unknown as Payload["errors"];
  expect(outcomeOf({ entity: null, change: null, replayed: false, errors })).toMatchObject({
    problems: [{ message: message.replace("true goes, false stays", "yes goes, no stays") }],
  });
});

test("a refusal is told beside its field, without the mutation that only programs know", () => {
  const message =
    "They are of different kinds: TREATY goes, JOINT_STATEMENT stays. If one of them is wrong, correct it by `updateAgreement`; then merge.";
  const errors = [
    { __typename: "InvalidInputError", code: "INVALID_INPUT", message, path: ["input", "fromId"] },
  ] as unknown as Payload["errors"];
  expect(outcomeOf({ entity: null, change: null, replayed: false, errors })).toEqual({
    of: "wrong",
    problems: [
      {
        field: "other",
        message:
          "They are of different kinds: treaty goes, joint statement stays. If one of them is wrong, correct it; then merge.",
      },
    ],
  });
});
