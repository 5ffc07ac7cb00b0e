import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFiles, root } from "../source-files.mjs";

/** What nothing of the walkthrough looks at. */
export const LEFT_OUT = /^(e2e|apps\/web\/(?!package\.json|vitest\.))/;

/**
 * A copy of the checkout to try changes on: its files, and its dependencies by links. Its own packages are linked to one
 * another, so that the copy sees its own changes and the checkout none.
 * @returns {{ root: string, remove: () => void }}
 */
export function copyCheckout() {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), "stowage-walkthrough-"));
  const files = projectFiles().filter((path) => !LEFT_OUT.test(path));
  for (const folder of new Set(files.map((path) => dirname(path))))
    mkdirSync(join(copy, folder), { recursive: true });
  for (const path of files) copyFileSync(join(root, path), join(copy, path), constants.COPYFILE_FICLONE);
  for (const path of files.filter((one) => one.endsWith("package.json")))
    linkDependencies(copy, dirname(path));
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function linkDependencies(copy, folder) {
  const from = join(root, folder, "node_modules");
  if (!existsSync(from)) return;
  const to = join(copy, folder, "node_modules");
  for (const name of dependenciesIn(from)) {
    const target = realpathSync(join(from, name));
    const isOurs = !target.includes("node_modules");
    mkdirSync(dirname(join(to, name)), { recursive: true });
    symlinkSync(isOurs ? target.replace(root, copy) : target, join(to, name), "junction");
  }
}

/** `zod`, `@trpc/server`; not the folders that tools keep there. */
function dependenciesIn(folder) {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}
