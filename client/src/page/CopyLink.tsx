import { useEffect, useState } from "react";
import { Icon } from "./Icon.tsx";
import { say } from "./say.ts";
import { toast } from "./toast.ts";

/** Copies the address of this very view and says so in its own place; where the browser forbids it, shows the link to copy by hand. */
export function CopyLink() {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
      say("Link copied.");
    } catch {
      toast(`Copy this link: ${location.href}`);
    }
  };
  return (
    <button type="button" className="button" onClick={copy}>
      <Icon name="link" />
      <span className="either">
        <span aria-hidden={copied}>Copy link</span>
        <span aria-hidden={!copied}>Link copied</span>
      </span>
    </button>
  );
}
