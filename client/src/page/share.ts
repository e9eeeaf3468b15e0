import { toast } from "./say.ts";

/** Copies the link of this very view and says so; where the browser forbids it, shows the link to copy by hand. */
export async function share(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast("Link copied. It opens this view.");
  } catch {
    toast(`Copy this link: ${location.href}`);
  }
}
