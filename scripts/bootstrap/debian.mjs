import { existsSync } from "node:fs";
import { childEnv } from "./environment.mjs";
import { say } from "./output.mjs";
import { run } from "./processes.mjs";

/**
 * Installs a package, where that is ours to do: as root of a Debian.
 * @param {string} name
 */
export async function installDebianPackage(name) {
  const isDebianRoot = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!isDebianRoot) return;
  say(`there is no ${name}: installing Debian's`);
  const env = { ...childEnv, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["-qq", "update"], { env });
  await run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", name], { env });
}
