import { EXPIRY_NOTICE_DAYS } from "@stowage/contract/limits";
import { type SQL, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { renewKey } from "../notices/renew-key.ts";
import { expiringNotice, tellExpired, tellExpiring } from "../notices/tell-expiry.ts";
import type { Background } from "./background.ts";
import { Passes } from "./passes.ts";

const PASS_EVERY_MS = 60_000;
/** Keys looked up at a time; the rest follow in the same pass. */
const BATCH = 200;
/** A key whose end lies further back is not told of: servers were down for a month, or it ended before we told such things. */
const EXPIRED_TOLD_DAYS = 30;

type ExpiryDeps = Pick<Deps, "database" | "jobs" | "now" | "keys" | "config" | "sealer" | "publicUrl">;

/**
 * Renews keys, and says that they end soon or have ended (K34, K35): a pass each minute. A pass does what is due
 * by the clock and not done by the database, so it does not matter how many servers run passes, when one dies, or
 * for how long none ran. Each key has a transaction of its own, and one that fails does not hold up the others.
 */
export class KeyExpiry extends Passes {
  readonly #deps: ExpiryDeps;

  constructor(deps: ExpiryDeps, background: Background) {
    super({ name: "expiry of keys", everyMs: PASS_EVERY_MS, background });
    this.#deps = deps;
  }

  protected async run(): Promise<void> {
    const deps = this.#deps;
    const now = sql`${instantNow(deps)}::timestamptz`;
    // Renewals come first, so that no key is said to end that is just being renewed.
    await this.#each("renewal of a key", dueForRenewal(now), (id) => renewKey(deps, id));
    await this.#each("notice of a key", dueForNotice(now), (id) => tellExpiring(deps, id));
    await this.#each("end of a key", newlyExpired(now), (id) => tellExpired(deps, id));
  }

  async #each(name: string, condition: SQL, work: (id: string) => Promise<void>): Promise<void> {
    let last: { expires_at: string; id: string } | undefined;
    do {
      const rows: { expires_at: string; id: string }[] = await this.#deps.database.db.execute(sql`
        select expires_at::text as expires_at, id from api_keys
        where revoked_at is null and expires_at is not null and ${condition}
          and (expires_at, id) > (${last?.expires_at ?? "-infinity"}::timestamptz, ${last?.id ?? ""})
        order by expires_at, id limit ${BATCH}`);
      for (const { id } of rows) {
        if (this.isClosing) return;
        await this.background.run(name, () => work(id));
      }
      last = rows.length === BATCH ? rows.at(-1) : undefined;
    } while (last);
  }
}

/** The rule of `renewalLeadMs`; which keys are renewed at all, `renewKey` decides. */
function dueForRenewal(now: SQL): SQL {
  return sql`auto_renew and expires_at > ${now} and expires_at <= ${now}
    + make_interval(secs => greatest(180, least(86400, coalesce(lifetime_seconds, 864000) / 10.0)))`;
}

/** Those whose most urgent notice that is due is not noted. */
function dueForNotice(now: SQL): SQL {
  const dayMax = Math.max(...EXPIRY_NOTICE_DAYS);
  const within = (days: number) => sql`expires_at <= ${now} + ${days * 24} * interval '1 hour'`;
  const urgent = [...EXPIRY_NOTICE_DAYS]
    .sort((one, other) => one - other)
    .map((days) => sql`when ${within(days)} then ${expiringNotice(days)}`);
  return sql`expires_at > ${now} and ${within(dayMax)}
    and not ${isNoted(sql`case ${sql.join(urgent, sql` `)} end`)}`;
}

function newlyExpired(now: SQL): SQL {
  return sql`expires_at <= ${now} and expires_at > ${now} - ${EXPIRED_TOLD_DAYS * 24} * interval '1 hour'
    and not ${isNoted(sql`'expired'`)}`;
}

/** Of the key's present end. */
function isNoted(notice: SQL): SQL {
  return sql`exists (
    select 1 from api_key_notices where api_key_id = api_keys.id and notice = ${notice}
      and occasion = to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
}
