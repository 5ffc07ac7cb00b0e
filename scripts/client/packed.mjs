import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../source-files.mjs";

const PUBLISHED = join(root, "packages/client/dist/npm");

/**
 * Packs the TypeScript client as it is published, by npm, and lays it into a folder's node_modules.
 * @param {string} folder
 * @returns {string} where it lies
 */
export function layPackedClient(folder) {
  const npm = ["pack", PUBLISHED, "--json", "--ignore-scripts", "--offline", "--cache", join(folder, ".npm")];
  const [{ filename }] = JSON.parse(
    execFileSync("npm", [...npm, "--pack-destination", folder], { cwd: folder, encoding: "utf8" }),
  );
  const target = join(folder, "node_modules/@stowage/client");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
  return target;
}
