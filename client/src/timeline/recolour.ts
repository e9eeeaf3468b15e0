/** What changes colours without changing the page. */
const MEDIA = [
  "(prefers-color-scheme: dark)",
  "(prefers-contrast: more)",
  "(forced-colors: active)",
];

/** Calls back whenever the tokens may have other values: another theme, more contrast, colours of the system's own. Answers how to stop. */
export function onRecolour(listener: () => void): () => void {
  const theme = new MutationObserver(listener);
  theme.observe(document.documentElement, { attributes: true });
  const media = MEDIA.map((query) => matchMedia(query));
  for (const list of media) list.addEventListener("change", listener);
  return () => {
    theme.disconnect();
    for (const list of media) list.removeEventListener("change", listener);
  };
}
