import { ProblemError } from "../problems.ts";

/** Bounds how much of a long work one server does at once, so that it leaves connections for everybody else. */
export class Slots {
  readonly #name: string;
  readonly #max: number;
  readonly #retrySeconds: number;
  #taken = 0;

  constructor(name: string, { max, retrySeconds }: { max: number; retrySeconds: number }) {
    this.#name = name;
    this.#max = max;
    this.#retrySeconds = retrySeconds;
  }

  /** @returns the way to give it back; @throws rate_limited  all are taken */
  take(): () => void {
    if (this.#taken >= this.#max)
      throw new ProblemError(
        "rate_limited",
        `This server is busy with ${this.#max} ${this.#name} already. Try again in ${this.#retrySeconds} seconds.`,
        { retry_after: this.#retrySeconds, headers: { "retry-after": String(this.#retrySeconds) } },
      );
    this.#taken++;
    let isHeld = true;
    return () => {
      if (isHeld) this.#taken--;
      isHeld = false;
    };
  }
}
