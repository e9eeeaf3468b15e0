import type { ReactNode } from "react";

/** A part of the vocabulary; `name` is that of its picture in the tests. */
export function Plate({
  name,
  title,
  children,
}: {
  name: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className="plate" data-plate={name} aria-label={title}>
      <h2 className="t-lead strong">{title}</h2>
      {children}
    </section>
  );
}
