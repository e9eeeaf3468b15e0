import { useEffect, useRef, useState } from "react";

/** How long typing must rest before the address follows, in milliseconds. */
const REST_MS = 200;

/** Words in a title. The field is the reader's: only text that comes from elsewhere, such as Back, changes it. */
export function Words({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const said = useRef(text);
  const now = useRef({ typed, onChange });
  now.current = { typed, onChange };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (text === said.current) return;
    said.current = text;
    setTyped(text);
  }, [text]);
  const tell = useRef(() => {
    clearTimeout(timer.current);
    if (now.current.typed === said.current) return;
    said.current = now.current.typed;
    now.current.onChange(now.current.typed);
  });
  // Who closes the panel while a word is on its way means the word all the same.
  useEffect(() => tell.current, []);
  return (
    <label className="words">
      <span>Words in the title</span>
      <input
        className="field"
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(tell.current, REST_MS);
        }}
      />
    </label>
  );
}
