import { useEffect, useMemo } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { statusWord } from "../agreement/status.ts";
import { beforeOf } from "./beforeOf.ts";
import { ClaimFields } from "./ClaimFields.tsx";
import { FormBody } from "./FormBody.tsx";
import { isEarlier, movesOf, whyClosed } from "./moves.ts";
import { agreementPreview } from "./preview.ts";
import { StaleAgreement } from "./StaleAgreement.tsx";
import { StatusChoice } from "./StatusChoice.tsx";
import { repeated, todayOf } from "./said.ts";
import { tellSaved } from "./settled.ts";
import {
  type Agreement,
  BLANK_STATUS,
  checkStatus,
  type StatusValues,
  statusInput,
  usualStatusNote,
} from "./statusForm.ts";
import { useEdit } from "./useEdit.ts";
import { useFollowed } from "./useFollowed.ts";
import { WayOut } from "./WayOut.tsx";

/** The form of an agreement's new status. */
export function StatusForm({
  agreement,
  onDone,
  again,
  onBase,
  following,
  repeat,
}: {
  agreement: Agreement;
  onDone: () => void;
  again: () => void;
  onBase: (version: number) => void;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
  /** Whether it begins from what stands. */
  repeat?: true | undefined;
}) {
  const today = todayOf(Date.now());
  const moves = useMemo(() => movesOf(agreement), [agreement]);
  const edit = useEdit<StatusValues>({
    name: `status.${agreement.slug}`,
    about: `${agreement.shortTitle}: new status`,
    blank: useMemo(
      () => (repeat ? { ...BLANK_STATUS, ...repeated(agreement, today) } : BLANK_STATUS),
      [repeat, agreement, today],
    ),
    version: agreement.version,
    check: (values) => checkStatus(values, agreement, moves, today),
    say: (values) => statusInput(values, agreement, today),
    onSaved: (payload) => {
      tellSaved(payload);
      onDone();
    },
  });
  const { values, change, problems } = edit;
  useFollowed(edit, agreement, again);
  const { base } = edit;
  useEffect(() => onBase(base), [onBase, base]);
  if (edit.stale && agreement.version >= edit.stale.version)
    return (
      <StaleAgreement
        edit={edit}
        name={`status.${agreement.slug}`}
        agreement={agreement}
        mine={{
          status: values.status ? statusWord(values.status) : "",
          usual: usualStatusNote(values, agreement, today),
        }}
        glyph={values.status}
        closed={isEarlier(agreement, values.status) ? null : whyClosed(moves, values.status)}
        isEarlier={isEarlier(agreement, values.status)}
        today={today}
        say={() => statusInput(values, agreement, today)}
        onDone={onDone}
        following={following}
      />
    );
  return (
    <FormBody
      edit={edit}
      preview={edit.preview ? agreementPreview(beforeOf(agreement, following), edit.preview) : []}
    >
      <StatusChoice
        moves={moves}
        value={values.status}
        onChange={(status) => change({ status })}
        glyph={(status) => <StatusGlyph of={{ status, ratified: 0, mustRatify: 0 }} size={14} />}
        again="It stands there already. This adds another claim of it: where the dates differ, readers see both."
        problems={problems}
        wayOut={
          <WayOut
            changes={agreement.changes.nodes}
            version={agreement.version}
            shown={shownBy(agreement)}
          />
        }
      />
      <ClaimFields
        edit={edit}
        agreement={agreement}
        label="In effect from"
        usual={usualStatusNote(values, agreement, today)}
        today={today}
      />
    </FormBody>
  );
}

/** The report by which it stands where it does. */
function shownBy({ slug, stages }: Agreement) {
  const last = stages.at(-1);
  return last ? { of: "agreement" as const, slug, report: last.report.id } : null;
}
