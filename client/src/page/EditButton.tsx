import { lazy, type ReactNode, Suspense } from "react";
import type { Task } from "./desk.ts";
import { useSigned } from "./signed.ts";

export interface EditProps {
  /** What is to be done beside the page, or the page of the desk that the way leads to. */
  to: Task | string;
  /** A single key that does the same. */
  shortcut?: string;
  className?: string;
  children: ReactNode;
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
