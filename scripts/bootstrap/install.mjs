import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { fail, say } from "./output.mjs";

const stampFile = join(root, "node_modules/.install-stamp");

const filesIn = (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : []);

function workspaceFolders() {
  const folders = ["apps", "packages"].flatMap((group) => filesIn(group).map((name) => `${group}/${name}`));
  return [".", ...folders.filter((folder) => existsSync(join(root, folder, "package.json")))];
}

/** A hash of everything that decides what an install puts where. */
function installStamp(folders) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  const files = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ".npmrc",
    ...folders.map((folder) => `${folder}/package.json`),
    ...filesIn("patches").map((name) => `patches/${name}`),
  ];
  for (const file of files)
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Installs what the lockfile says, unless the last install was of the same and is still there. */
export async function install(pnpm) {
  const folders = workspaceFolders();
  const stamp = installStamp(folders);
  const isInstalled = folders.every((folder) => existsSync(join(root, folder, "node_modules")));
  if (isInstalled && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  say("installing dependencies, as the lockfile says (the first time takes a minute)");
  const { code } = await pnpm([
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    "--prod=false",
    "--config.confirm-modules-purge=false",
  ]);
  if (code !== 0)
    fail(
      "The install failed. If a package.json was changed, `npm run setup -- --update` brings the lockfile up to date.",
    );
  writeFileSync(stampFile, stamp);
}
