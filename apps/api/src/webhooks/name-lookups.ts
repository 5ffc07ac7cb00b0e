import type { LookupAddress } from "node:dns";

/** A look-up that takes longer is slow, however it ends. */
const PROMPT_MS = 1_000;
/** How long a rank is remembered: from one daily post to the next, or until an outage may be over. */
const REMEMBERED_MS = { 0: 25 * 3_600_000, 2: 5 * 60_000 };
const REMEMBERED_MAX = 1_000;
const PLACES_MAX = 4;

type Addresses = readonly LookupAddress[];

/** 0: answered promptly when last asked. 1: nothing is known of it. 2: slow when last asked, or given up on while it runs. */
type Rank = 0 | 1 | 2;

interface Caller {
  resolve(addresses: Addresses): void;
  reject(reason: unknown): void;
}

interface LookUp {
  hostname: string;
  callers: Set<Caller>;
  /** Null while it waits for a place. */
  begun_at: number | null;
  /** A caller gave up on it while it ran. */
  isAbandoned: boolean;
}

/**
 * The look-ups of names that one server makes for its webhooks. None can be stopped once it has begun, and each keeps a thread
 * that mail and the database need too. So there are few at once, one a name, and most places are for names that answered
 * promptly of late: whoever names hosts that never answer slows down other such hosts, and nobody else.
 */
export class NameLookups {
  readonly #ask: (hostname: string) => Promise<Addresses>;
  readonly #now: () => number;
  /** How many names of each rank, or of a worse one, may be looked up at once. */
  readonly #places: Record<Rank, number>;
  /** By name, in the order they were asked for. */
  readonly #lookUps = new Map<string, LookUp>();
  readonly #remembered = new Map<string, { rank: 0 | 2; at: number }>();

  /** @param threads  size of libuv's thread pool, which gives at most half of it to look-ups */
  constructor(args: {
    ask: (hostname: string) => Promise<Addresses>;
    now: () => number;
    threads: number;
  }) {
    this.#ask = args.ask;
    this.#now = args.now;
    const all = Math.min(PLACES_MAX, Math.floor((args.threads + 1) / 2));
    this.#places = { 0: all, 1: Math.max(1, Math.floor(all / 2)), 2: 1 };
  }

  /**
   * All addresses of a name, asked for once however many callers there are.
   * @throws the signal's reason  once it is aborted; an error, at once, while a look-up goes on that somebody gave up on
   */
  find(hostname: string, signal: AbortSignal): Promise<Addresses> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const lookUp = this.#lookUps.get(hostname) ?? this.#enqueue(hostname);
      if (lookUp.isAbandoned) return reject(new Error("an earlier look-up of this name still has no answer"));
      const caller = { resolve, reject };
      lookUp.callers.add(caller);
      signal.addEventListener("abort", () => this.#leave(lookUp, caller, signal), { once: true });
      this.#beginNext();
    });
  }

  #enqueue(hostname: string): LookUp {
    const lookUp: LookUp = { hostname, callers: new Set(), begun_at: null, isAbandoned: false };
    this.#lookUps.set(hostname, lookUp);
    return lookUp;
  }

  #leave(lookUp: LookUp, caller: Caller, { reason }: AbortSignal): void {
    if (!lookUp.callers.delete(caller)) return; // it has its answer
    caller.reject(reason);
    if (lookUp.begun_at !== null) lookUp.isAbandoned = true;
    else if (lookUp.callers.size === 0) this.#lookUps.delete(lookUp.hostname);
  }

  #beginNext(): void {
    for (const rank of [0, 1, 2] as const)
      for (const lookUp of this.#lookUps.values())
        if (lookUp.begun_at === null && this.#rankOf(lookUp) === rank && this.#hasPlace(rank))
          void this.#begin(lookUp);
  }

  #hasPlace(rank: Rank): boolean {
    const running = [...this.#lookUps.values()].filter((lookUp) => lookUp.begun_at !== null);
    const ranks = running.map((lookUp) => this.#rankOf(lookUp));
    return ([0, 1, 2] as const)
      .filter((bound) => bound <= rank)
      .every((bound) => ranks.filter((other) => other >= bound).length < this.#places[bound]);
  }

  #rankOf({ hostname, isAbandoned }: LookUp): Rank {
    if (isAbandoned) return 2;
    const last = this.#remembered.get(hostname);
    return last && this.#now() - last.at < REMEMBERED_MS[last.rank] ? last.rank : 1;
  }

  async #begin(lookUp: LookUp): Promise<void> {
    const { hostname, callers } = lookUp;
    const begun_at = this.#now();
    lookUp.begun_at = begun_at;
    let settle: (caller: Caller) => void;
    let hasAnswered = false;
    try {
      const addresses = await this.#ask(hostname);
      hasAnswered = true;
      settle = ({ resolve }) => resolve(addresses);
    } catch (error) {
      settle = ({ reject }) => reject(error);
    }
    const isPrompt = this.#now() - begun_at <= PROMPT_MS;
    this.#remember(hostname, isPrompt ? (hasAnswered ? 0 : 1) : 2);
    this.#lookUps.delete(hostname);
    const waiting = [...callers];
    callers.clear();
    waiting.forEach(settle);
    this.#beginNext();
  }

  #remember(hostname: string, rank: Rank): void {
    this.#remembered.delete(hostname);
    if (rank !== 1) this.#remembered.set(hostname, { rank, at: this.#now() });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_MAX && oldest !== undefined) this.#remembered.delete(oldest);
  }
}
