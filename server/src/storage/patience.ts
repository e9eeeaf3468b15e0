// A start waits longer than a write does: what holds the database may be another start, which loads the whole set.
import { isRefusal } from "../refusal.ts";
import { isBusy } from "./file.ts";

/** How often it is begun while another program holds the database. Each time waits some seconds. */
const TRIES = 6;

/** Carries out what may be begun again, over and over while another program holds the database. */
export async function patiently<Made>(begin: () => Promise<Made>): Promise<Made> {
  for (let tries = 1; ; tries++) {
    try {
      return await begin();
    } catch (error) {
      if (!isRefusal(error) || !isBusy(error.cause) || tries === TRIES) throw error;
    }
  }
}
