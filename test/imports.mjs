// Reads what files import and holds it against the arrows. Pure but for `filesUnder`.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

/** The code without comments and, for the search for names, without text in quotes. */
function withoutComments(code) {
  return code.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text) => text ?? "",
  );
}

function withoutText(code) {
  return withoutComments(code).replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
    '""',
  );
}

/** What a file imports, in any way: `from "x"`, `import "x"`, `import("x")`. */
export function importsOf(code) {
  const pattern = /(?<![\w."'])(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;
  return [...withoutComments(code).matchAll(pattern)].map((match) => match[1]);
}

/** Every source file under a folder as `{ path: code }`, tests left out; paths have slashes and no .ts or .tsx. */
export function filesUnder(folder) {
  const files = {};
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(name) || /\.(test|d)\.tsx?$/.test(name)) continue;
    files[name.split(sep).join("/")] = readFileSync(join(folder, name), "utf8");
  }
  return files;
}

const bare = (path) => path.replace(/\.(tsx?|css|graphql|json)(\?.*)?$/, "");
const roomOf = (path) => path.split("/")[0];
const fits = (pattern, path) =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(path);
const packageOf = (name) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** Every import of a set of files as `{ file, target }` within it, or `{ file, package }` from outside. */
function edgesOf(files) {
  return Object.entries(files).flatMap(([path, code]) =>
    importsOf(code).map((name) =>
      name.startsWith(".")
        ? { file: bare(path), path, target: bare(posix.join(posix.dirname(path), name)) }
        : { file: bare(path), path, package: packageOf(name) },
    ),
  );
}

/** Takes out the edges that an exception allows; an exception that allows nothing is itself a breach. */
function exempt(exceptions, breaches) {
  const used = new Set();
  const found = breaches.filter(({ edge }) => {
    const which = exceptions.findIndex(
      ([from, to]) => fits(from, edge.file) && fits(to, edge.target ?? edge.package),
    );
    if (which >= 0) used.add(which);
    return which < 0;
  });
  const idle = exceptions.filter((_, index) => !used.has(index));
  return [
    ...found.map(({ edge, why }) => `${edge.file} → ${edge.target ?? edge.package}: ${why}`),
    ...idle.map(([from, to]) => `${from} → ${to}: an exception that nothing needs`),
  ];
}

/** The breaches of the server's arrows, one sentence each. `files` as `filesUnder` gives them. */
export function breachesOfServer(files, rules) {
  const breaches = [];
  const edges = edgesOf(files);
  const isStore = (path) => {
    const [room, name] = path.split("/");
    return name === "store" || rules.stores[room]?.includes(name) === true;
  };
  const stepOf = (path) => {
    const [room, name] = path.split("/");
    const step = rules.steps.indexOf(isStore(path) ? "store" : name === room ? "<room>" : name);
    return step < 0 ? null : step;
  };
  const knows = (pattern, path) => (pattern === "<store>" ? isStore(path) : fits(pattern, path));
  for (const edge of edges) {
    const room = roomOf(edge.file);
    const blame = (why) => breaches.push({ edge, why });
    if (!rules.order.includes(room)) {
      blame(`the room ${room} has no place in the order`);
      continue;
    }
    if (edge.package) {
      const allowed = rules.packages[edge.package];
      if (allowed && !allowed.some((pattern) => knows(pattern, edge.file)))
        blame(`only ${allowed.join(", ")} may know it`);
      continue;
    }
    const other = roomOf(edge.target);
    if (room === other) {
      const [here, there] = [stepOf(edge.file), stepOf(edge.target)];
      const last = rules.steps.length - 1;
      if (here !== null && there !== null ? there > here : there === last) {
        blame(`inside a room, ${rules.steps.join(" ← ")}`);
      }
      continue;
    }
    if (rules.order.indexOf(other) > rules.order.indexOf(room))
      blame(`${other} stands after ${room}`);
    const doors = rules.doors[other] ?? rules.doors["*"];
    const name = edge.target.split("/").slice(1).join("/");
    const isOpen =
      name === "" ||
      doors.includes("*") ||
      doors.map((door) => (door === "<room>" ? other : door)).includes(name);
    if (!isOpen)
      blame(
        `${other} is entered by ${doors.map((door) => (door === "<room>" ? other : door)).join(", ")}`,
      );
  }
  return exempt(rules.exceptions, breaches);
}

const LAYERS = ["pure", "platform", "react"];

/** The layer of a client file. */
export function layerOf(path, rules) {
  const file = bare(path);
  if (path.endsWith(".tsx") || /(^|\/)use[A-Z]\w*$/.test(file)) return "react";
  if (rules.react.some((pattern) => fits(pattern, file))) return "react";
  return rules.platform.some((pattern) => fits(pattern, file)) ? "platform" : "pure";
}

/** The breaches of the client's arrows, one sentence each. */
export function breachesOfClient(files, rules) {
  const breaches = [];
  const pathOf = new Map(Object.keys(files).map((path) => [bare(path), path]));
  const edges = edgesOf(files);
  for (const edge of edges) {
    const room = roomOf(edge.file);
    const blame = (why) => breaches.push({ edge, why });
    const kind = (name) => (rules.words.includes(name) ? "<word>" : name);
    const allowed = rules.rooms[kind(room)];
    if (!allowed) blame(`the room ${room} has no arrows`);
    const layer = layerOf(edge.path, rules);
    if (edge.package) {
      if (rules.reactPackages.includes(edge.package) && layer !== "react")
        blame(`a ${layer} file may not know it`);
      continue;
    }
    if (rules.everybodys.includes(edge.target)) continue;
    const other = roomOf(edge.target);
    if (other !== room && allowed && !allowed.includes("*") && !allowed.includes(kind(other)))
      blame(`${room} may not know ${other}`);
    const target = pathOf.get(edge.target);
    if (target && LAYERS.indexOf(layerOf(target, rules)) > LAYERS.indexOf(layer)) {
      blame(`${LAYERS.join(" ← ")}, and this is ${layer} of ${layerOf(target, rules)}`);
    }
  }
  const spoken = Object.entries(files).flatMap(([path, code]) => {
    if (layerOf(path, rules) !== "pure" || path.endsWith(".gen.ts")) return [];
    const names = rules.pageNames.filter((name) =>
      new RegExp(`(?<![.\\w])${name}\\s*[.([]`).test(withoutText(code)),
    );
    return names.map((name) => `${bare(path)}: a pure file speaks of ${name}`);
  });
  return [...exempt(rules.exceptions, breaches), ...spoken];
}

/** Files that import each other in a circle, as the circle's path; types do not count, since they are gone when the code runs. */
export function circlesOf(files) {
  const imports = new Map();
  for (const [path, code] of Object.entries(files)) {
    const running = withoutComments(code).replace(/\b(?:import|export)\s+type\b[^;]*;/g, "");
    const targets = importsOf(running).filter(
      (name) => name.startsWith(".") && !running.includes(`import("${name}")`),
    );
    imports.set(
      bare(path),
      targets.map((name) => bare(posix.join(posix.dirname(path), name))),
    );
  }
  const done = new Set();
  const circles = [];
  const walk = (file, trail) => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return circles;
}
