import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { childEnv, root } from "../bootstrap/environment.mjs";
import { say } from "../bootstrap/output.mjs";
import { run } from "../bootstrap/processes.mjs";

const CACHE = join(root, ".cache/runtimes");
/** From the npm registry, like everything else. Their install scripts only pick the binary, which is done here. */
const PINNED = { deno: "2.9.6", bun: "1.4.5" };
const BINARIES = { deno: ["@deno", "deno"], bun: ["@oven", "bin/bun"] };

/** The program in the package for this platform, of the several that npm may have taken. */
function binaryOf(name) {
  const [scope, path] = BINARIES[name];
  const folder = join(CACHE, `${name}-${PINNED[name]}`, "node_modules", scope);
  const packages = existsSync(folder) ? readdirSync(folder).filter((one) => !one.includes("musl")) : [];
  const suffix = process.platform === "win32" ? ".exe" : "";
  return packages.map((one) => join(folder, one, path + suffix)).find((program) => existsSync(program));
}

/**
 * Deno or Bun, fetched on first use.
 * @param {"deno" | "bun"} name
 * @returns {Promise<string>} the path of the program
 */
export async function runtimeProgram(name) {
  const found = binaryOf(name);
  if (found) return found;
  say(`fetching ${name} ${PINNED[name]} into .cache/runtimes`);
  const folder = join(CACHE, `${name}-${PINNED[name]}`);
  mkdirSync(folder, { recursive: true });
  const args = [
    "install",
    "--prefix",
    folder,
    "--ignore-scripts",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
  ];
  const { output } = await run("npm", [...args, "--loglevel=error", `${name}@${PINNED[name]}`], {
    cwd: folder,
    env: childEnv,
    quiet: true,
    shell: process.platform === "win32",
  });
  const fetched = binaryOf(name);
  if (!fetched) throw new Error(`${name} could not be fetched from the npm registry.\n${output}`);
  return fetched;
}
