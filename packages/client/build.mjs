// Makes what is published, in dist/npm: each module as JavaScript, its types, and the manifest of both.
// `npm publish packages/client/dist/npm` publishes it.
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const typescript = createRequire(import.meta.url).resolve("typescript/package.json");

const out = join(folder, "dist/npm");

rmSync(out, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [join(dirname(typescript), "bin/tsc"), "-p", "tsconfig.build.json"],
  { cwd: folder, stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);

// The compiler rewrites the endings of imports in JavaScript alone; old compilers do not find `./page.ts` from types.
for (const name of readdirSync(out).filter((file) => file.endsWith(".d.ts"))) {
  const types = readFileSync(join(out, name), "utf8");
  writeFileSync(join(out, name), types.replace(/(\bfrom |\bimport\()"(\.[^"]+)\.ts"/g, '$1"$2.js"'));
}

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const { name, version, description, license, keywords, type, sideEffects, engines, publishConfig } = manifest;
const entry = (module) => ({ types: `./${module}.d.ts`, default: `./${module}.js` });
const published = {
  name,
  version,
  description,
  license,
  keywords,
  type,
  sideEffects,
  engines,
  exports: { ".": entry("stowage"), "./webhooks": entry("webhooks") },
  publishConfig,
};
writeFileSync(join(out, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
copyFileSync(join(folder, "README.md"), join(out, "README.md"));
copyFileSync(join(folder, "../../LICENSE"), join(out, "LICENSE"));
