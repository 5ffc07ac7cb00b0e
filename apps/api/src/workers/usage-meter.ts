import { newId } from "@stowage/db/new-id";
import type { Database } from "@stowage/db/open-database";
import { sql } from "drizzle-orm";
import type { Background } from "./background.ts";

/** One finished call of a known key, as the log keeps it. */
export interface KeyUse {
  workspace_id: string;
  api_key_id: string;
  acts_as: string;
  request_id: string;
  method: string;
  endpoint: string;
  status: number;
  ip: string;
  user_agent: string | null;
  /** Unix milliseconds. */
  at: number;
}

/** Written at most this long after the call (K36). */
const FLUSH_EVERY_MS = 1_000;
/** Rows an insert takes; also what one round trip may hold up. */
const BATCH_MAX = 5_000;
/** Uses kept while the database is away; beyond it the next are not kept, and the log says how many. */
const BACKLOG_MAX = 100_000;

/**
 * Counts and logs what keys do, off the request's path: uses are collected in memory and written in batches, all of one
 * batch in one transaction, so a failed write is repeated whole. Uses of a key that is gone are left out.
 */
export class UsageMeter {
  readonly #database: Database;
  readonly #background: Background;
  #pending: KeyUse[] = [];
  #lost = 0;
  #flushing: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(database: Database, background: Background) {
    this.#database = database;
    this.#background = background;
    this.#timer = setInterval(() => void this.#background.run("usage", () => this.flush()), FLUSH_EVERY_MS);
    this.#timer.unref();
  }

  record(use: KeyUse): void {
    if (this.#pending.length < BACKLOG_MAX) this.#pending.push(use);
    else this.#lost++;
  }

  /** Writes everything recorded so far; concurrent callers share one run. */
  async flush(): Promise<void> {
    this.#flushing ??= this.#writeAll().finally(() => {
      this.#flushing = null;
    });
    await this.#flushing;
  }

  /** Stops the clock and writes what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#background.run("usage", async () => {
      await this.flush();
      await this.flush(); // what came in while the first was under way
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending.slice(0, BATCH_MAX);
      await this.#write(batch);
      this.#pending = this.#pending.slice(batch.length);
    }
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) throw new Error(`${lost} uses of keys were not counted while the database was away`);
  }

  async #write(batch: KeyUse[]): Promise<void> {
    const rows = JSON.stringify(
      batch.map(({ at, ...use }) => ({ ...use, id: newId("request"), created_at: new Date(at) })),
    );
    await this.#database.db.transaction(async (tx) => {
      await tx.execute(sql`
        insert into requests (id, workspace_id, api_key_id, acts_as, request_id, method, endpoint, status, ip, user_agent, created_at)
        select id, workspace_id, api_key_id, acts_as, request_id, method, endpoint, status, ip, user_agent, created_at
        from jsonb_to_recordset(${rows}::jsonb) as use(id text, workspace_id text, api_key_id text, acts_as text,
          request_id text, method text, endpoint text, status int, ip text, user_agent text, created_at timestamptz)
        where exists (select 1 from api_keys where api_keys.id = use.api_key_id)`);
      await tx.execute(sql`
        insert into api_key_usage (api_key_id, day, requests, refused, failed)
        select api_key_id, (created_at at time zone 'UTC')::date, count(*),
          count(*) filter (where status between 400 and 499), count(*) filter (where status >= 500)
        from jsonb_to_recordset(${rows}::jsonb) as use(api_key_id text, status int, created_at timestamptz)
        where exists (select 1 from api_keys where api_keys.id = use.api_key_id)
        group by 1, 2 order by 1, 2
        on conflict (api_key_id, day) do update set requests = api_key_usage.requests + excluded.requests,
          refused = api_key_usage.refused + excluded.refused, failed = api_key_usage.failed + excluded.failed`);
      await tx.execute(sql`
        update api_keys set last_used_at = used.created_at, last_used_ip = used.ip
        from (
          select distinct on (api_key_id) api_key_id, created_at, ip
          from jsonb_to_recordset(${rows}::jsonb) as use(api_key_id text, ip text, created_at timestamptz)
          order by api_key_id, created_at desc
        ) as used
        where api_keys.id = used.api_key_id
          and (api_keys.last_used_at is null or api_keys.last_used_at < used.created_at)`);
    });
  }
}
