import type { Log } from "@stowage/db/log";
import type { Database } from "@stowage/db/open-database";
import { createKeyFill, type VerifiedKey } from "./key-fill.ts";
import type { KeyFormat, ParsedKey } from "./key-format.ts";
import { keyMac } from "./key-hash.ts";
import { type KeyState, keyState } from "./key-state.ts";
import type { KeyRecord } from "./key-store.ts";
import type { Peppers } from "./pepper.ts";
import { RememberedMacs } from "./remembered-macs.ts";
import { VerifiedKeyCache } from "./verified-key-cache.ts";

/** What a presented text comes to. `key` is told only once the secret itself matched. */
export type KeyOutcome =
  | { readonly kind: "malformed" }
  | { readonly kind: "unknown" }
  | { readonly kind: KeyState; readonly key: KeyRecord };

export interface KeyVerifierOptions {
  readonly database: Pick<Database, "db">;
  readonly peppers: Peppers;
  readonly format: KeyFormat;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Default: one of 50,000 entries. */
  readonly cache?: VerifiedKeyCache<VerifiedKey>;
  readonly log?: Pick<Log, "warn">;
}

export interface KeyVerifierStats {
  readonly entries: number;
  readonly fills_under_way: number;
  /** The notify channel is silent, so each use asks the database. */
  readonly is_read_through: boolean;
  readonly hits: number;
  readonly misses: number;
  readonly argon2_runs: number;
}

/** Tells whose key a text is, and whether it still holds. */
export interface KeyVerifier {
  /**
   * Answers a key it has verified before without awaiting anything: one hash and two look-ups. Others are read
   * and proven by Argon2id once, however many ask at the same time. The key's state is judged at every use.
   * Rejects when the database does not answer: that is no verdict on the key.
   */
  readonly verify: (text: string) => KeyOutcome | Promise<KeyOutcome>;
  /** A committed write raised this key's epoch: from here on no older state of it is accepted. */
  readonly hear: (keyId: string, epoch: number) => void;
  /** The node listens on the notify channel. Until the first call each use asks the database. */
  readonly channelUp: () => void;
  /** The notify channel is silent: each use asks the database. */
  readonly channelDown: () => void;
  readonly stats: () => KeyVerifierStats;
}

/** Longer than any key. */
const TEXT_LENGTH_MAX = 128;

const MALFORMED: KeyOutcome = Object.freeze({ kind: "malformed" });
const UNKNOWN: KeyOutcome = Object.freeze({ kind: "unknown" });

/** The verifier of one server; its cache lives and dies with it. */
export function createKeyVerifier(options: KeyVerifierOptions): KeyVerifier {
  const { peppers, format, now, cache = new VerifiedKeyCache<VerifiedKey>() } = options;
  const counts = { hits: 0, misses: 0, argon2_runs: 0 };
  const remembered = new RememberedMacs();
  const flights = new Map<string, Promise<VerifiedKey | null>>();
  const fill = createKeyFill({
    ...options,
    cache,
    onArgon2Run() {
      counts.argon2_runs += 1;
    },
  });

  function verify(text: string): KeyOutcome | Promise<KeyOutcome> {
    if (text.length > TEXT_LENGTH_MAX) return MALFORMED;
    const name = remembered.nameOf(text);
    const known = cache.trusted(remembered.macOf(name) ?? "");
    if (known !== null) {
      counts.hits += 1;
      return judge(known);
    }
    const presented = format.parse(text);
    if (presented === null) return MALFORMED;
    const mac = keyMac(peppers.current, presented.key);
    const cached = cache.trusted(mac);
    if (cached === null) return verifyUncached(presented, mac);
    remembered.remember(name, mac);
    counts.hits += 1;
    return judge(cached);
  }

  async function verifyUncached(presented: ParsedKey, mac: string): Promise<KeyOutcome> {
    counts.misses += 1;
    const verified = await sharedFill(presented, mac);
    // Only promise jobs lie between the fill's last look at the heard epochs and here: no I/O, hence no commit's news.
    return verified === null ? UNKNOWN : judge(verified);
  }

  /** One fill per MAC at a time, shared by all who come meanwhile: it gives nothing older than the last `hear`. */
  function sharedFill(presented: ParsedKey, mac: string): Promise<VerifiedKey | null> {
    const underWay = flights.get(mac);
    if (underWay) return underWay;
    const flight = fill(presented, mac).finally(() => flights.delete(mac));
    flights.set(mac, flight);
    return flight;
  }

  function judge({ key, ends }: VerifiedKey): KeyOutcome {
    return { kind: keyState(key, ends, now()), key };
  }

  return {
    verify,
    hear: (keyId, epoch) => cache.hear(keyId, epoch),
    channelUp: () => cache.channelUp(),
    channelDown: () => cache.channelDown(),
    stats: () => ({
      entries: cache.size,
      fills_under_way: flights.size,
      is_read_through: cache.isReadThrough,
      ...counts,
    }),
  };
}
