import { type ReactNode, useMemo } from "react";
import { AsKnown } from "./AsKnown.tsx";
import { Busy } from "./Busy.tsx";
import { Fresh } from "./Fresh.tsx";
import { Offline } from "./Offline.tsx";
import { Trouble } from "./Trouble.tsx";
import { useAnchor } from "./useAnchor.ts";
import type { Read } from "./useRead.ts";

interface Props<Data> {
  read: Read<Data>;
  /** What is being read, such as `The agreement`. */
  what: string;
  children: (data: Data) => ReactNode;
}

/** A page over what was read: the line of knowledge, then the content; what failed is named, and what was loaded before stays. */
export function Reading<Data>({ read, what, children }: Props<Data>) {
  const { data, failure, look } = read;
  useAnchor(data !== undefined);
  const at = useMemo(() => (data === undefined ? undefined : Date.now()), [data]);
  return (
    <>
      <AsKnown />
      {at !== undefined && <Offline savedAt={at} />}
      {failure && (
        <Trouble
          what={what}
          failure={failure}
          safe={data ? "What you see was loaded before." : ""}
          again={read.again}
        />
      )}
      {data === undefined ? !failure && <Busy what={what.toLowerCase()} /> : children(data)}
      {look && <Fresh shown={data} look={look} loading={read.loading} />}
    </>
  );
}
