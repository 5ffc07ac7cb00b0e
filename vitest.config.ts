import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/*/vitest.config.ts",
      "apps/*/vitest.config.ts",
      "apps/web/vitest.logic.config.ts",
      "bench/vitest.config.ts",
    ],
    // Belongs to the run, not to a project: every project copies its databases from this one cluster.
    globalSetup: "./packages/db/src/testing/global-setup.ts",
    // A loaded two-core machine starts a worker slowly; the default five seconds would blame the test for it.
    teardownTimeout: 20_000,
    // Half of the time goes by waiting for PostgreSQL, so a core is not kept back for the main process.
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
