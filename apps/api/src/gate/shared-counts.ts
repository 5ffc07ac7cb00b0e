import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { type Counts, NO_LIMIT, WINDOW_SECONDS } from "./own-counts.ts";

/**
 * An answer takes a millisecond or two in one data centre. This is how long the first calls wait when there is none any
 * more; after them nobody waits.
 */
const ANSWER_MS_MAX = 500;
/** How often a store that was lost is tried again, which is also how long it may take to be noticed. */
const RETRY_EVERY_MS = 500;
/** How long a start waits for the store, so that the first calls are counted there already. */
const START_MS_MAX = 1_000;

/**
 * Calls counted together by several servers, in a Valkey or Redis. Each window is one script there, and so one atomic
 * step. While the store does not answer, every method gives null at once and a call is tried in the background; it
 * counts as back when it has taken a write.
 */
export class SharedCounts {
  readonly #client: Redis;
  readonly #minute: RateLimiterRedis;
  readonly #hour: RateLimiterRedis;
  readonly #log: FastifyBaseLogger;
  readonly #retry: NodeJS.Timeout;
  readonly #firstWord: Promise<void>;
  #said: () => void = () => {};
  #isUp = false;
  #isTrying = false;
  #isLossSaid = false;

  constructor(url: string, log: FastifyBaseLogger) {
    this.#log = log;
    this.#firstWord = new Promise((resolve) => {
      this.#said = resolve;
    });
    this.#client = new Redis(url.replace(/^valkey/, "redis"), {
      connectionName: "stowage",
      connectTimeout: START_MS_MAX,
      retryStrategy: () => RETRY_EVERY_MS,
      // Nothing is kept for later: a call that cannot be counted now is counted by this server alone.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      // A peer that vanished without a word is noticed by its silence.
      socketTimeout: 2 * ANSWER_MS_MAX,
    });
    this.#client.on("error", (error: Error) => this.#lose(error));
    this.#client.on("close", () => this.#lose(new Error("the connection ended")));
    this.#client.on("ready", () => void this.#try());
    this.#minute = this.#counter("minute");
    this.#hour = this.#counter("hour");
    this.#retry = setInterval(() => void this.#try(), RETRY_EVERY_MS);
    this.#retry.unref();
  }

  /** Whether the store answers, as far as this server knows. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Resolves when the store answers, or is known not to. */
  async opened(): Promise<void> {
    await Promise.race([this.#firstWord, sleep(START_MS_MAX, undefined, { ref: false })]);
  }

  close(): void {
    clearInterval(this.#retry);
    this.#client.removeAllListeners("close");
    this.#client.disconnect();
  }

  async spend(holder: string): Promise<Counts | null> {
    return this.#ask(() => [this.#minute.consume(holder), this.#hour.consume(holder)]);
  }

  async look(holder: string): Promise<Counts | null> {
    return this.#ask(() => [this.#minute.get(holder), this.#hour.get(holder)]);
  }

  /** Both windows travel together; if one of them does not come back, neither is taken. */
  async #ask(ask: () => [Promise<Counts["minute"]>, Promise<Counts["hour"]>]): Promise<Counts | null> {
    if (!this.#isUp) return null;
    try {
      const [minute, hour] = await inTime(Promise.all(ask()));
      return { minute, hour };
    } catch (error) {
      this.#lose(error);
      return null;
    }
  }

  #counter(name: keyof typeof WINDOW_SECONDS): RateLimiterRedis {
    return new RateLimiterRedis({
      storeClient: this.#client,
      keyPrefix: `stowage:${name}`,
      points: NO_LIMIT,
      duration: WINDOW_SECONDS[name],
      rejectIfRedisNotReady: true,
    });
  }

  /** A store that only answers reads is of no use, so it has to take a write. */
  async #try(): Promise<void> {
    if (this.#isUp || this.#isTrying || this.#client.status !== "ready") return;
    this.#isTrying = true;
    try {
      await inTime(this.#client.set("stowage:hello", "1", "PX", RETRY_EVERY_MS));
      this.#isUp = true;
      this.#isLossSaid = false;
      this.#said();
      this.#log.info("rate limits are shared through VALKEY_URL");
    } catch (error) {
      this.#lose(error);
    } finally {
      this.#isTrying = false;
    }
  }

  #lose(error: unknown): void {
    this.#isUp = false;
    this.#said();
    if (this.#isLossSaid) return;
    this.#isLossSaid = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#log.warn(
      { reason },
      "VALKEY_URL does not answer: this server counts rate limits alone until it does",
    );
  }
}

/** Rejects what takes too long; an answer that has arrived while this process was busy is read first. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => setImmediate(() => reject(new Error(`no answer within ${ANSWER_MS_MAX} ms`))),
      ANSWER_MS_MAX,
    );
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
