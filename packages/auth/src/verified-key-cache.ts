import { LRUCache } from "lru-cache";

/** What the cache must know of an entry; the rest is its owner's. */
export interface CacheEntry {
  readonly mac: string;
  readonly keyId: string;
  readonly epoch: number;
}

/** One read of the database on its way into the cache. Begin it before the read; end it whatever happened. */
export interface Fill<Entry> {
  /** Keeps what was read. False when a newer epoch or a change of the channel was heard meanwhile: read again. */
  readonly store: (entry: Entry) => boolean;
  readonly end: () => void;
}

export interface VerifiedKeyCacheOptions {
  /** Entries kept; the least recently used goes first. Default 50,000, about 50 MB. */
  readonly entriesMax?: number;
  /** Heard epochs remembered while fills are under way; beyond it those fills read again. Default 10,000. */
  readonly heardMax?: number;
}

interface Slot<Entry> {
  readonly entry: Entry;
  readonly trust: number;
}

interface Heard {
  readonly epoch: number;
  /** Fills with a lower ticket began before this was heard. */
  readonly before: number;
}

/**
 * Verified keys by MAC, none older than what this node has heard.
 *
 * Why a revoked key cannot come back: an epoch is heard only after the write that raised it was committed. A fill
 * that begins later reads that write, so only fills already under way can carry an older state. Each heard epoch is
 * therefore remembered until every fill that was under way at that moment has ended, and `store` asks it. When too
 * many are remembered, all of them are forgotten and every fill under way is refused instead.
 *
 * While the notify channel is silent nothing is trusted unasked (`trusted` gives null). When it is back, what was
 * stored or read before is asked about once more, since its notices may have been lost.
 */
export class VerifiedKeyCache<Entry extends CacheEntry> {
  readonly #slots: LRUCache<string, Slot<Entry>>;
  readonly #macsByKey = new Map<string, Set<string>>();
  readonly #heard = new Map<string, Heard>(); // in the order of hearing, so `before` never falls
  readonly #heardMax: number;
  readonly #underWay = new Set<number>(); // tickets, in the order of their beginning
  #nextTicket = 0;
  #refusedBelow = 0;
  #isChannelUp = false;
  /** Rises with each change of the channel; a slot of another trust must be asked about. */
  #trust = 0;

  constructor({ entriesMax = 50_000, heardMax = 10_000 }: VerifiedKeyCacheOptions = {}) {
    this.#heardMax = heardMax;
    this.#slots = new LRUCache({ max: entriesMax, dispose: ({ entry }) => this.#unindex(entry) });
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Keys that the entries belong to; one that is being rotated has two entries. */
  get keyCount(): number {
    return this.#macsByKey.size;
  }

  get heardSize(): number {
    return this.#heard.size;
  }

  get isReadThrough(): boolean {
    return !this.#isChannelUp;
  }

  /** The entry that may be used without asking the database. */
  trusted(mac: string): Entry | null {
    const slot = this.#slots.get(mac);
    return slot !== undefined && this.#isChannelUp && slot.trust === this.#trust ? slot.entry : null;
  }

  /** The entry whose epoch must first be compared with the database's, if there is one. */
  doubtful(mac: string): Entry | null {
    return this.#slots.peek(mac)?.entry ?? null;
  }

  beginFill(): Fill<Entry> {
    const ticket = this.#nextTicket++;
    const trust = this.#trust;
    this.#underWay.add(ticket);
    return { store: (entry) => this.#store(entry, ticket, trust), end: () => this.#end(ticket) };
  }

  /** Drops what is older than an epoch that was committed, now and in the fills under way. */
  hear(keyId: string, epoch: number): void {
    for (const mac of this.#macsByKey.get(keyId) ?? []) {
      const entry = this.doubtful(mac);
      if (entry && entry.epoch < epoch) this.drop(mac);
    }
    if (this.#underWay.size > 0) this.#remember(keyId, epoch);
  }

  drop(mac: string): void {
    this.#slots.delete(mac);
  }

  /** The node listens: notices of every later commit will arrive. */
  channelUp(): void {
    this.#isChannelUp = true;
    this.#trust += 1;
  }

  /** Notices may be lost from here on, or were since the last heartbeat. */
  channelDown(): void {
    this.#isChannelUp = false;
    this.#trust += 1;
  }

  #store(entry: Entry, ticket: number, trust: number): boolean {
    if (trust !== this.#trust || ticket < this.#refusedBelow || !this.#underWay.has(ticket)) return false;
    const heard = this.#heard.get(entry.keyId);
    if (heard && entry.epoch < heard.epoch) return false;
    this.drop(entry.mac);
    this.#slots.set(entry.mac, { entry, trust });
    const macs = this.#macsByKey.get(entry.keyId);
    if (macs) macs.add(entry.mac);
    else this.#macsByKey.set(entry.keyId, new Set([entry.mac]));
    return true;
  }

  #remember(keyId: string, epoch: number): void {
    const highest = Math.max(epoch, this.#heard.get(keyId)?.epoch ?? 0);
    this.#heard.delete(keyId);
    this.#heard.set(keyId, { epoch: highest, before: this.#nextTicket });
    if (this.#heard.size <= this.#heardMax) return;
    this.#refusedBelow = this.#nextTicket;
    this.#heard.clear();
  }

  #end(ticket: number): void {
    this.#underWay.delete(ticket);
    const oldest = this.#underWay.values().next().value ?? this.#nextTicket;
    for (const [keyId, { before }] of this.#heard) {
      if (before > oldest) return;
      this.#heard.delete(keyId);
    }
  }

  #unindex({ keyId, mac }: Entry): void {
    const macs = this.#macsByKey.get(keyId);
    macs?.delete(mac);
    if (macs?.size === 0) this.#macsByKey.delete(keyId);
  }
}
