import { plural } from "../when/words.ts";
import { useWaiting } from "./desk.ts";
import { Icon } from "./Icon.tsx";
import { clockWords, useOnline } from "./online.ts";
import "./states.css";

/** The strip that says that the network is gone, and of when the copy on the page is. */
export function Offline({ savedAt }: { savedAt: number | undefined }) {
  const online = useOnline();
  const waiting = useWaiting();
  if (online) return null;
  return (
    <div className="strip warn" role="alert">
      <Icon name="offline" />
      <p>
        <strong>You’re offline.</strong>{" "}
        {savedAt === undefined
          ? "Nothing was saved to show."
          : `Showing facts saved at ${clockWords(savedAt)}.`}
      </p>
      {waiting > 0 && <p className="strip-count">{plural(waiting, "edit")} waiting</p>}
    </div>
  );
}
