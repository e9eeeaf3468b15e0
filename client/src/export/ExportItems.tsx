import { useState } from "react";
import { say } from "../page/say.ts";
import { plural } from "../when/words.ts";
import { type Exported, FORMATS, type Format, makeFile } from "./make.ts";
import { printView } from "./print.ts";
import { save } from "./save.ts";

/** The files that a view can be taken away as. */
export function ExportItems({ of, onDone }: { of: Exported; onDone: () => void }) {
  const [busy, setBusy] = useState<Format | null>(null);
  const [failed, setFailed] = useState<Format | null>(null);
  const take = async (format: Format) => {
    setBusy(format);
    setFailed(null);
    try {
      const { name, content, facts } = await makeFile(of, format);
      save(name, content);
      say(`Exported ${plural(facts, "fact")} as ${format}.`);
      onDone();
    } catch {
      setFailed(format);
      say(`The ${format} file could not be made.`);
    }
    setBusy(null);
  };
  return (
    <>
      {FORMATS.map(({ format, name, hint }) => (
        <button key={format} type="button" disabled={busy !== null} onClick={() => take(format)}>
          <b>{name}</b>
          <span>
            {busy === format
              ? "Being made"
              : failed === format
                ? "It could not be made. Nothing was lost; try again."
                : hint}
          </span>
        </button>
      ))}
      <hr />
      <button
        type="button"
        onClick={() => {
          onDone();
          void printView();
        }}
      >
        <b>Print</b>
        <span>One landscape page, then the sources by number</span>
      </button>
    </>
  );
}
