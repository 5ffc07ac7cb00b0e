import { Readable } from "node:stream";
import { ProblemError } from "../problems.ts";

/** A reader that takes nothing for so long is gone. */
const IDLE_READER_MS = 60_000;
const RETRY_SECONDS = 10;

interface Shares {
  perCaller: number;
  perOrganization: number;
  inAll: number;
}

/** The key or person that reads, and where it belongs: one organization cannot take the streams of the others. */
interface Holder {
  id: string;
  organization_id: string;
}

type Chunks = (signal: AbortSignal) => AsyncGenerator<string>;

/** The answers of one server that have no end of their own, and how many there may be. */
export class OpenStreams {
  readonly #max: Shares;
  readonly #open = new Map<Readable, { holder: Holder; stop: () => void }>();

  constructor(max: Shares) {
    this.#max = max;
  }

  get size(): number {
    return this.#open.size;
  }

  #refuseTooMany({ id, organization_id }: Holder): void {
    const holders = [...this.#open.values()].map(({ holder }) => holder);
    const theirs = holders.filter((one) => one.id === id).length;
    if (theirs >= this.#max.perCaller)
      throw tooMany(`You have ${theirs} streams open on this server, which is as many as may be.`);
    const ofAll = holders.filter((one) => one.organization_id === organization_id).length;
    if (ofAll >= this.#max.perOrganization)
      throw tooMany(
        `Your organization has ${ofAll} streams open on this server, which is as many as may be.`,
      );
    if (this.#open.size >= this.#max.inAll)
      throw tooMany(`This server has ${this.#open.size} streams open, which is as many as may be.`);
  }

  /**
   * A stream of `chunks`, each made only when the one before was taken, so that a slow reader fills no memory. `signal`
   * says that the reader is gone or the server stops.
   * @throws rate_limited  the holder, its organization or this server has as many as may be
   */
  open(holder: Holder, chunks: Chunks): Readable {
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
