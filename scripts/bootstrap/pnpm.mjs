import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { childEnv, root } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { run } from "./processes.mjs";

const home = join(root, "tools/pnpm");
const isWindows = process.platform === "win32";

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const wanted = packageManager.replace(/^pnpm@/, "").replace(/\+.*$/, "");

function installedVersion() {
  try {
    return JSON.parse(readFileSync(join(home, "node_modules/pnpm/package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
}

// By way of npm's own script when npm started us: on Windows `npm` is a batch file, which needs a shell.
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith("npm-cli.js")
    ? run(process.execPath, [script, ...args], { cwd: home })
    : run("npm", args, { cwd: home, shell: isWindows });
}

async function isOnPath() {
  // Asked outside the checkout: inside it, a pnpm of another version would fetch and become the wanted one.
  const { code, output } = await run("pnpm", ["--version"], { cwd: tmpdir(), quiet: true, shell: isWindows });
  return code === 0 && output.trim() === wanted;
}

/**
 * Makes the pnpm of package.json's `packageManager` available, on PATH too, because turbo calls it by name.
 * The copy under tools/pnpm comes from a lockfile with its sha512.
 */
async function ensurePnpm() {
  if (installedVersion() !== wanted) {
    if (await isOnPath()) return { command: "pnpm", args: [], shell: isWindows };
    say(`fetching pnpm ${wanted} into tools/pnpm`);
    const { code } = await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (code !== 0 || installedVersion() !== wanted)
      fail(`pnpm ${wanted} could not be fetched. Is the npm registry reachable from here?`);
  }
  childEnv.PATH = [join(home, "node_modules/.bin"), childEnv.PATH].join(delimiter);
  return { command: process.execPath, args: [join(home, "node_modules/pnpm/bin/pnpm.cjs")], shell: false };
}

/** A function that runs the pinned pnpm; its options are those of `run`. */
export async function pnpmRunner() {
  const { command, args, shell } = await ensurePnpm();
  return (more, options = {}) => run(command, [...args, ...more], { ...options, shell });
}
