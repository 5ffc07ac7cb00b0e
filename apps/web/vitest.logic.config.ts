import { defineProject } from "vitest/config";

/** What needs no window: a worker loads it once, not once a file. */
export default defineProject({
  test: {
    name: "web-logic",
    include: ["src/**/*.test.ts"],
    exclude: ["src/**/*.dom.test.ts"],
    isolate: false,
    unstubGlobals: true,
  },
});
