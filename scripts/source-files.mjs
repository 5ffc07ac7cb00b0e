import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const GENERATED_FOLDERS = new Set([
  "node_modules",
  "dist",
  ".git",
  ".turbo",
  ".data",
  ".cache",
  "test-results",
]);

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return GENERATED_FOLDERS.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : [];
  });
}

/** Every file of the project, tracked or about to be; in a copy without git, every file that is not generated. */
export function projectFiles() {
  const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (git.status !== 0) return walk(root);
  return git.stdout.split("\0").filter((path) => path && existsSync(join(root, path)));
}

/** The project's TypeScript. */
export function typescriptFiles() {
  return projectFiles().filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
}

/**
 * Ends the process: prints the problems and fails, or says what was checked.
 * @param {string[]} problems one sentence each
 * @param {string} checked what was checked, with its count
 */
export function finish(problems, checked) {
  for (const problem of problems) console.error(problem);
  console.log(`${checked}: ${problems.length === 0 ? "ok" : `${problems.length} problems`}`);
  process.exit(problems.length === 0 ? 0 : 1);
}
