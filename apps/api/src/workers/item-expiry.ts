import { ITEM_EXPIRY_NOTICE_DAYS } from "@stowage/contract/limits";
import type { Transaction } from "@stowage/db/prepared";
import { type SQL, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { tellOfEvents, writeEvents } from "../events.ts";
import { serverWithin, type WorkspaceId } from "../gate/caller.ts";
import { lockWorkspace, writeWorkspace } from "../inventory/rows/write-rows.ts";
import type { Background } from "./background.ts";
import { Passes } from "./passes.ts";

/** A notice is for a day, so minutes do not matter; a day that begins is noticed soon after. */
const PASS_EVERY_MS = 5 * 60_000;
/** Items that one transaction tells of; for so long a workspace's writers wait. */
const ITEMS_AT_ONCE = 500;
/** What expired longer ago is not told of: no server ran for a week, or it was entered so. */
const TOLD_LATE_DAYS = 7;
const NAME = "expiry of items";

type ExpiryDeps = Pick<Deps, "database" | "jobs" | "now">;

interface DueItem extends Record<string, unknown> {
  id: string;
  name: string;
  expires_on: string;
  days_left: number;
  quantity: string;
}

/**
 * Records `item.expiring` a week before an item's day of expiry and on the day itself, in UTC. As with keys, a pass does
 * what is due by the clock and not noted by the database, whatever the number of servers. Of two notices that are due at
 * once only the more urgent one is told. What is in the trash or used up is not told of.
 */
export class ItemExpiry extends Passes {
  readonly #deps: ExpiryDeps;

  constructor(deps: ExpiryDeps, background: Background) {
    super({ name: NAME, everyMs: PASS_EVERY_MS, background });
    this.#deps = deps;
  }

  protected async run(): Promise<void> {
    const { database } = this.#deps;
    const today = instantNow(this.#deps).slice(0, 10);
    // Limited, so that it is answered workspace by workspace, from the index of days.
    const homes = await database.db.execute<{ id: string; organization_id: string }>(sql`
      select workspaces.id, workspaces.organization_id from workspaces
      cross join lateral (select from items where ${isDue(sql`workspaces.id`, today)} limit 1) as due
      order by workspaces.id`);
    for (const { id: workspace_id, organization_id } of homes) {
      const { workspace_id: id } = serverWithin({ workspace_id, organization_id });
      // One that fails does not hold up the others.
      await this.background.run(NAME, () => this.#tellWorkspace(id, today));
    }
  }

  async #tellWorkspace(id: WorkspaceId, today: string): Promise<void> {
    let told = ITEMS_AT_ONCE;
    while (told === ITEMS_AT_ONCE && !this.isClosing)
      told = await this.#deps.database.db.transaction((tx) => tellSome(tx, this.#deps, id, today));
  }
}

/** @returns how many items it told of; `ITEMS_AT_ONCE` when there may be more */
async function tellSome(tx: Transaction, deps: ExpiryDeps, id: WorkspaceId, today: string): Promise<number> {
  const workspace = await lockWorkspace(tx, id); // a second server finds what the first one noted
  const due = await noteDue(tx, id, { today, at: instantNow(deps) });
  if (due.length === 0) return 0;
  const events = due.map(
    ({ id: subject_id, name: subject_name, expires_on, days_left, quantity }, place) => ({
      type: "item.expiring" as const,
      seq: workspace.revision + 1 + place,
      subject_id,
      subject_name,
      data: { expires_on, days_left, quantity: Number(quantity) },
    }),
  );
  const source = { deps, workspace_id: id };
  await writeEvents(tx, source, events);
  await writeWorkspace(tx, { ...workspace, revision: workspace.revision + events.length }, instantNow(deps));
  await tellOfEvents(tx, source, { trigger_count: workspace.trigger_count, events });
  return due.length;
}

/** Notes the next notices as told, and gives what they are of, the most urgent first. */
async function noteDue(
  tx: Transaction,
  id: WorkspaceId,
  { today, at }: { today: string; at: string },
): Promise<DueItem[]> {
  return tx.execute<DueItem>(sql`
    with due as (
      select id, name, to_char(expires_on, 'YYYY-MM-DD') as expires_on, expires_on - ${today}::date as days_left, quantity,
        ${noticeDays(today)} as days
      from items where ${isDue(sql`${id}`, today)}
      order by coalesce(expires_on, 'infinity'::date), id limit ${ITEMS_AT_ONCE}
    ), noted as (
      insert into item_notices (workspace_id, item_id, expires_on, days, created_at)
      select ${id}, id, expires_on::date, days, ${at} from due
    )
    select id, name, expires_on, days_left, quantity from due order by expires_on, id`);
}

/** Items whose most urgent notice of today is not noted for their present day of expiry; read by `items_by_expiry`. */
function isDue(workspace_id: SQL, today: string): SQL {
  const first = Math.max(...ITEM_EXPIRY_NOTICE_DAYS);
  return sql`items.workspace_id = ${workspace_id} and items.deleted_at is null and items.quantity > 0
    and coalesce(items.expires_on, 'infinity'::date)
      between ${today}::date - ${TOLD_LATE_DAYS}::int and ${today}::date + ${first}::int
    and not exists (
      select from item_notices where item_notices.workspace_id = items.workspace_id and item_notices.item_id = items.id
        and item_notices.expires_on = items.expires_on and item_notices.days = ${noticeDays(today)})`;
}

/** The most urgent notice that is due, by the number of its days. */
function noticeDays(today: string): SQL {
  const urgent = [...ITEM_EXPIRY_NOTICE_DAYS]
    .sort((one, other) => one - other)
    .map((days) => sql`when items.expires_on <= ${today}::date + ${days}::int then ${days}::int`);
  return sql`case ${sql.join(urgent, sql` `)} end`;
}
