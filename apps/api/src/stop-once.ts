import type { FastifyBaseLogger } from "fastify";

/** Two signals closer than this are one wish. */
const ECHO_MS = 1_000;
/** Longest that requests and writes under way may take to finish before we leave anyway. */
const DRAIN_MS = 10_000;

/**
 * Steps to take when the process is told to stop (SIGINT, SIGTERM, or the launcher that started us is gone), last added
 * first. A second signal leaves at once, unless it is an echo of the first: whoever stops a whole process group signals
 * both us and the launcher, which passes it on.
 */
export function stopOnce(log: FastifyBaseLogger): { add(step: () => Promise<unknown>): void } {
  const steps: (() => Promise<unknown>)[] = [];
  let stoppingSince: number | null = null;

  async function stop(): Promise<void> {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > ECHO_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    let exitCode = 0;
    for (const step of steps.reverse())
      try {
        await step();
      } catch (err) {
        exitCode = 1;
        log.error({ err }, "stopping");
      }
    process.exit(exitCode);
  }

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
  // Started with a channel by `npm start`: when that end is gone, however it died, so are we.
  if (process.channel) process.on("disconnect", () => void stop());
  return { add: (step) => void steps.push(step) };
}
