import type { Background } from "./background.ts";

/**
 * Passes over what is due, one every so often and one at a time: the skeleton of each worker that does what time brings
 * about (ADR 0014).
 */
export abstract class Passes {
  protected readonly background: Background;
  readonly #name: string;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #isClosing = false;

  /** @param name  what failures are logged under */
  constructor({ name, everyMs, background }: { name: string; everyMs: number; background: Background }) {
    this.background = background;
    this.#name = name;
    this.#timer = setInterval(() => this.start(), everyMs);
    this.#timer.unref();
  }

  /** Begins a pass now rather than with the next turn. */
  start(): void {
    void this.background.run(this.#name, () => this.pass());
  }

  /** Does all that is due; concurrent callers share one run. */
  async pass(): Promise<void> {
    this.#running ??= this.run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Finishes what is in hand; the rest is for the next pass of any server. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#isClosing = true;
    await this.background.run(this.#name, async () => this.#running);
  }

  /** Whether to stop after what is in hand. */
  protected get isClosing(): boolean {
    return this.#isClosing;
  }

  protected abstract run(): Promise<void>;
}
