#!/usr/bin/env node
// The command line as it is published: packed by npm, unpacked elsewhere, it needs nothing installed beside it and runs.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finish, root } from "./source-files.mjs";

const PUBLISHED = join(root, "packages/cli/dist");
const BYTES_MAX = 250_000;
const FILES = ["LICENSE", "README.md", "package.json", "stowage.js"];

const scratch = mkdtempSync(join(tmpdir(), "stowage-packed-"));
const problems = sourceProblems();
let bytes = 0;
try {
  const npm = [
    "pack",
    PUBLISHED,
    "--json",
    "--ignore-scripts",
    "--offline",
    "--cache",
    join(scratch, "cache"),
  ];
  const [{ filename, files }] = JSON.parse(
    execFileSync("npm", [...npm, "--pack-destination", scratch], { cwd: scratch, encoding: "utf8" }),
  );
  const packed = files.map(({ path }) => path).sort();
  if (packed.join() !== FILES.join()) problems.push(`the command line is packed with ${packed.join(", ")}`);
  execFileSync("tar", ["-xzf", join(scratch, filename), "-C", scratch]);
  problems.push(...problemsOf(join(scratch, "package")));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
finish(problems, `command line, ${Math.round(bytes / 1000)} kB`);

/** Where it is made, a bin would not be there before the build, of which pnpm warns at every first install. */
function sourceProblems() {
  const { bin, scripts } = JSON.parse(readFileSync(join(PUBLISHED, "../package.json"), "utf8"));
  return [
    ...(bin
      ? ["packages/cli/package.json has a bin: it belongs to dist/package.json, which build.mjs writes"]
      : []),
    ...(scripts.prepack?.includes("exit 1") ? [] : ["packages/cli can be packed from its sources"]),
  ];
}

function problemsOf(folder) {
  const program = join(folder, "stowage.js");
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readFileSync(program, "utf8");
  bytes = text.length;
  const found = [];
  if (manifest.dependencies) found.push("the command line is published with dependencies: bundle them");
  if (manifest.bin?.stowage !== "./stowage.js") found.push(`its manifest starts ${manifest.bin?.stowage}`);
  if (!text.startsWith("#!/usr/bin/env node\n")) found.push("the program has no #! line");
  if ((statSync(program).mode & 0o111) !== 0o111) found.push("the program is not executable");
  if (bytes > BYTES_MAX)
    found.push(`the program has ${bytes} bytes, more than ${BYTES_MAX}: what did it come to need?`);
  const imports = Array.from(text.matchAll(/\bfrom\s?"([^".]+)"/g), ([, name]) => name);
  if (imports.length === 0) found.push("no import was recognized in the program");
  for (const name of new Set(imports)) if (!isBuiltin(name)) found.push(`the program imports "${name}"`);
  const ran = spawnSync(process.execPath, [program, "--version"], { cwd: folder, env: {}, encoding: "utf8" });
  if (ran.status !== 0 || ran.stdout !== `${manifest.version}\n`)
    found.push(`--version ended with ${ran.status} and said: ${ran.stdout}${ran.stderr}`);
  const clean = spawnSync(process.execPath, [program, "keyscan", "-"], {
    input: "nothing",
    env: {},
    encoding: "utf8",
  });
  if (clean.status !== 0) found.push(`keyscan ended with ${clean.status} and said: ${clean.stderr}`);
  return found;
}
