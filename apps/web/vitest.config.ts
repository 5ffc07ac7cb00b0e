import react from "@vitejs/plugin-react";
import { defineProject } from "vitest/config";

/** What needs a window. */
export default defineProject({
  plugins: [react()],
  test: {
    name: "web",
    environment: "happy-dom",
    include: ["src/**/*.test.tsx", "src/**/*.dom.test.ts"],
    // Each file has a window of its own: what one leaves in it, or in a module, is nobody else's.
    unstubGlobals: true,
  },
});
