import type { Sessions } from "@stowage/auth/sessions";
import type { Background } from "./background.ts";

const SWEEP_EVERY_MS = 60 * 60 * 1_000;

/** Removes what is over and only takes up room. @returns the way to stop it */
export function startSweep(sessions: Sessions, background: Background): () => void {
  const timer = setInterval(() => {
    void background.run("sweep of sessions", () => sessions.removeExpired());
  }, SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
