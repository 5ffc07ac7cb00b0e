import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { enqueueMail } from "../mail/enqueue-mail.ts";
import { type DigestReader, digestMail, digestOf, isEmpty } from "../notices/digest-mail.ts";
import { localTime } from "../notices/written-time.ts";
import type { Background } from "./background.ts";
import { Passes } from "./passes.ts";

const PASS_EVERY_MS = 60_000;
/** Readers looked up at a time; the rest follow in the same pass. */
const BATCH = 500;
/** The furthest that any clock is ahead of UTC. */
const AHEAD_MS = 14 * 60 * 60_000;
const NAME = "digests";

type DigestDeps = Pick<Deps, "database" | "config" | "sealer" | "now" | "publicUrl">;

interface Subscriber extends DigestReader, Record<string, unknown> {
  email: string;
  timezone: string;
  digest_hour: number;
  digest_on: string | null;
}

/**
 * Mails the daily digests: to each person who wants one, of each organization, in the hour of their own clock that they
 * chose or as soon after it as a server runs, if there is something to tell. `digest_on` names the last day of theirs that
 * was dealt with, written with the mail: so there is one a day, however many servers run and whatever clocks do at night.
 */
export class Digests extends Passes {
  readonly #deps: DigestDeps;

  constructor(deps: DigestDeps, background: Background) {
    super({ name: NAME, everyMs: PASS_EVERY_MS, background });
    this.#deps = deps;
  }

  protected async run(): Promise<void> {
    let after = { user_id: "", organization_id: "" };
    let found = BATCH;
    while (found === BATCH) {
      const readers = await this.#readersAfter(after);
      for (const reader of readers) {
        if (this.isClosing) return;
        const day = dueDay(reader, this.#deps.now());
        // One that fails does not hold up the others.
        if (day !== null) await this.background.run(NAME, () => this.#send(reader, day));
      }
      found = readers.length;
      after = readers.at(-1) ?? after;
    }
  }

  /** Who wants one and may not have had it, whatever day it is where they live. */
  async #readersAfter({ user_id, organization_id }: Pick<Subscriber, "user_id" | "organization_id">) {
    const latest = new Date(this.#deps.now() + AHEAD_MS).toISOString().slice(0, 10);
    return this.#deps.database.db.execute<Subscriber>(sql`
      select p.user_id, p.organization_id, p.digest_hour, to_char(p.digest_on, 'YYYY-MM-DD') as digest_on,
        users.name, users.email, users.timezone, organizations.name as organization_name
      from notification_preferences as p
      join memberships using (user_id, organization_id)
      join users on users.id = p.user_id
      join organizations on organizations.id = p.organization_id
      where p.digest = 'daily' and (p.digest_on is null or p.digest_on < ${latest}::date)
        and memberships.disabled_at is null and users.disabled_at is null and users.deleted_at is null
        and (p.user_id, p.organization_id) > (${user_id}, ${organization_id})
      order by p.user_id, p.organization_id limit ${BATCH}`);
  }

  #send(reader: Subscriber, day: string): Promise<void> {
    const { database, now, publicUrl } = this.#deps;
    return database.db.transaction(async (tx) => {
      if (!(await takeDay(tx, reader, day))) return;
      const digest = await digestOf(tx, reader, instantNow(this.#deps).slice(0, 10));
      if (isEmpty(digest)) return;
      const mail = digestMail(digest, reader, { origin: publicUrl(), nowMs: now() });
      await enqueueMail(tx, this.#deps, { to: reader.email, ...mail });
    });
  }
}

/** The reader's own day once its hour has come, if that day is still to be dealt with; else null. */
function dueDay({ timezone, digest_hour, digest_on }: Subscriber, nowMs: number): string | null {
  const { day, time } = localTime(nowMs, timezone);
  const isHour = Number.parseInt(time, 10) >= digest_hour;
  return isHour && (digest_on === null || digest_on < day) ? day : null;
}

/** @returns false when another server deals with it or has done so, or the person has just changed their mind */
async function takeDay(
  tx: Transaction,
  { user_id, organization_id }: Subscriber,
  day: string,
): Promise<boolean> {
  const taken = await tx.execute(sql`
    update notification_preferences set digest_on = ${day}::date
    where (user_id, organization_id) = (
      select user_id, organization_id from notification_preferences
      where user_id = ${user_id} and organization_id = ${organization_id} and digest = 'daily'
        and (digest_on is null or digest_on < ${day}::date)
      for update skip locked
    )
    returning 1`);
  return taken.length > 0;
}

/** The digests of one server; null when no mail is set up. */
export function createDigests(deps: DigestDeps & Pick<Deps, "background">): Digests | null {
  return deps.config.smtp_url === undefined ? null : new Digests(deps, deps.background);
}
