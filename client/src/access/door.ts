// What is asked of sign-in. Everything is JSON; what is refused comes as `Refused`.
import type { Problem } from "../desk/outcome.ts";
import { Failure } from "../page/failure.ts";
import type { Role } from "./rules.ts";

/** Whoever has come in. */
export interface Entered {
  session: { expiresAt: string };
  user: { name: string; email: string; role: Role };
}

/** Whom a link is for. */
export interface Invited {
  /** Null when they are to give their own: the first admin. */
  email: string | null;
  /** Empty when they have yet to join. */
  name: string;
  role: Role;
  /** Whether they are in already, and choose another password. */
  again: boolean;
  expiresAt: string;
}

/** Somewhere that somebody is signed in. Moments are ISO 8601. */
export interface Session {
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  /** Whether it is this browser's. */
  here: boolean;
}

/** Something that was not done, with the field that it is about. */
export class Refused extends Failure {
  readonly problem: Problem;

  constructor(message: string, status: number, code: string | null, field: string) {
    super(message, status, null, code);
    this.problem = { field, message };
  }
}

interface Answered {
  errors?: { message: string; extensions?: { code?: string; argument?: string[] } }[];
}

async function call<Answer>(path: string, body?: object): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/auth/${path}`, {
      method: body ? "POST" : "GET",
      headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused("The server did not answer. Try again.", 0, null, "");
  }
  const answer = (await response.json().catch(() => null)) as (Answered & Answer) | null;
  const said = answer?.errors?.[0];
  if (response.ok && !said) return answer as Answer;
  const code = said?.extensions?.code ?? null;
  const wait = Number(response.headers.get("retry-after"));
  const message =
    response.status === 429 && wait > 0
      ? waitWords(wait)
      : (said?.message ?? "The server could not do it just now. Try again.");
  throw new Refused(message, response.status, code, said?.extensions?.argument?.at(-1) ?? "");
}

/** What is said to whoever has tried too often. `wait`: seconds. */
export function waitWords(wait: number): string {
  const time = wait === 1 ? "1 second" : `${wait} seconds`;
  return `Too many tries. Try again in ${time}. If the password is lost, an admin can give you a link that sets another.`;
}

/** Who is in; null when nobody. */
export const whoIsIn = () => call<Entered | null>("get-session");
/** What the provider is called that vouches for people; null when there is none. */
export const providerName = async () =>
  (await call<{ provider: { name: string } | null }>("ways")).provider?.name ?? null;
export const signIn = (given: { email: string; password: string }) =>
  call<Entered>("sign-in/email", given);
/** Where the provider asks who somebody is. They come back to the path `to`. */
export const signInElsewhere = async (to: string) =>
  (await call<{ url: string }>("sign-in/provider", { to })).url;
export const signOut = () => call<object>("sign-out", {});
/** The sessions of whoever is in, the last used first. */
export const sessions = async () => (await call<{ sessions: Session[] }>("sessions")).sessions;
/** Ends every session; all but this one with `stay`. Answers how many. */
export const signOutEverywhere = async (stay: boolean) =>
  (await call<{ ended: number }>("sign-out-everywhere", { stay })).ended;
export const lookAt = (token: string) => call<Invited>("join/look", { token });
export const join = (given: {
  token: string;
  name: string;
  password: string;
  email: string | null;
}) => call<Entered>("join", given);
export const changePassword = (given: { currentPassword: string; newPassword: string }) =>
  call<Entered>("change-password", given);
