import { defineProject } from "vitest/config";

/** That the benchmarks count and divide rightly; never how fast anything is. */
export default defineProject({
  test: { name: "bench", include: ["**/*.test.mjs"], isolate: false },
});
