import react from "@vitejs/plugin-react";
import { defineProject } from "vitest/config";

export default defineProject({
  plugins: [react()],
  test: {
    name: "web",
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    // A worker loads React and our modules once, not once a file; what a test puts in the place of a global goes with it.
    isolate: false,
    unstubGlobals: true,
  },
});
