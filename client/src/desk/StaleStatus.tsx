import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { statusWord } from "../agreement/status.ts";
import { stepWords } from "../agreement/words.ts";
import type { AgreementStatus } from "../app/operations.gen.ts";
import type { Day } from "../when/day.ts";
import { dropDraft } from "./drafts.ts";
import type { Move } from "./moves.ts";
import { Stale } from "./Stale.tsx";
import { voiceOf } from "./said.ts";
import type { Side, Way } from "./stale.ts";
import {
  type Agreement,
  type StatusValues,
  statusInput,
  usualStatusNote,
  whenOf,
} from "./statusForm.ts";
import type { Editing } from "./useEdit.ts";

interface Props {
  edit: Editing<StatusValues>;
  /** As it stands now. */
  agreement: Agreement;
  moves: readonly Move<AgreementStatus>[];
  today: Day;
  onDone: () => void;
}

/** A new status beside the version that somebody else saved meanwhile. */
export function StaleStatus({ edit, agreement, moves, today, onDone }: Props) {
  const { values, stale } = edit;
  if (!stale) return null;
  const last = agreement.changes.nodes[0];
  const move = moves.find(({ to }) => to === values.status);
  const choose = (way: Way) => {
    if (way === "discard") {
      dropDraft(`status.${agreement.slug}`);
      onDone();
      return;
    }
    const { action, input } = statusInput(values, agreement, today);
    const replaces = way === "replace" ? { replaces: last?.report?.id } : {};
    edit.submit(agreement.version, { action, input: { ...input, ...replaces } });
  };
  const when = whenOf(values, agreement, today);
  const mine: Side = {
    status: values.status ? statusWord(values.status) : "",
    when: "edtf" in when ? when.edtf : null,
    source: voiceOf(values),
    note: values.note.trim() || usualStatusNote(values, agreement, today),
  };
  return (
    <Stale
      noun="agreement"
      stale={stale}
      base={edit.base}
      state={edit.state}
      problems={edit.told}
      theirs={theirsOf(agreement)}
      mine={mine}
      closed={
        move && !move.legal && !move.current ? (move.reason ?? "").replaceAll("'", "’") : null
      }
      glyphs={{
        theirs: <Glyph status={statusOf(agreement)} />,
        mine: <Glyph status={values.status} />,
      }}
      isClaim={last?.report?.act === "CLAIM"}
      onChoose={choose}
      onKeepEditing={() => edit.rebase(agreement.version)}
    />
  );
}

function Glyph({ status }: { status: AgreementStatus | null }) {
  return status && <StatusGlyph of={{ status, ratified: 0, mustRatify: 0 }} size={13} />;
}

function statusOf({ changes, status }: Agreement): AgreementStatus {
  const report = changes.nodes[0]?.report;
  return report?.act === "CLAIM" ? (report.status as AgreementStatus) : status;
}

/** What the last version recorded. */
export function theirsOf({ changes, status, when }: Agreement): Side {
  const last = changes.nodes[0];
  const report = last?.report;
  if (report?.act !== "CLAIM")
    return {
      status: statusWord(status),
      when: when.edtf,
      source: last?.by ?? "",
      note: last?.note ?? "",
    };
  const step = report.step ? `${stepWords(report.step)}; ` : "";
  return {
    status: step + statusWord(report.status as AgreementStatus),
    when: report.when.edtf,
    source: report.claimant || (report.sources[0]?.publisher ?? ""),
    note: report.note ?? last?.note ?? "",
  };
}
