import { type SyntheticEvent, useState } from "react";

/** The vocabulary in both themes, side by side: each in a page of its own, so that each reads its own tokens. */
export function Both() {
  return (
    <main className="both">
      <OneTheme theme="light" />
      <OneTheme theme="dark" />
    </main>
  );
}

function OneTheme({ theme }: { theme: string }) {
  const [height, setHeight] = useState(900);
  const fit = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = currentTarget.contentDocument?.body;
    if (page) new ResizeObserver(() => setHeight(page.scrollHeight)).observe(page);
  };
  return <iframe title={theme} src={`?theme=${theme}`} style={{ height }} onLoad={fit} />;
}
