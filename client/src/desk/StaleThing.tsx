import { closeDesk } from "../page/desk.ts";
import type { Day } from "../when/day.ts";
import { type Correction, correctionChoices, sidesOf, withoutTaken } from "./correction.ts";
import { dropDraft } from "./drafts.ts";
import type { FieldOf, Values } from "./field.ts";
import type { Entity, Payload } from "./outcome.ts";
import { Stale } from "./Stale.tsx";
import type { Way } from "./stale.ts";
import type { Thing } from "./thing.ts";
import type { Editing } from "./useEdit.ts";

interface Props {
  edit: Editing<Correction>;
  /** The draft's name. */
  name: string;
  thing: Thing;
  fields: readonly FieldOf[];
  /** As it stands now, and at which version. */
  standing: Values;
  version: number;
  today: Day;
  say: (values: Correction) => { action: string; input: Record<string, unknown> };
  /** What a save would come to, in words. */
  preview: (tried: Payload & { entity: Entity }, mine: Correction) => readonly string[];
}

/** A correction beside what somebody else made of the same thing meanwhile. */
export function StaleThing({
  edit,
  name,
  thing,
  fields,
  standing,
  version,
  today,
  say,
  preview,
}: Props) {
  const { values, stale } = edit;
  if (!stale) return null;
  const rows = sidesOf(fields, values, standing, today);
  const mineAs = (way: Way) =>
    way === "add" ? withoutTaken(fields, values, standing, today) : values;
  const sayAs = (way: Way) => {
    if (way === "discard") return null;
    const { action, input } = say(mineAs(way));
    return { action, input: { ...input, expectedVersion: version } };
  };
  const choose = (way: Way) => {
    const said = sayAs(way);
    if (said) return edit.submit(version, said);
    dropDraft(name);
    closeDesk();
  };
  return (
    <Stale
      noun={thing.noun}
      stale={stale}
      base={edit.base}
      state={edit.state}
      problems={edit.told}
      rows={rows}
      choices={correctionChoices(rows, version)}
      replacingAdds={1}
      sayAs={sayAs}
      preview={(tried, way) => preview(tried, mineAs(way))}
      onChoose={choose}
      onKeepEditing={() => edit.rebase(version)}
    />
  );
}
