import { toast } from "./toast.ts";

/** Copies a link; false where the browser forbids it. */
export async function copyLink(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

/** Copies the link of this very view and says so; where the browser forbids it, shows the link to copy by hand. */
export async function share(): Promise<void> {
  const isCopied = await copyLink(location.href);
  toast(isCopied ? "Link copied. It opens this view." : `Copy this link: ${location.href}`);
}
