import type { Log } from "@stowage/db/log";
import type { Database } from "@stowage/db/open-database";
import type { ParsedKey } from "./key-format.ts";
import { keyMac, verifyKeyHash } from "./key-hash.ts";
import { isSecretOf } from "./key-of-text.ts";
import { type KeyEnds, keyEnds } from "./key-state.ts";
import {
  type FoundKey,
  findKeyByMac,
  type KeyMacs,
  type KeyRecord,
  keyEpoch,
  replaceMac,
} from "./key-store.ts";
import type { Peppers } from "./pepper.ts";
import type { CacheEntry, VerifiedKeyCache } from "./verified-key-cache.ts";

/** A key that changes at each of this many reads in a row cannot be judged; one change costs one more read. */
const READS_MAX = 10;

/** A key whose secret was verified, as the cache holds it. */
export interface VerifiedKey extends CacheEntry {
  readonly key: KeyRecord;
  readonly ends: KeyEnds;
}

export interface KeyFillOptions {
  readonly database: Pick<Database, "db">;
  readonly peppers: Peppers;
  readonly cache: VerifiedKeyCache<VerifiedKey>;
  readonly log?: Pick<Log, "warn">;
  readonly onArgon2Run: () => void;
}

/**
 * The way from a presented key to a cache entry: one indexed read, then one Argon2id run. Null for a key that is not
 * ours. What it gives is never older than what the cache had heard when it was given.
 * @throws Error when the database does not answer, or the key changed during every read
 */
export function createKeyFill({ database: { db }, peppers, cache, log, onArgon2Run }: KeyFillOptions) {
  async function fill(presented: ParsedKey, mac: string): Promise<VerifiedKey | null> {
    const still = await revalidated(mac);
    if (still !== null) return still;
    cache.drop(mac);
    const previous = peppers.previous && keyMac(peppers.previous, presented.key);
    const whole = cache.beginFill(); // what is heard during one read also binds the next
    try {
      return await readUntilSettled(presented, { current: mac, previous });
    } finally {
      whole.end();
    }
  }

  async function readUntilSettled(presented: ParsedKey, macs: KeyMacs): Promise<VerifiedKey | null> {
    let provenPhc: string | null = null;
    for (let read = 0; read < READS_MAX; read++) {
      const pending = cache.beginFill();
      try {
        const found = await findKeyByMac(db, macs);
        if (found === null || !isSecretOf(found, presented, macs)) return null;
        const isFirst = found.phc !== provenPhc;
        if (isFirst && !(await proves(presented.key, found))) return null;
        provenPhc = found.phc;
        if (found.mac !== macs.current) await remac(found, macs.current);
        // Argon2 may have waited long for its turn, and without a channel nobody would have told of a change.
        if (isFirst && cache.isReadThrough) continue;
        const verified = toVerifiedKey(found.key, macs.current);
        if (pending.store(verified)) return verified;
      } finally {
        pending.end();
      }
    }
    throw new Error("The key changed during every attempt to read it.");
  }

  /** The entry there is, if the database still has its epoch: one small read in place of a join and Argon2. */
  async function revalidated(mac: string): Promise<VerifiedKey | null> {
    const entry = cache.doubtful(mac);
    if (entry === null) return null;
    const pending = cache.beginFill();
    try {
      const epoch = await keyEpoch(db, entry.keyId);
      return epoch === entry.epoch && pending.store(entry) ? entry : null;
    } finally {
      pending.end();
    }
  }

  function proves(key: string, { phc }: FoundKey): Promise<boolean> {
    onArgon2Run();
    return verifyKeyHash(phc, key);
  }

  /** A failure costs no more than another attempt at the next fill: the previous pepper still finds the key. */
  async function remac({ key: { secret_id } }: FoundKey, mac: string): Promise<void> {
    try {
      await replaceMac(db, secret_id, mac);
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error; // the message would quote the statement
      log?.warn(
        `${secret_id} could not be filed under the current pepper (${kind}); it still works by the previous`,
      );
    }
  }

  return fill;
}

/** Frozen, since many requests share it and none may change another's rights. */
function toVerifiedKey(key: KeyRecord, mac: string): VerifiedKey {
  const { scopes, subject, location_ids, allowed_cidrs, rate_limit, custom_rate_limit, muted_alerts } = key;
  for (const part of [
    scopes,
    subject,
    location_ids,
    allowed_cidrs,
    rate_limit,
    custom_rate_limit,
    muted_alerts,
  ])
    Object.freeze(part);
  return { mac, keyId: key.id, epoch: key.epoch, key: Object.freeze(key), ends: keyEnds(key) };
}
