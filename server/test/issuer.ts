// A small provider of OpenID Connect: code flow with PKCE, client secret, signed id tokens. Whoever comes is taken for whom the test says.
import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";

/** Who somebody is to the provider. */
export interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
  name?: string;
}

/** A provider that runs. */
export interface Issuer {
  address: string;
  clientId: string;
  clientSecret: string;
  /** Who the next to come is. */
  next: Claims;
  /** Claims that the next id token has instead of the right ones. */
  forged: Record<string, unknown>;
  close(): Promise<void>;
}

const text = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Starts a provider on a free port. */
export async function issuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { claims: Claims; asked: URLSearchParams }>();
  const signed = (claims: object) => {
    const body = `${text({ alg: "RS256", typ: "JWT", kid: "1" })}.${text(claims)}`;
    return `${body}.${createSign("RSA-SHA256").update(body).sign(privateKey, "base64url")}`;
  };

  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", made.address);
    const json = (value: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration") {
      return json({
        issuer: made.address,
        authorization_endpoint: `${made.address}/authorize`,
        token_endpoint: `${made.address}/token`,
        jwks_uri: `${made.address}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (url.pathname === "/keys") {
      const key = publicKey.export({ format: "jwk" });
      return json({ keys: [{ ...key, kid: "1", alg: "RS256", use: "sig" }] });
    }
    if (url.pathname === "/authorize") {
      const asked = url.searchParams;
      const isGood =
        asked.get("client_id") === made.clientId &&
        asked.get("response_type") === "code" &&
        asked.get("code_challenge_method") === "S256" &&
        (asked.get("scope") ?? "").split(" ").includes("openid");
      if (!isGood) return json({ error: "invalid_request" }, 400);
      const code = randomUUID();
      codes.set(code, { claims: made.next, asked });
      const to = new URL(asked.get("redirect_uri") ?? "");
      to.searchParams.set("code", code);
      to.searchParams.set("state", asked.get("state") ?? "");
      return response.writeHead(302, { location: String(to) }).end();
    }
    if (url.pathname === "/token" && request.method === "POST") {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const sent = new URLSearchParams(Buffer.concat(chunks).toString());
      const basic = Buffer.from(
        request.headers.authorization?.split(" ")[1] ?? "",
        "base64",
      ).toString();
      const isClient =
        basic === `${made.clientId}:${made.clientSecret}` ||
        (sent.get("client_id") === made.clientId &&
          sent.get("client_secret") === made.clientSecret);
      const held = codes.get(sent.get("code") ?? "");
      codes.delete(sent.get("code") ?? "");
      const proof = createHash("sha256").update(sent.get("code_verifier") ?? "");
      const isProved = held?.asked.get("code_challenge") === proof.digest("base64url");
      const isBack = held?.asked.get("redirect_uri") === sent.get("redirect_uri");
      if (!isClient || !held || !isProved || !isBack) return json({ error: "invalid_grant" }, 400);
      const now = Math.floor(Date.now() / 1000);
      const about = { iss: made.address, aud: made.clientId, iat: now, exp: now + 300 };
      const nonce = held.asked.get("nonce") ?? undefined;
      const id_token = signed({ ...about, nonce, ...held.claims, ...made.forged });
      return json({ id_token, access_token: randomUUID(), token_type: "Bearer", expires_in: 300 });
    }
    return json({ error: "not_found" }, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const made: Issuer = {
    address: `http://127.0.0.1:${port}`,
    clientId: "entente",
    clientSecret: "a secret of the test's",
    next: { sub: "0", email: "nobody@example.org", email_verified: true },
    forged: {},
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return made;
}
