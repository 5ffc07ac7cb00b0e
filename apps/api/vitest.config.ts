import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "api",
    include: ["src/**/*.test.ts"],
    globalSetup: "./build/bundle-for-tests.mjs",
    // A worker loads the server once, not once a file: no part of it keeps state in a module.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    provide: {
      valkeyProgram: process.env.VALKEY_SERVER_TEST ?? null,
      soakMinutes: Number(process.env.SOAK_MINUTES ?? 0),
    },
  },
});
