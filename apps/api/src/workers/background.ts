import type { FastifyBaseLogger } from "fastify";

/** Runs work that nobody waits for: a failure is logged and counted, never lost and never thrown. */
export class Background {
  readonly #log: FastifyBaseLogger;
  failures = 0;

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  async run(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.failures++;
      this.#log.error({ err, work: name }, "background work failed");
    }
  }
}
