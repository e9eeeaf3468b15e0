import type { NewerProps } from "./Newer.tsx";
import { useLater } from "./useLater.ts";

const load = () => import("./Newer.tsx");

/** Tells when what is shown is no longer what the record says; comes once the page stands. */
export function Fresh<Data>({
  shown,
  ...rest
}: Omit<NewerProps<Data>, "shown"> & { shown: Data | undefined }) {
  const room = useLater(load, shown !== undefined);
  return room && shown !== undefined ? <room.Newer shown={shown} {...rest} /> : null;
}
