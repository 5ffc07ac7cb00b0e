import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installDebianPackage } from "./debian.mjs";
import { childEnv, root } from "./environment.mjs";
import { say } from "./output.mjs";
import { run } from "./processes.mjs";

const CACHE = join(root, "node_modules/.cache/valkey");
const WRAPPER = join(CACHE, "start.sh");
const FOLDERS = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", ...(process.env.PATH ?? "").split(":")];

/** @param {string} name */
const found = (name) => FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));

/**
 * Debian's `redis-tools` holds the server itself, under the name of one of its tools: it goes by the name it is called by.
 * The package `redis-server` adds little but a service that would start on this machine.
 * @param {string} tool
 */
function calledServer(tool) {
  const link = join(CACHE, "redis-server");
  mkdirSync(CACHE, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(tool, link);
  return link;
}

function installedValkey() {
  const named = process.env.VALKEY_SERVER_TEST;
  const server = [named, found("valkey-server"), found("redis-server")].find(
    (path) => path && existsSync(path),
  );
  if (server) return server;
  const tool = found("redis-check-rdb");
  return tool ? calledServer(tool) : undefined;
}

/** @param {string} text */
const librariesIn = (text) => Array.from(text.matchAll(/^\s*Depends: (lib\S+)$/gm), ([, name]) => name);

/** Unpacks Debian's packages into a folder of ours, which takes no rights; what is in the cache stays. */
async function unpackDebianPackages() {
  if (existsSync(WRAPPER)) return WRAPPER;
  if (!existsSync("/etc/debian_version")) return undefined;
  say("there is no Valkey or Redis: unpacking Debian's into node_modules/.cache");
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const options = { cwd: CACHE, env: childEnv, quiet: true };
  const depends = await run("apt-cache", ["depends", "redis-tools"], options);
  const libraries = librariesIn(depends.output).filter((name) => name !== "libc6");
  const { code } = await run("apt-get", ["download", "redis-tools", ...libraries], options);
  if (code !== 0) return undefined;
  for (const file of readdirSync(CACHE).filter((name) => name.endsWith(".deb")))
    await run("dpkg", ["-x", file, CACHE], options);
  const tool = join(CACHE, "usr/bin/redis-check-rdb");
  if (!existsSync(tool)) return undefined;
  const server = calledServer(tool);
  const libraryPath = `$(echo "${CACHE}"/usr/lib/*-linux-*):"${CACHE}"/usr/lib`;
  writeFileSync(WRAPPER, `#!/bin/sh\nLD_LIBRARY_PATH=${libraryPath} exec "${server}" "$@"\n`, {
    mode: 0o755,
  });
  return WRAPPER;
}

/**
 * A Valkey or Redis for the tests of several servers: the machine's own, what VALKEY_SERVER_TEST names, or Debian's. Says
 * what would help when there is none.
 * @returns {Promise<string | undefined>} the path of a program
 */
export async function ensureValkey() {
  if (!installedValkey()) await installDebianPackage("redis-tools");
  const program = installedValkey() ?? (await unpackDebianPackages());
  if (!program)
    process.stderr.write(
      "\n✗ There is no Valkey or Redis for the tests of several servers. Any one of these helps:\n" +
        "    sudo apt-get install redis-tools             (Debian, Ubuntu; no service is started)\n" +
        "    brew install valkey\n" +
        "    VALKEY_SERVER_TEST=/path/to/valkey-server npm test\n",
    );
  return program;
}
