import { useEffect, useRef } from "react";

/** What a save would do, in words, once that is known. It stands in the foot, and scrolls when it is long. */
export function Preview({ sentences }: { sentences: readonly string[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [first, ...others] = sentences;
  const words = sentences.join(" ");
  useEffect(() => {
    const element = place.current;
    if (!element || words === "") return;
    // A foot that grew leaves less room for the fields: the one that is being filled in stays in sight.
    const field = document.activeElement;
    if (field?.closest(".desk-fields")) field.scrollIntoView({ block: "nearest" });
    // Only what scrolls is a stop of the keyboard.
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }, [words]);
  return (
    <div className="desk-preview" role="status" ref={place}>
      {first && (
        <>
          <p className="strong">{first}</p>
          {others.map((sentence) => (
            <p key={sentence} className="second">
              {sentence}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
