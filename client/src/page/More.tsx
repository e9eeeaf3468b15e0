/** Says how many of a long list are shown, when that is not all. */
export function More({ shown, of }: { shown: number; of: number }) {
  if (shown >= of) return null;
  return (
    <p className="quiet">
      The first {shown.toLocaleString("en")} of {of.toLocaleString("en")}. The API has them all,
      page by page.
    </p>
  );
}
