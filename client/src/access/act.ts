// What is done about users and tokens.
import { tell } from "../page/ask.ts";
import { failureOf } from "../page/failure.ts";
import disable from "./disable.graphql?raw";
import { Refused } from "./door.ts";
import giveLink from "./givelink.graphql?raw";
import inviteUser from "./invite.graphql?raw";
import createToken from "./newtoken.graphql?raw";
import revokeToken from "./revoketoken.graphql?raw";
import setUserRole from "./setrole.graphql?raw";
import revokeInvitation from "./uninvite.graphql?raw";

const MUTATIONS = {
  createToken,
  revokeToken,
  inviteUser,
  revokeInvitation,
  giveLink,
  setUserRole,
  disableUser: disable,
};

interface Payload {
  /** Of a link, told once. */
  path?: string | null;
  expiresAt?: string | null;
  /** Of a token, told once. */
  secret?: string | null;
  errors: readonly { message: string; code: string; path: readonly string[] }[];
}

/** Does one thing; answers what came of it. Throws `Refused` where it was not done. */
export async function act(what: keyof typeof MUTATIONS, input: object): Promise<Payload> {
  let payload: Payload | undefined;
  try {
    payload = (await tell<Record<string, Payload>, object>(MUTATIONS[what], { input }))[what];
  } catch (error) {
    const { message, status, code } = failureOf(error);
    const said = code === "UNAUTHENTICATED" ? "Your session has ended. Sign in again." : message;
    throw new Refused(said, status ?? 0, code, "");
  }
  const wrong = payload?.errors[0];
  if (!payload || wrong) {
    const message = wrong?.message ?? "The answer could not be read.";
    throw new Refused(message, 200, wrong?.code ?? null, wrong?.path.at(-1) ?? "");
  }
  return payload;
}
