import { useState } from "react";
import { PHONE, useMedia } from "../page/media.ts";
import { say } from "../page/say.ts";
import { copyLink } from "../page/share.ts";

/** A link to hand on. */
export interface Handed {
  name: string;
  hint: string;
  link: string;
}

/** The links of a view: each is copied, or handed to the phone's own sheet; where neither may be, it is shown to be copied by hand. */
export function ShareItems({
  title,
  links,
  refused,
}: {
  title: string;
  links: Handed[];
  /** A link that could not be copied before this opened. */
  refused: string | null;
}) {
  const phone = useMedia(PHONE);
  const [copied, setCopied] = useState<string | null>(null);
  const [shown, setShown] = useState(refused);
  const give = async (link: string) => {
    if (phone && typeof navigator.share === "function") {
      // Who closes the sheet has changed their mind; that is no failure.
      await navigator.share({ title, url: link }).catch(() => undefined);
      return;
    }
    const isCopied = await copyLink(link);
    setCopied(isCopied ? link : null);
    setShown(isCopied ? null : link);
    say(isCopied ? "Link copied." : "The browser does not allow copying. The link is selected.");
  };
  return (
    <>
      {links.map(({ name, hint, link }) => (
        <button key={name} type="button" onClick={() => give(link)}>
          <b>{name}</b>
          <span>{copied === link ? "Link copied" : hint}</span>
        </button>
      ))}
      {shown !== null && <ByHand key={shown} link={shown} />}
    </>
  );
}

/** A link, selected, for the reader's own copy command. */
function ByHand({ link }: { link: string }) {
  return (
    <label>
      The browser does not allow copying. Copy it from here:
      <input
        className="field"
        readOnly
        value={link}
        ref={(field) => {
          field?.focus();
          field?.select();
        }}
      />
    </label>
  );
}
