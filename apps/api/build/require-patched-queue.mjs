import { readFile } from "node:fs/promises";

// Stock postgres.js searches its connection queue from index 0, past everything it has ever shifted out, so each
// query costs more than the one before. `patches/` cures it; an install that left the patch out must not be shipped.
const SEARCHES_FROM_START = /\.indexOf\(\s*\w+\s*\)/;

/** An esbuild plugin that fails the build unless the bundled postgres.js carries our patch of its queue. */
export const requirePatchedQueue = {
  name: "require-patched-queue",
  setup(build) {
    let seen = 0;
    build.onStart(() => {
      seen = 0;
    });
    build.onLoad({ filter: /[\\/]postgres[\\/](cjs[\\/])?src[\\/]queue\.js$/ }, async ({ path }) => {
      seen += 1;
      return SEARCHES_FROM_START.test(await readFile(path, "utf8"))
        ? {
            errors: [
              { text: `${path} is not patched: is postgres in patchedDependencies of pnpm-workspace.yaml?` },
            ],
          }
        : undefined;
    });
    build.onEnd(() => (seen > 0 ? undefined : { errors: [{ text: "postgres: its queue was not bundled" }] }));
  },
};
