import { whyNot } from "../src/agreement/move.ts";
import { AGREEMENT_MACHINE } from "../src/agreement/status.ts";
import { AGREEMENT_STEPS } from "../src/agreement/step.ts";
import { EVENT_MACHINE } from "../src/event/status.ts";
import type { Machine } from "../src/ledger/machine.ts";
import { drawingOf } from "./status-drawing.ts";

/** The pages about the status machines, by their path below `docs/`, made from the same data that the API enforces. */
export function pagesOfMachines(): Record<string, string> {
  return {
    "status-machines.md": page(),
    "status-agreement.svg": drawingOf(AGREEMENT_MACHINE),
    "status-event.svg": drawingOf(EVENT_MACHINE),
  };
}

function page(): string {
  return `# Status machines

Which status may follow which. The API refuses every other move and says why; the same data answers \`dataset.statusMachines\`.
This page is made from that data: \`pnpm --filter @entente/server run generate\` writes it, and a test notices when it is old.

Going back is no move. A wrong report is retracted, and the status is again what the other reports amount to. Another claim about the
status in which something stands is always in order: a narrower window, a rival date.

## Event

![Statuses of an event and the moves between them](status-event.svg)

${table(EVENT_MACHINE)}

SCHEDULED may follow itself: that is a move to another date. A cancelled event may be revived; a held one can't be un-held.

## Agreement

![Statuses of an agreement and the moves between them](status-agreement.svg)

${table(AGREEMENT_MACHINE)}

Some of these moves depend on the text:

${conditions()}

### What two claims of one status with two dates mean

| Entering it is | Statuses | Two dates |
|---|---|---|
${entries()}

## Steps

A report may say a finer act. A party's acts make its track on the agreement's page.

| Step | Meaning | Whose act | Enters |
|---|---|---|---|
${AGREEMENT_STEPS.map(
  ({ step, meaning, byParty, enters }) =>
    `| \`${step}\` | ${meaning} | ${byParty ? "one party's" : "the text's"} | ${enters ? `\`${enters}\`` : ""} |`,
).join("\n")}
`;
}

function table(machine: Machine<string, unknown>): string {
  const rows = machine.statuses.map(({ status, meaning, next }) => {
    const moves = next.map((to) => `\`${to}\``).join(", ");
    return `| \`${status}\` | ${meaning} | ${moves || "nothing"} |`;
  });
  return ["| Status | Meaning | May become |", "|---|---|---|", ...rows].join("\n");
}

function conditions(): string {
  const treaty = {
    binding: "LEGAL",
    requiresRatification: true,
    ratified: 1,
    mustRatify: 2,
  } as const;
  const plan = { ...treaty, requiresRatification: false, ratified: 0, mustRatify: 0 };
  const moves = [
    ["AGREED", "IN_FORCE", "when the text binds in law", treaty],
    ["SIGNED", "SUSPENDED", "when the text needs ratification", treaty],
    ["SIGNED", "RATIFIED", "when only 1 of 2 have ratified", treaty],
    ["SIGNED", "RATIFIED", "when the text needs no ratification", plan],
  ] as const;
  return moves
    .map(
      ([from, to, when, text]) =>
        `- \`${from}\` to \`${to}\`, ${when}: “${whyNot(from, to, text)}”`,
    )
    .join("\n");
}

function entries(): string {
  const kinds = [
    ["SPELL", "a time in which something goes on", "go together: the earliest is its beginning"],
    ["BY_PARTIES", "an act of each party", "disagree when they are about the same party"],
    ["MOMENT", "a moment of the text", "disagree"],
  ] as const;
  return kinds
    .map(([kind, what, meaning]) => {
      const own = AGREEMENT_MACHINE.statuses.filter(({ entry }) => entry === kind);
      return `| ${what} | ${own.map(({ status }) => `\`${status}\``).join(", ")} | ${meaning} |`;
    })
    .join("\n");
}
