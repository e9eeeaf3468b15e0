/** Whose word on where a request comes from is believed. */
import type { IncomingMessage } from "node:http";
import proxyAddr from "@fastify/proxy-addr";
import type { Config } from "../config.ts";

/** Whether the address that a request passed through, counted from the nearest, is a proxy to believe. */
export type Trust = (address: string, hop: number) => boolean;

/** The trust that a setting stands for: so many proxies, the nearest first, or those named. */
export function trustIn(setting: Config["trustProxy"]): Trust {
  if (typeof setting === "number") return (_address, hop) => hop < setting;
  if (setting === false) return () => false;
  return proxyAddr.compile(setting.split(",").map((name) => name.trim()));
}

/** Where a request comes from, for what is not Fastify's to answer. */
export function addressOf(request: IncomingMessage, trust: Trust): string {
  return proxyAddr(request, trust);
}
