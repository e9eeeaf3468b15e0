import { lazy, type ReactNode, Suspense } from "react";
import type { Task } from "./desk.ts";
import { useSigned } from "./signed.ts";

/** A report on the page, of an agreement or event: what can be done about it, and how that is called, follows from it. */
export interface Told {
  of: "agreement" | "event";
  slug: string;
  report: { id: string; retracted?: boolean; change?: { id: string } | null };
  /** Whether it is one of several that do not agree, and not the one that is shown. */
  rival?: true;
}

export interface EditProps {
  /** What is to be done beside the page, or the page of the desk that the way leads to. */
  to: Task | Told | string;
  /** A single key that does the same. */
  shortcut?: string;
  className?: string;
  children?: ReactNode;
}

// Only where somebody is signed in. A page without it is whole, so what does not come is left out.
const Opening = lazy(() => import("./Opening.tsx").catch(() => ({ default: () => null })));

/** A way to edit something on the page, for editors. Readers see nothing of it, and load nothing for it. */
export function EditButton(props: EditProps) {
  if (!useSigned()) return null;
  return (
    <Suspense>
      <Opening {...props} />
    </Suspense>
  );
}
