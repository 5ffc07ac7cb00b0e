import type { FastifyBaseLogger } from "fastify";

/** Runs work that nobody waits for: a failure is logged and counted, never lost and never thrown. */
export class Background {
  readonly #log: FastifyBaseLogger;
  readonly #running = new Map<Promise<void>, string>();
  failures = 0;

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  run(name: string, work: () => Promise<unknown>): Promise<void> {
    const running = this.#guarded(name, work).finally(() => this.#running.delete(running));
    this.#running.set(running, name);
    return running;
  }

  /** Resolves when all that runs under a name has ended. */
  async settled(name: string): Promise<void> {
    await Promise.all([...this.#running].filter(([, one]) => one === name).map(([running]) => running));
  }

  async #guarded(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.failures++;
      this.#log.error({ err, work: name }, "background work failed");
    }
  }
}
