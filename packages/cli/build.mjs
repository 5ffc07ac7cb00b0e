// Makes what is published, in dist: the program as one file that needs nothing installed, with its manifest.
// `npm publish packages/cli/dist` publishes it.
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  absWorkingDir: here("."),
  entryPoints: ["src/main.ts"],
  outfile: "dist/stowage.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  // Bundled CommonJS still calls `require` for Node's own modules.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
  },
});
chmodSync(here("dist/stowage.js"), 0o755);

const manifest = JSON.parse(readFileSync(here("package.json"), "utf8"));
const { name, version, description, keywords, license, engines, type, publishConfig } = manifest;
const published = {
  name,
  version,
  description,
  keywords,
  license,
  type,
  engines,
  bin: { stowage: "./stowage.js" },
  files: ["stowage.js"],
  publishConfig,
};
writeFileSync(here("dist/package.json"), `${JSON.stringify(published, null, 2)}\n`);
copyFileSync(here("README.md"), here("dist/README.md"));
copyFileSync(here("../../LICENSE"), here("dist/LICENSE"));
