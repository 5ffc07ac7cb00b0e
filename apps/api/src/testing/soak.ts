import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** How long a test that draws at random goes on; 0 is the short form, as in `npm test`. */
    soakMinutes: number;
  }
}

/**
 * How a test that draws at random is run: a few draws in `npm test`, and for as long as it was asked to by `npm run
 * soak`. `patienceMs` is the test's timeout.
 */
export function soak(shortRuns: number) {
  const limitMs = inject("soakMinutes") * 60_000;
  if (limitMs === 0)
    return { runs: shortRuns, parameters: { numRuns: shortRuns }, patienceMs: 60_000, limitMs };
  const parameters = {
    numRuns: 1_000_000,
    interruptAfterTimeLimit: limitMs,
    markInterruptAsFailure: false,
  };
  return { runs: 1_000_000, parameters, patienceMs: limitMs + 120_000, limitMs };
}
