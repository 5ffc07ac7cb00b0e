import react from "@vitejs/plugin-react";
import { defineProject } from "vitest/config";

/** What needs a window. */
export default defineProject({
  plugins: [react()],
  test: {
    name: "web",
    environment: "happy-dom",
    include: ["src/**/*.test.tsx", "src/**/*.dom.test.ts"],
    // A worker loads the app and its window once, not once a file.
    isolate: false,
    setupFiles: ["src/testing/begin-anew.ts"],
    unstubGlobals: true,
  },
});
