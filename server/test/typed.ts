// What an operator types, on a world.
import type { Desk } from "../src/command.ts";
import type { World } from "./world.ts";

/** What a command works on: a world, at a time. */
export function deskOn(home: World, clock: () => Date, site = "https://entente.example"): Desk {
  return { databaseUrl: home.url, site, clock, use: (fn) => fn(home.storage) };
}
