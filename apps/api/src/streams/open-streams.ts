import { Readable } from "node:stream";
import { ProblemError } from "../problems.ts";

/** A reader that takes nothing for so long is gone. */
const IDLE_READER_MS = 60_000;
const RETRY_SECONDS = 10;

type Chunks = (signal: AbortSignal) => AsyncGenerator<string>;

/** The answers of one server that have no end of their own, and how many there may be. */
export class OpenStreams {
  readonly #max: { perCaller: number; inAll: number };
  readonly #open = new Map<Readable, { holder: string; stop: () => void }>();

  constructor(max: { perCaller: number; inAll: number }) {
    this.#max = max;
  }

  get size(): number {
    return this.#open.size;
  }

  #refuseTooMany(holder: string): void {
    const theirs = [...this.#open.values()].filter((one) => one.holder === holder).length;
    if (theirs >= this.#max.perCaller)
      throw tooMany(`You have ${theirs} streams open on this server, which is as many as may be.`);
    if (this.#open.size >= this.#max.inAll)
      throw tooMany(`This server has ${this.#open.size} streams open, which is as many as may be.`);
  }

  /**
   * A stream of `chunks`, each made only when the one before was taken, so that a slow reader fills no memory. `signal`
   * says that the reader is gone or the server stops.
   * @throws rate_limited  the holder, or this server, has as many as may be
   */
  open(holder: string, chunks: Chunks): Readable {
    this.#refuseTooMany(holder);
    const ending = new AbortController();
    const source = chunks(ending.signal);
    let isAtWork = false;
    let patience: NodeJS.Timeout | undefined;
    const stream = new Readable({
      read() {
        clearTimeout(patience);
        isAtWork = true;
        source
          .next()
          .then(({ done, value }) => {
            isAtWork = false;
            patience = setTimeout(() => stream.destroy(), IDLE_READER_MS);
            stream.push(done ? null : value);
          })
          .catch((error) => stream.destroy(error));
      },
      destroy: (error, done) => {
        clearTimeout(patience);
        ending.abort();
        this.#open.delete(stream);
        source.return(undefined).then(
          () => done(error),
          (failed) => done(failed),
        );
      },
    });
    const stop = () => {
      ending.abort();
      if (!isAtWork) stream.destroy(); // its reader takes nothing
    };
    this.#open.set(stream, { holder, stop });
    return stream;
  }

  /** Lets all go: who reads comes to the end, who does not is cut off. */
  close(): void {
    for (const { stop } of [...this.#open.values()]) stop();
  }
}

function tooMany(detail: string): ProblemError {
  return new ProblemError("rate_limited", `${detail} Close one, or try again in ${RETRY_SECONDS} seconds.`, {
    retry_after: RETRY_SECONDS,
    headers: { "retry-after": String(RETRY_SECONDS) },
  });
}
