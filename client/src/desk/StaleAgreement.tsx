import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { statusWord } from "../agreement/status.ts";
import { stepWords } from "../agreement/words.ts";
import type { AgreementStatus } from "../app/operations.gen.ts";
import type { Day } from "../when/day.ts";
import { beforeOf } from "./beforeOf.ts";
import { dropDraft } from "./drafts.ts";
import { agreementPreview } from "./preview.ts";
import { Stale } from "./Stale.tsx";
import { type Said, voiceOf } from "./said.ts";
import { choicesOf, rowsOf, type Side, type Way } from "./stale.ts";
import { type Agreement, whenOf } from "./statusForm.ts";
import type { Editing } from "./useEdit.ts";

interface Props<Values extends Said> {
  edit: Editing<Values>;
  /** The draft's name. */
  name: string;
  /** As it stands now. */
  agreement: Agreement;
  /** What mine says, in words, and the note of the history where none is written. */
  mine: { status: string; usual: string };
  glyph: AgreementStatus | null;
  /** Why mine cannot be said after theirs; null when it can. */
  closed: string | null;
  /** Whether mine is a step before the one at which it stands by now. */
  isEarlier: boolean;
  today: Day;
  say: () => { action: string; input: Record<string, unknown> };
  onDone: () => void;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
}

/** What an editor was about to say of an agreement, beside the version that somebody else saved meanwhile. */
export function StaleAgreement<Values extends Said>({
  edit,
  name,
  agreement,
  mine,
  glyph,
  closed,
  isEarlier,
  today,
  say,
  onDone,
  following,
}: Props<Values>) {
  const { values, stale } = edit;
  if (!stale) return null;
  const report = agreement.changes.nodes[0]?.report;
  const isClaim = report?.act === "CLAIM";
  const sayAs = (way: Way) => {
    if (way === "discard") return null;
    const { action, input } = say();
    const how = way === "replace" ? { replaces: report?.id } : isEarlier ? { earlier: true } : {};
    return { action, input: { ...input, expectedVersion: agreement.version, ...how } };
  };
  const choose = (way: Way) => {
    const said = sayAs(way);
    if (said) return edit.submit(agreement.version, said);
    dropDraft(name);
    onDone();
  };
  const when = whenOf(values, agreement, today);
  const theirs = theirsOf(agreement);
  const own = {
    status: mine.status,
    when: "edtf" in when ? when.edtf : null,
    source: voiceOf(values),
    note: values.note.trim() || mine.usual,
  };
  const { version } = stale;
  return (
    <Stale
      noun="agreement"
      stale={stale}
      base={edit.base}
      state={edit.state}
      problems={edit.told}
      rows={rowsOf(theirs, own)}
      choices={choicesOf({ version, theirs, mine: own, closed, isEarlier, isClaim })}
      replacingAdds={2}
      glyphs={{
        theirs: <Glyph status={isClaim ? (report.status as AgreementStatus) : agreement.status} />,
        mine: <Glyph status={glyph} />,
      }}
      sayAs={sayAs}
      preview={(tried) => agreementPreview(beforeOf(agreement, following), tried)}
      onChoose={choose}
      onKeepEditing={() => edit.rebase(agreement.version)}
    />
  );
}

function Glyph({ status }: { status: AgreementStatus | null }) {
  return status && <StatusGlyph of={{ status, ratified: 0, mustRatify: 0 }} size={13} />;
}

/** What the last version recorded: a party's step with whose it was, or a status. */
function theirsOf({ changes, status, when }: Agreement): Side {
  const last = changes.nodes[0];
  const report = last?.report;
  if (report?.act !== "CLAIM")
    return {
      status: statusWord(status),
      when: when.edtf,
      source: last?.by ?? "",
      note: last?.note ?? "",
    };
  return {
    status: report.step
      ? [stepWords(report.step), ...report.parties.map((party) => party.name)].join(", ")
      : statusWord(report.status as AgreementStatus),
    when: report.when.edtf,
    source: report.claimant || (report.sources[0]?.publisher ?? ""),
    note: report.note ?? last?.note ?? "",
  };
}
