// Keeps the SDL as released: `npm run release` here, once with every release, after `npm run generate`. Later changes are held against it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const read = (path) => readFileSync(join(import.meta.dirname, path), "utf8");
const { version } = JSON.parse(read("../package.json"));
const day = new Date().toISOString().slice(0, 10);
const header = `# Released ${day} as ${version}. Made by release.mjs; do not edit.\n\n`;
writeFileSync(join(import.meta.dirname, "released.graphql"), header + read("entente.graphql"));
