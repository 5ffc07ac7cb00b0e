import { defineConfig, devices } from "@playwright/test";
import { lightBrowser } from "./scripts/bootstrap/browser.mjs";

const port = process.env.E2E_PORT ?? "4873";
const executablePath = lightBrowser();
const desktop = devices["Desktop Chrome"];

/** Whole journeys in a real browser, against the built server on a fresh database. */
export default defineConfig({
  testDir: "e2e",
  forbidOnly: Boolean(process.env.CI),
  // One server and one database, but each story has an organization of its own: it may count what it made.
  workers: 2,
  timeout: 60_000,
  // Patience alone: two browsers and a server share the machine.
  expect: { timeout: 15_000 },
  globalTimeout: 15 * 60_000,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // What failed, and each step before it; pictures of every step would slow all of them down.
    screenshot: "only-on-failure",
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: true },
    // What moves is waited for at each click.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      // Undefined means Playwright's own browser.
      executablePath,
      args: [
        // Chromium's sandbox refuses to run as root, which is who runs tests in a container.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // The instance is new only once, so its first story goes first.
    { name: "first run", testMatch: "**/first-run.spec.ts", use: desktop },
    {
      name: "desktop",
      testIgnore: ["**/*.phone.spec.ts", "**/first-run.spec.ts"],
      use: desktop,
      dependencies: ["first run"],
    },
    {
      name: "phone",
      dependencies: ["first run"],
      testMatch: "**/*.phone.spec.ts",
      use: { ...desktop, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    env: { PORT: port },
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
  },
});
