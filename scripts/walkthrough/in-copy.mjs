import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { envWithoutSettings } from "../bootstrap/environment.mjs";

/** Reads, writes and runs in a copy of the checkout. */
export function inCopy(root) {
  const tool = (name, from = name) => {
    const manifest = createRequire(join(root, "package.json")).resolve(`${from}/package.json`);
    const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
    return join(dirname(manifest), typeof bin === "string" ? bin : bin[name]);
  };
  const run = (command, args, options = {}) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      env: envWithoutSettings(),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      ...options,
    });
    return { isOk: status === 0, output: `${stdout}${stderr}` };
  };
  return {
    root,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    /** `npm run gen …` as a page says it, without npm. */
    shell: (line) =>
      run(line.replace(/^npm run gen /, `"${process.execPath}" scripts/gen.mjs `).replace(" -- ", " "), [], {
        shell: true,
      }),
    runTool: (name, args, from) => run(process.execPath, [tool(name, from), ...args]),
  };
}
