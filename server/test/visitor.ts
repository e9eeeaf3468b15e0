// A browser, as far as sign-in goes: it keeps cookies and says which page a request comes from.
import { firstLink, giveLink, LINK_BYTES } from "../src/access/access.ts";
import { insertUser } from "../src/access/people.ts";
import type { Role } from "../src/access/role.ts";
import type { Storage } from "../src/storage/storage.ts";

/** An answer, read. */
export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  body: any;
}

/** A password that will do. */
export const PASSWORD = "five bridges and a ferry";

/** A browser at a site. `origin` is the page's; that of the site when left out. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  readonly address: string;
  readonly origin: string | null;

  constructor(address: string, origin: string | null = address) {
    this.address = address;
    this.origin = origin;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(method: "GET" | "POST", path: string, body?: unknown, more: object = {}) {
    const answer = await fetch(this.address + path, {
      method,
      redirect: "manual",
      headers: {
        ...(this.cookies.size > 0 && { cookie: this.cookie }),
        ...(this.origin !== null && { origin: this.origin }),
        ...(method === "POST" && { "content-type": "application/json" }),
        ...more,
      },
      ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await answer.text();
    const read: Answered = {
      status: answer.status,
      headers: answer.headers,
      body: text === "" ? null : JSON.parse(text),
    };
    return read;
  }

  post(path: string, body?: unknown, more?: object): Promise<Answered> {
    return this.send("POST", path, body, more);
  }

  /** The whole answer to a document. */
  ask(query: string, variables: object = {}, more?: object): Promise<Answered> {
    return this.post("/graphql", { query, variables }, more);
  }
}

/** Nobody who is known, as `viewerOf` tells it. */
export const ANYBODY = { name: null, email: null, role: null, via: null, expiresAt: null };

/** Asks who one is to the API. */
export const VIEWER = "{ viewer { name email role via expiresAt } }";

/** Who a visitor is to the API. */
export async function viewerOf(visitor: Visitor) {
  return (await visitor.ask(VIEWER)).body.data.viewer;
}

/** A write that editors may ask for, and that changes nothing. */
export const RETRACT = `mutation {
  retractReport(input: { reportId: "x", expectedVersion: 1, note: "Never said." }) { errors { __typename } }
}`;

/** The secret part of a link for the first admin. */
export async function linkForFirst(storage: Storage, now = new Date()): Promise<string> {
  const random = crypto.getRandomValues(new Uint8Array(LINK_BYTES));
  const token = await storage.write((tx) => firstLink(tx, now, random));
  if (token === null) throw new Error("Somebody is here already");
  return token;
}

/** Somebody who has joined with this role and is signed in. */
export async function joined(
  storage: Storage,
  address: string,
  {
    name,
    role,
    email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
    now = new Date(),
  }: { name: string; role: Role; email?: string; now?: Date },
): Promise<Visitor> {
  const id = crypto.randomUUID();
  const random = crypto.getRandomValues(new Uint8Array(LINK_BYTES));
  const token = await storage.write(async (tx) => {
    await insertUser(tx, { id, email, role, at: now.toISOString() });
    return giveLink(tx, { userId: id, by: "a test" }, now, random);
  });
  const visitor = new Visitor(address);
  const { status, body } = await visitor.post("/auth/join", { token, name, password: PASSWORD });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return visitor;
}
