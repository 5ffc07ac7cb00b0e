import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "api",
    include: ["src/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    provide: { valkeyProgram: process.env.VALKEY_SERVER_TEST ?? null },
  },
});
