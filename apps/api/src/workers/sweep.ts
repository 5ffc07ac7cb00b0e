import type { Background } from "./background.ts";

/** Soon, as a server that is restarted often must sweep too, but not among everything else of a start. */
const FIRST_SWEEP_MS = 60 * 1_000;
const SWEEP_EVERY_MS = 60 * 60 * 1_000;

/**
 * Removes what is over and only takes up room: each of `works`, by name, one after the other. A failure of one is logged
 * and does not keep the next from its turn. @returns the way to stop it
 */
export function startSweep(
  works: Record<string, () => Promise<unknown>>,
  background: Background,
): () => void {
  const sweep = async () => {
    for (const [name, work] of Object.entries(works)) await background.run(`sweep of ${name}`, work);
  };
  const first = setTimeout(() => void sweep(), FIRST_SWEEP_MS);
  const next = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  first.unref();
  next.unref();
  return () => {
    clearTimeout(first);
    clearInterval(next);
  };
}
