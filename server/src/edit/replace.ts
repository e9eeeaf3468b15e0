// An edit that takes the place of an earlier report: that is taken back first, in the same write, as a change of its own.
import type { Reading } from "../graphql/context.ts";
import { type ReportRow, reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { missing, slugIn } from "./answer.ts";
import { Unfit } from "./carry.ts";
import type { EditInput } from "./input.ts";
import type { Found, Request, Subject } from "./plan.ts";
import { record } from "./record.ts";
import { retractionOf } from "./word.ts";

/** The report that an edit is to replace; a refusal where that is no claim about the same thing that stands. */
export async function replaceable(
  { input, reading }: Request<EditInput>,
  { kind, entity }: Found<Subject>,
): Promise<ReportRow | Refusal> {
  const [target] = await reportsById(reading.tx, [slugIn(input.replaces ?? "", "Report")], null);
  if (!target) return missing("replaces", "report");
  const isOwn = (kind.type === "Event" ? target.eventId : target.agreementId) === entity.id;
  const why = !isOwn
    ? `It is not about this ${kind.type.toLowerCase()}. Give one of its \`reports { id }\`.`
    : target.act !== "CLAIM"
      ? "Only a claim can be replaced, not a word about one."
      : target.retracted
        ? "This report was taken back already. Leave `replaces` out."
        : null;
  return why === null ? target : new Refusal("INVALID_INPUT", why, { path: ["input", "replaces"] });
}

/** Takes the report back, and answers what the edit is about as it stands without it. */
export async function without<Input extends EditInput, At extends Found<Subject>>(
  find: (reading: Reading, input: Input) => Promise<At | Refusal>,
  request: Request<Input>,
  { kind, entity }: At,
  target: ReportRow,
): Promise<At> {
  const { input, by, reading } = request;
  const version = await kind.bump(reading.tx, entity.id);
  const place = { kind, id: entity.id, version, before: entity, mayWithdraw: false };
  const said = retractionOf(target, by, `Replaced. ${input.note.trim()}`);
  await record("retractReport", request, place, said, null);
  const left = await find(reading, input);
  if (left instanceof Refusal) throw new Unfit(left);
  return left;
}
