import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { carrying, go, useHere } from "./route.ts";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** A path of this site. */
  to: string;
  /** Take this address as it is instead of keeping the day of knowledge. */
  exact?: boolean;
};

/** A link within the site: an ordinary anchor that moves without loading the page anew. */
export function Link({ to, exact = false, onClick, ...rest }: Props) {
  const from = useHere();
  const href = exact ? to : carrying(to, from);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target) return;
    event.preventDefault();
    go(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
