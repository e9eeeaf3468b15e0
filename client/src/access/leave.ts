import { toast } from "../page/toast.ts";
import { markSigned } from "../page/viewer.ts";
import { signOut } from "./door.ts";

/** Ends the session of this browser and says so. Rejects when the server did not do it: then they are still in. */
export async function leave(): Promise<void> {
  try {
    await signOut();
  } catch (error) {
    toast("You are still signed in: the server did not answer. Try again.");
    throw error;
  }
  markSigned(false);
  toast("Signed out.");
}
