import type { FastifyRequest } from "fastify";

/** Where this site is to whoever sends a request. */
export function originOf({ protocol, host, headers }: FastifyRequest): string {
  const named = [host, headers.host].find((name) => name && URL.canParse(`http://${name}`));
  return new URL(`${protocol}://${named ?? "localhost"}`).origin;
}
