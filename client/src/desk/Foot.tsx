import type { ReactNode } from "react";
import { Icon } from "../page/Icon.tsx";
import { plural } from "../when/words.ts";
import { SignedOut } from "./SignedOut.tsx";
import type { Editing } from "./useEdit.ts";

interface Props {
  state: Editing<object>["state"];
  problems: number;
  /** What saving is called, such as `Save as version 15`. */
  save: string;
  other: string;
  onOther: () => void;
  /** What a save would do, or why it was refused: seen before the button is. */
  children?: ReactNode;
}

/** The foot of a form: what a save would do, how it stands, saving, the other way out, and how much is wrong. */
export function Foot({ state, problems, save, other, onOther, children }: Props) {
  return (
    <div className="desk-foot">
      {children}
      {state === "waiting" && (
        <p className="desk-note warn" role="status">
          <Icon name="offline" />
          <span>
            <strong>Not sent yet.</strong> Your edit is kept here, and goes out by itself when the
            connection is back.
          </span>
        </p>
      )}
      {state === "signedOut" && (
        <p className="desk-note warn" role="alert">
          <Icon name="warning" />
          <SignedOut then="save again" />
        </p>
      )}
      <div className="desk-ways">
        <button type="submit" className="button primary" aria-busy={state === "saving"}>
          {state === "saving" ? "Saving…" : save}
        </button>
        <button type="button" className="button bare" onClick={onOther}>
          {other}
        </button>
        <span className="desk-count quiet" role="status">
          {problems > 0 && plural(problems, "problem")}
        </span>
      </div>
    </div>
  );
}
