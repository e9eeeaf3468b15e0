// Installs what the lockfile names, with the one tool that every Node has. A module that must be compiled finds Node's headers where they
// lie beside this Node, instead of fetching them: so a machine without a home of its own, or without the network, can compile too.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const prefix = dirname(dirname(process.execPath));
const hasHeaders = existsSync(join(prefix, "include/node/node_api.h"));
const env = { npm_config_nodedir: hasHeaders ? prefix : undefined, ...process.env };
const command = "npx --yes --loglevel=error pnpm@12.21.0 install --frozen-lockfile";
const { status } = spawnSync(command, { stdio: "inherit", shell: true, env });
process.exit(status ?? 1);
